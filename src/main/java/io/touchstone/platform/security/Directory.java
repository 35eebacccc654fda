package io.touchstone.platform.security;

import io.touchstone.platform.security.project.ProjectAccess;
import java.util.Optional;
import java.util.Set;

/**
 * Users, their passwords and roles. Camunda's own store stands behind it today; LDAP can replace it
 * without any other package noticing.
 */
public interface Directory {

  /** The person, if the password is right; as slow for an unknown name as for a known one. */
  Optional<Caller> login(String userId, String password);

  /**
   * Gives the person a new password.
   *
   * @return whether the current password was right; nothing has changed if not
   * @throws io.touchstone.platform.web.Refusal 422 if the person had the new one before
   */
  boolean changePassword(String userId, String current, String replacement);

  /**
   * A text that changes whenever the person's password does; empty if the store cannot say. For
   * dropping what was remembered of an older one, on every node.
   */
  String passwordMark(String userId);

  /**
   * Somebody is about to log in: what an organisation's directory says of the person at this moment
   * is taken over first. {@link #login} does so by itself.
   *
   * @return the id of the person, which in such a directory may be typed in capitals, too
   */
  String arrive(String typed);

  /** The id of whoever is meant by a typed name; the name itself where nobody is known by it. */
  String idOf(String typed);

  /**
   * Makes an account what an organisation's directory says: with exactly these roles, and without a
   * password of its own. A blank name changes none.
   */
  void mirror(String userId, String shownName, Set<Role> roles);

  /** The person with current roles; empty if there is none of that id. */
  Optional<Caller> find(String userId);

  /** Ids of all who have a role. */
  Set<String> members(Role role);

  /**
   * Adds a person with roles; an existing one keeps name and password. Whoever is given more than
   * labelling may know every project, until {@link ProjectAccess#set} says otherwise; a person whom
   * somebody makes elsewhere, with the engine's own pages, may know none before it is said.
   *
   * @param password empty for somebody who never logs in, a simulated person
   */
  void add(String userId, String shownName, Optional<String> password, Set<Role> roles);
}
