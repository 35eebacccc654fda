package io.touchstone.platform.security.machine;

import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.security.AccessLog;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.LoginRecord;
import io.touchstone.platform.security.password.PasswordGate;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
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

  /** Calls that wait for the comparison of the very same name and password. */
  private static final int MOST_FOLLOWERS = 32;

  private final Directory directory;
  private final PasswordGate gate;
  private final LoginRecord record;
  private final Clock clock;
  private final Hmac hash;
  private final Map<String, Instant> verified = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Optional<Caller>>> underway =
      new ConcurrentHashMap<>();
  private final Semaphore followers = new Semaphore(MOST_FOLLOWERS);

  VerifiedLogins(Directory directory, PasswordGate gate, LoginRecord record, Clock clock) {
    this.directory = directory;
    this.gate = gate;
    this.record = record;
    this.clock = clock;
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    this.hash = Hmac.of(key);
  }

  /**
   * The person, if the password is right.
   *
   * @param address where the call comes from
   * @throws io.touchstone.platform.web.Refusal 429 if too many logins wait
   */
  Optional<Caller> login(String typed, String password, String address) {
    String userId = directory.idOf(typed);
    String mark = directory.passwordMark(userId);
    String proof = hash.id(userId, password, mark);
    Instant until = verified.get(proof);
    if (until != null && clock.instant().isBefore(until)) {
      return directory.find(userId);
    }
    CompletableFuture<Optional<Caller>> own = new CompletableFuture<>();
    CompletableFuture<Optional<Caller>> others = underway.putIfAbsent(proof, own);
    if (others != null) {
      return follow(others);
    }
    try {
      Optional<Caller> caller = inTurn(userId, password, mark, proof, address);
      own.complete(caller);
      return caller;
    } catch (RuntimeException | Error e) {
      own.completeExceptionally(e);
      throw e;
    } finally {
      underway.remove(proof);
    }
  }

  /** A program that starts with twenty calls at once has one password. */
  private Optional<Caller> follow(CompletableFuture<Optional<Caller>> first) {
    if (!followers.tryAcquire()) {
      throw gate.busy();
    }
    try {
      return first.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      followers.release();
    }
  }

  private Optional<Caller> inTurn(
      String userId, String password, String mark, String proof, String address) {
    PasswordGate.Turn turn = gate.enter(address, userId);
    try {
      return compare(userId, password, mark, proof);
    } finally {
      turn.end();
    }
  }

  private Optional<Caller> compare(String userId, String password, String mark, String proof) {
    Optional<Caller> caller = directory.login(userId, password);
    if (caller.isEmpty()) {
      record.failed(Optional.of(userId).filter(known -> !mark.isEmpty()));
      return caller;
    }
    record.loggedIn(caller.get().id(), AccessLog.Door.MACHINE);
    if (verified.size() >= MOST) {
      verified.clear();
    }
    verified.put(proof, clock.instant().plus(REMEMBERED));
    return caller;
  }
}
