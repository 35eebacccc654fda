package io.touchstone.platform.security.token;

import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.crypto.Sha256;
import io.touchstone.platform.security.Call;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.machine.TokenDoor;
import io.touchstone.platform.web.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens: made by people for their own programs, shown once, kept as SHA-256 of 256 random bits. A
 * token calls in its owner's name with the roles that the owner has at that moment, within its
 * scopes and projects.
 */
@Service
class MachineTokens implements TokenDoor {

  /** So that a secret that lies about is recognised by whoever finds it. */
  static final String PREFIX = "tst_";

  private static final int BYTES = 32;
  private static final int MOST = 50;

  /** A busy program's use is written down so often at most. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final TokenRepository tokens;
  private final Directory directory;
  private final TokenLog log;
  private final Clock clock;
  private final Duration longest;
  private final SecureRandom random = new SecureRandom();

  MachineTokens(
      TokenRepository tokens,
      Directory directory,
      TokenLog log,
      Clock clock,
      TouchstoneSettings settings) {
    this.tokens = tokens;
    this.directory = directory;
    this.log = log;
    this.clock = clock;
    this.longest = settings.logins().tokensLast();
  }

  /**
   * A token that was just made.
   *
   * @param secret shown this once
   */
  record Made(MachineToken token, String secret) {

    /** As text it says nothing of the secret. */
    @Override
    public String toString() {
      return "Made[" + token.id() + "]";
    }
  }

  /** After so many days a token ends at the latest. */
  int mostDays() {
    return (int) longest.toDays();
  }

  /**
   * Makes a token of the caller's.
   *
   * @throws Refusal 409 if one that counts has the name, or there are too many
   */
  @Transactional
  Made make(Caller owner, TokenWish wish) {
    Instant now = clock.instant();
    List<MachineToken> counting =
        tokens.of(owner.id()).stream().filter(each -> each.counts(now)).toList();
    if (counting.stream().anyMatch(each -> each.name().equals(wish.name()))) {
      throw new Refusal(
          409,
          "token-exists",
          "You have a token of that name. Revoke it first, or choose another name.",
          Map.of("field", "name"));
    }
    if (counting.size() >= MOST) {
      throw new Refusal(
          409, "too-many-tokens", "You have " + MOST + " tokens. Revoke those not in use.");
    }
    String secret = newSecret();
    Instant end = now.plus(Duration.ofDays(wish.days()));
    long id = tokens.insert(owner.id(), wish, Sha256.hex(secret), now, end);
    log.made(
        owner.id(),
        id,
        wish.scopes().stream().map(TokenScope::code).collect(Collectors.toSet()),
        wish.projects().map(Set::size).orElse(0));
    return new Made(tokens.byId(id).orElseThrow(), secret);
  }

  private String newSecret() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The caller's tokens, the newest first, those that count no more included. */
  List<MachineToken> of(Caller owner) {
    return tokens.of(owner.id());
  }

  /** Everybody's that count. */
  List<MachineToken> counting() {
    return tokens.counting(clock.instant());
  }

  /** Whether the token counts now. */
  boolean counts(MachineToken token) {
    return token.counts(clock.instant());
  }

  /**
   * Ends a token at once; nothing happens to one that was revoked before.
   *
   * @param owner whose it has to be; empty for anybody's
   * @throws Refusal 404 if there is no such token
   */
  @Transactional
  void revoke(long id, String by, Optional<String> owner) {
    MachineToken token =
        tokens
            .byId(id)
            .filter(each -> owner.isEmpty() || owner.get().equals(each.owner()))
            .orElseThrow(
                () -> new Refusal(404, "unknown-token", "There is no such token of yours."));
    if (tokens.revoke(id, by, clock.instant())) {
      log.revoked(by, token.owner(), id);
    }
  }

  @Override
  public boolean isToken(String secret) {
    return secret.startsWith(PREFIX);
  }

  @Override
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Optional<Admission> admit(String secret, String path, Call call) {
    Instant now = clock.instant();
    Optional<MachineToken> token =
        tokens.byHash(Sha256.hex(secret)).filter(each -> each.counts(now));
    return token.flatMap(this::caller).map(caller -> admission(caller, token.get(), path, call));
  }

  /** The owner as of now; whoever has no role any more has no program either. */
  private Optional<Caller> caller(MachineToken token) {
    return directory
        .find(token.owner())
        .filter(owner -> !owner.roles().isEmpty())
        .map(owner -> new Caller(owner.id(), owner.roles(), token.projects()));
  }

  private Admission admission(Caller caller, MachineToken token, String path, Call call) {
    note(token);
    Optional<Refusal> objection = objection(token, call.method(), path);
    if (objection.isEmpty() && !READING.contains(call.method())) {
      log.calls(token.owner(), token.id(), call);
    }
    return new Admission(caller, objection);
  }

  private void note(MachineToken token) {
    Instant now = clock.instant();
    if (token.lastUsedAt().isEmpty() && tokens.firstUsed(token.id(), now)) {
      log.firstUsed(token.owner(), token.id());
    }
    tokens.used(token.id(), now, now.minus(NOTED));
  }

  private static Optional<Refusal> objection(MachineToken token, String method, String path) {
    Optional<TokenScope> needed = TokenScope.needed(method, path);
    if (needed.isEmpty()) {
      return Optional.of(
          new Refusal(
              403,
              "not-with-a-token",
              "Accounts, passwords and tokens are changed by people, not with a token. Log in."));
    }
    return token.scopes().contains(needed.get())
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                403,
                "outside-scope",
                "This call needs a token with the scope \""
                    + needed.get().code()
                    + "\", which this one has not. Make another."));
  }
}
