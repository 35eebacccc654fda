package io.touchstone.platform.security.password;

import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.database.Times;
import io.touchstone.platform.security.AccessLog;
import io.touchstone.platform.security.AccountMakers;
import io.touchstone.platform.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passwords that somebody else than the account's owner has set. Whoever sets one can log in with
 * it: for a day nothing is approved under that name, and the owner is told.
 */
@Repository
public class PasswordResets {

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

  private final JdbcClient database;
  private final AccountMakers makers;
  private final AccessLog log;
  private final Clock clock;
  private final Duration barred;

  PasswordResets(
      JdbcClient database,
      AccountMakers makers,
      AccessLog log,
      Clock clock,
      TouchstoneSettings settings) {
    this.database = database;
    this.makers = makers;
    this.log = log;
    this.clock = clock;
    this.barred = settings.logins().approvalsBarred();
  }

  /**
   * The last time that somebody else set the password of an account.
   *
   * @param by who, a user id
   * @param at when
   * @param barredUntil until when the account approves nothing
   * @param seen whether its owner has said that the notice was read
   */
  public record Reset(String by, Instant at, Instant barredUntil, boolean seen) {}

  private static final String INSERT =
      """
      insert into touchstone.password_reset (user_id, set_by, at) values (:user, :by, :at)
      on conflict (user_id) do update set set_by = :by, at = :at, seen_at = null
      """;

  /** Notes, with its audit event and in the transaction of the change, who set whose password. */
  @Transactional
  public void note(String userId, String by) {
    database
        .sql(INSERT)
        .param("user", userId)
        .param("by", by)
        .param("at", Times.utc(clock.instant()))
        .update();
    makers.note(userId, by, AccountMakers.How.RESET);
    log.passwordReset(by, userId);
  }

  private static final String SELECT =
      """
      select set_by, at, seen_at is not null as seen from touchstone.password_reset
      where user_id = :user
      """;

  /** The last reset of an account; empty if its password was never set by somebody else. */
  public Optional<Reset> of(String userId) {
    return database
        .sql(SELECT)
        .param("user", userId)
        .query(
            (row, number) -> {
              Instant at = Times.at(row, "at");
              return new Reset(
                  row.getString("set_by"), at, at.plus(barred), row.getBoolean("seen"));
            })
        .optional();
  }

  private static final String SEEN =
      """
      update touchstone.password_reset set seen_at = :now
      where user_id = :user and at <= :barred
      """;

  /** The owner has read the notice; counts once the account is barred no longer. */
  void seen(String userId) {
    Instant now = clock.instant();
    database
        .sql(SEEN)
        .param("user", userId)
        .param("now", Times.utc(now))
        .param("barred", Times.utc(now.minus(barred)))
        .update();
  }

  /**
   * What the owner is told at a login: while the account is barred whenever it is asked for, since
   * whoever set the password may have read it first; afterwards until it was read.
   */
  Optional<String> notice(String userId) {
    return of(userId)
        .filter(reset -> !reset.seen() || clock.instant().isBefore(reset.barredUntil()))
        .map(
            reset ->
                "The password of your account was set by %s on %s. If you did not ask for it, tell an auditor. Until %s your account approves nothing."
                    .formatted(
                        reset.by(), SHOWN.format(reset.at()), SHOWN.format(reset.barredUntil())));
  }

  /**
   * Why an account may approve nothing at present, as a second person's yes or as an exception from
   * a rule; empty if it may.
   */
  public Optional<Refusal> objection(String userId) {
    return of(userId)
        .filter(reset -> clock.instant().isBefore(reset.barredUntil()))
        .map(
            reset ->
                new Refusal(
                    403,
                    "password-was-reset",
                    "The password of this account was set by %s on %s. Until %s it approves nothing, so that nobody is two people; somebody else can."
                        .formatted(
                            reset.by(),
                            SHOWN.format(reset.at()),
                            SHOWN.format(reset.barredUntil()))));
  }

  /**
   * Refuses what an account may not approve at present.
   *
   * @throws Refusal 403 saying until when
   */
  public void refuseWhileBarred(String userId) {
    objection(userId)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }
}
