package io.touchstone.platform.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The accounts that this installation keeps itself, beside {@link Directory}, which also knows
 * those of elsewhere. Who may change what is decided by the callers; nothing here asks.
 */
public interface Accounts {

  /** All, by id. */
  List<Account> all();

  Optional<Account> find(String userId);

  /**
   * Makes an account without a password.
   *
   * @throws io.touchstone.platform.web.Refusal 409 if somebody has that id, in whatever case
   */
  void create(String userId, String name, Optional<String> mail, Set<Role> roles);

  /** Changes what is shown of a person. */
  void describe(String userId, String name, Optional<String> mail);

  /** Gives the account exactly these roles. */
  void setRoles(String userId, Set<Role> roles);

  /**
   * Sets a password in somebody's stead; sessions that began with an older one end.
   *
   * @throws io.touchstone.platform.web.Refusal 422 if it is unfit
   */
  void setPassword(String userId, String password);

  /**
   * Nobody can log in with the account any more, and it has no role; its sessions end, and tasks
   * that its owner had taken are there for others again.
   */
  void close(String userId);
}
