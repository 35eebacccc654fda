package io.touchstone.platform.security.invitation;

import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.crypto.Secrets;
import io.touchstone.platform.crypto.Sha256;
import io.touchstone.platform.database.Times;
import io.touchstone.platform.security.Accounts;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passwords that somebody gave out for the first login. They open nothing but their own
 * replacement, and after some days not even that. A password that its owner has set is no first
 * password: what the directory holds of it is another.
 */
@Repository
public class FirstPasswords {

  private final JdbcClient database;
  private final Accounts accounts;
  private final Directory directory;
  private final Secrets secrets;
  private final Clock clock;
  private final Duration lasts;

  FirstPasswords(
      JdbcClient database,
      Accounts accounts,
      Directory directory,
      Secrets secrets,
      Clock clock,
      TouchstoneSettings settings) {
    this.database = database;
    this.accounts = accounts;
    this.directory = directory;
    this.secrets = secrets;
    this.clock = clock;
    this.lasts = settings.invitations();
  }

  /**
   * A password that was given out.
   *
   * @param password to be told to its owner, once
   * @param endsAt after which it opens nothing
   */
  public record Given(String password, Instant endsAt) {

    /** As text it says nothing. */
    @Override
    public String toString() {
      return "Given[]";
    }
  }

  private static final String INSERT =
      """
      insert into touchstone.first_password (user_id, mark_sha256, ends_at)
      values (:user, :mark, :ends)
      on conflict (user_id) do update set mark_sha256 = :mark, ends_at = :ends
      """;

  /** Draws a first password and sets it. */
  @Transactional
  public Given give(String userId) {
    String password = secrets.newPassword();
    Instant ends = clock.instant().plus(lasts);
    accounts.setPassword(userId, password);
    database
        .sql(INSERT)
        .param("user", userId)
        .param("mark", mark(userId))
        .param("ends", Times.utc(ends))
        .update();
    return new Given(password, ends);
  }

  private record Row(String mark, Instant endsAt) {}

  private static final String SELECT =
      """
      select mark_sha256, ends_at from touchstone.first_password where user_id = :user
      """;

  private Optional<Row> find(String userId) {
    return database
        .sql(SELECT)
        .param("user", userId)
        .query((row, number) -> new Row(row.getString("mark_sha256"), Times.at(row, "ends_at")))
        .optional();
  }

  private static final String DELETE =
      """
      delete from touchstone.first_password where user_id = :user and mark_sha256 = :mark
      """;

  /** Until when the account's first password may be replaced; empty if it has another by now. */
  public Optional<Instant> end(String userId) {
    Optional<Row> row = find(userId);
    if (row.isPresent() && !row.get().mark().equals(mark(userId))) {
      database.sql(DELETE).param("user", userId).param("mark", row.get().mark()).update();
      return Optional.empty();
    }
    return row.map(Row::endsAt);
  }

  private static final String ALL =
      """
      select user_id from touchstone.first_password
      """;

  /** Until when first passwords may be replaced, by user id. */
  public Map<String, Instant> ends() {
    Map<String, Instant> ends = new TreeMap<>();
    database
        .sql(ALL)
        .query(String.class)
        .list()
        .forEach(user -> end(user).ifPresent(end -> ends.put(user, end)));
    return ends;
  }

  /**
   * Why the account may make no other call than to replace its password; empty if it may.
   *
   * @param replaces whether it is that call
   */
  Optional<Refusal> objection(String userId, boolean replaces) {
    return end(userId)
        .flatMap(
            ends -> {
              if (!clock.instant().isBefore(ends)) {
                return Optional.of(
                    new Refusal(
                        403,
                        "first-password-ended",
                        "The first password of this account is too old. Ask whoever gave it to you"
                            + " for a one-time link."));
              }
              return replaces
                  ? Optional.empty()
                  : Optional.of(
                      new Refusal(
                          403,
                          "first-password",
                          "You have logged in with a first password, which somebody else knows."
                              + " Choose your own before anything else: the entry Password in the"
                              + " bar, or POST /api/v1/me/password."));
            });
  }

  private String mark(String userId) {
    return Sha256.hex(directory.passwordMark(userId));
  }
}
