package io.touchstone.platform.security.token;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A token, without its secret.
 *
 * @param id number, for the record
 * @param owner in whose name it calls, a user id
 * @param name what the owner calls it, unique among the owner's that count
 * @param scopes what it may be used for
 * @param projects keys it is limited to; empty for all that the owner may know
 * @param endsAt from then on it counts no more
 * @param lastUsedAt the last use, to a minute
 * @param revokedBy who ended it before its time
 */
record MachineToken(
    long id,
    String owner,
    String name,
    Set<TokenScope> scopes,
    Optional<Set<String>> projects,
    Instant madeAt,
    Instant endsAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> revokedAt,
    Optional<String> revokedBy) {

  /** Whether it counts at a time. */
  boolean counts(Instant now) {
    return revokedAt.isEmpty() && now.isBefore(endsAt);
  }
}
