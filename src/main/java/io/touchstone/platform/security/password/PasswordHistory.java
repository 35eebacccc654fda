package io.touchstone.platform.security.password;

import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.database.Times;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hashes of the passwords that an account had before the present one. */
@Repository
public class PasswordHistory {

  private final JdbcClient database;
  private final Clock clock;
  private final int kept;

  PasswordHistory(JdbcClient database, Clock clock, TouchstoneSettings settings) {
    this.database = database;
    this.clock = clock;
    this.kept = settings.logins().passwordsRemembered();
  }

  /**
   * A password as the store of people holds it.
   *
   * @param hash with the name of its algorithm
   * @param salt appended to the password before
   */
  public record Stored(String hash, String salt) {

    /** As text it says nothing. */
    @Override
    public String toString() {
      return "Stored[]";
    }
  }

  private static final String INSERT =
      """
      insert into touchstone.password_history (user_id, hash, salt, replaced_at)
      values (:user, :hash, :salt, :now)
      """;

  private static final String TRIM =
      """
      delete from touchstone.password_history
      where user_id = :user and id not in (
        select id from touchstone.password_history where user_id = :user
        order by id desc limit :kept)
      """;

  /** Remembers what is about to be replaced, in the transaction of the change. */
  public void replaced(String userId, Stored before) {
    database
        .sql(INSERT)
        .param("user", userId)
        .param("hash", before.hash())
        .param("salt", before.salt())
        .param("now", Times.utc(clock.instant()))
        .update();
    database.sql(TRIM).param("user", userId).param("kept", kept).update();
  }

  private static final String SELECT =
      """
      select hash, salt from touchstone.password_history where user_id = :user
      order by id desc limit :kept
      """;

  /** The last passwords of an account without the present one, the newest first. */
  public List<Stored> of(String userId) {
    return database
        .sql(SELECT)
        .param("user", userId)
        .param("kept", kept)
        .query((row, number) -> new Stored(row.getString("hash"), row.getString("salt")))
        .list();
  }

  /** The account is gone. */
  public void forget(String userId) {
    database
        .sql("delete from touchstone.password_history where user_id = :user")
        .param("user", userId)
        .update();
  }
}
