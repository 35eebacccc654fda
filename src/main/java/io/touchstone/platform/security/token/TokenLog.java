package io.touchstone.platform.security.token;

import io.touchstone.platform.security.Call;
import java.util.Set;

/** The record of tokens; kept by the audit, in the transaction of the change. */
public interface TokenLog {

  /**
   * A person has made a token.
   *
   * @param scopes codes
   * @param projects how many it is limited to; 0 for no limit
   */
  void made(String owner, long token, Set<String> scopes, int projects);

  /** A token was ended before its time. */
  void revoked(String by, String owner, long token);

  /** A token was used for the first time. */
  void firstUsed(String owner, long token);

  /** A call that may change something is made with a token. Recorded before the call goes on. */
  void calls(String owner, long token, Call call);
}
