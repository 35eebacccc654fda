package io.touchstone.platform.security.machine;

import io.touchstone.platform.security.Call;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.web.Refusal;
import java.util.Optional;

/** Machines' tokens, as the door of machines asks for them. */
public interface TokenDoor {

  /**
   * Whom a token lets in.
   *
   * @param caller its owner with the roles of now, limited to the token's projects
   * @param objection why this call is refused although the token counts
   */
  record Admission(Caller caller, Optional<Refusal> objection) {}

  /** Whether the text has the form of a token, so that it is compared with no password. */
  boolean isToken(String secret);

  /**
   * Who calls with a token; empty if it was never made, was revoked, has ended, or its owner is
   * gone.
   *
   * @param path of the call after the mount of machines
   * @param call for the record
   */
  Optional<Admission> admit(String secret, String path, Call call);
}
