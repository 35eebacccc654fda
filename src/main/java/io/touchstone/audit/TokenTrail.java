package io.touchstone.audit;

import io.touchstone.platform.security.Call;
import io.touchstone.platform.security.token.TokenLog;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tokens of programs as audit events; names, which people choose, stand in none. */
@Component
class TokenTrail implements TokenLog {

  private static final Logger log = LoggerFactory.getLogger(TokenTrail.class);

  private final AuditTrail trail;

  TokenTrail(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  @Transactional
  public void made(String owner, long token, Set<String> scopes, int projects) {
    trail.record(
        owner,
        "token_made",
        object(token),
        Map.of("scopes", String.join(" ", new TreeSet<>(scopes)), "projects", projects));
    log.info("token_made user={} token={}", owner, token);
  }

  @Override
  @Transactional
  public void revoked(String by, String owner, long token) {
    trail.record(by, "token_revoked", object(token), Map.of("owner", owner));
    log.info("token_revoked user={} token={} by={}", owner, token, by);
  }

  @Override
  @Transactional
  public void firstUsed(String owner, long token) {
    trail.record(owner, "token_first_used", object(token), Map.of());
    log.info("token_first_used user={} token={}", owner, token);
  }

  @Override
  @Transactional
  public void calls(String owner, long token, Call call) {
    trail.record(
        owner,
        "token_called",
        "call:" + call.path(),
        Map.of("method", call.method(), "token", token));
  }

  private static String object(long token) {
    return "token:" + token;
  }
}
