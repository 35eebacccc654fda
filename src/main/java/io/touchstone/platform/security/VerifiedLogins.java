package io.touchstone.platform.security;

import io.touchstone.platform.crypto.Hmac;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Remembers for five minutes that a user id and password belong together, under a keyed hash that
 * dies with the process: the password's own hash is slow on purpose, and machines send it with each
 * request. A changed password, a removed user and changed roles count at once, on every node: the
 * stored password is part of what is remembered, and user and roles are read anew each time.
 */
@Component
class VerifiedLogins {

  private static final Duration REMEMBERED = Duration.ofMinutes(5);
  private static final int MOST = 1_000;

  private final Directory directory;
  private final Clock clock;
  private final Hmac hash;
  private final Map<String, Instant> verified = new ConcurrentHashMap<>();

  VerifiedLogins(Directory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    this.hash = Hmac.of(key);
  }

  Optional<Caller> login(String userId, String password) {
    String proof = hash.id(userId, password, directory.passwordMark(userId));
    Instant until = verified.get(proof);
    if (until != null && clock.instant().isBefore(until)) {
      return directory.find(userId);
    }
    Optional<Caller> caller = directory.login(userId, password);
    if (verified.size() >= MOST) {
      verified.clear();
    }
    caller.ifPresent(known -> verified.put(proof, clock.instant().plus(REMEMBERED)));
    return caller;
  }
}
