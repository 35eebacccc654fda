package io.touchstone.platform.security.token;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.web.Api;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Tokens of one's own programs; an administrator sees and ends everybody's. */
@Api
class TokenController {

  private final MachineTokens tokens;

  TokenController(MachineTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * A token, without its secret.
   *
   * @param projects keys; null for all that the owner may know
   * @param counts whether it still opens anything
   * @param lastUsedAt to a minute
   */
  record View(
      long id,
      String owner,
      String name,
      List<String> scopes,
      Optional<List<String>> projects,
      Instant madeAt,
      Instant endsAt,
      Optional<Instant> lastUsedAt,
      Optional<Instant> revokedAt,
      Optional<String> revokedBy,
      boolean counts) {}

  /**
   * A scope that the caller's tokens may have.
   *
   * @param says what it lets a program do
   */
  record ScopeView(String code, String says) {}

  /**
   * The caller's tokens and what a new one may be.
   *
   * @param mostDays after which it ends at the latest
   * @param mayEndOthers whether the caller sees and ends everybody's
   */
  record Own(List<View> tokens, List<ScopeView> scopes, int mostDays, boolean mayEndOthers) {}

  /** Tokens of everybody. */
  record All(List<View> tokens) {}

  /**
   * A new token.
   *
   * @param secret shown this once
   */
  record Made(View token, String secret) {

    /** As text it says nothing of the secret. */
    @Override
    public String toString() {
      return "Made[" + token.id() + "]";
    }
  }

  /** The caller's tokens, the newest first. */
  @GetMapping("/me/tokens")
  Own own(Caller caller) {
    List<ScopeView> scopes =
        Arrays.stream(TokenScope.values())
            .filter(scope -> scope.isOf(caller))
            .map(scope -> new ScopeView(scope.code(), scope.says()))
            .toList();
    return new Own(
        views(tokens.of(caller)), scopes, tokens.mostDays(), caller.is(Role.ADMINISTRATOR));
  }

  /** Makes a token of the caller's. */
  @PostMapping("/me/tokens")
  ResponseEntity<Made> make(@RequestBody TokenWish.Sent sent, Caller caller) {
    MachineTokens.Made made = tokens.make(caller, TokenWish.of(sent, caller, tokens.mostDays()));
    return ResponseEntity.status(HttpStatus.CREATED)
        .header("Cache-Control", "no-store")
        .body(new Made(view(made.token()), made.secret()));
  }

  /** Ends a token of the caller's. */
  @DeleteMapping("/me/tokens/{id}")
  ResponseEntity<Void> revoke(@PathVariable("id") String id, Caller caller) {
    tokens.revoke(number(id), caller.id(), Optional.of(caller.id()));
    return ResponseEntity.noContent().build();
  }

  /** Everybody's tokens that count. */
  @GetMapping("/tokens")
  @Reach(Reach.Over.NO_PROJECT)
  All all(Caller caller) {
    caller.mustBe("see the tokens of others", Role.ADMINISTRATOR);
    return new All(views(tokens.counting()));
  }

  /** Ends anybody's token. */
  @DeleteMapping("/tokens/{id}")
  @Reach(Reach.Over.NO_PROJECT)
  ResponseEntity<Void> revokeAny(@PathVariable("id") String id, Caller caller) {
    caller.mustBe("end the tokens of others", Role.ADMINISTRATOR);
    tokens.revoke(number(id), caller.id(), Optional.empty());
    return ResponseEntity.noContent().build();
  }

  /** What is no number is nobody's. */
  private static long number(String id) {
    return id.matches("\\d{1,18}") ? Long.parseLong(id) : -1;
  }

  private List<View> views(List<MachineToken> all) {
    return all.stream().map(this::view).toList();
  }

  private View view(MachineToken token) {
    return new View(
        token.id(),
        token.owner(),
        token.name(),
        token.scopes().stream().map(TokenScope::code).toList(),
        token.projects().map(keys -> List.copyOf(new TreeSet<>(keys))),
        token.madeAt(),
        token.endsAt(),
        token.lastUsedAt(),
        token.revokedAt(),
        token.revokedBy(),
        tokens.counts(token));
  }
}
