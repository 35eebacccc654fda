package io.touchstone.platform.security.token;

import io.touchstone.platform.database.Times;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tokens and their use. */
@Repository
class TokenRepository {

  private final JdbcClient database;

  TokenRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String INSERT =
      """
      insert into touchstone.machine_token (owner, name, hash, scopes, projects, made_at, ends_at)
      values (:owner, :name, :hash, :scopes, :projects, :now, :end) returning id
      """;

  /** Adds a token; its number. */
  long insert(String owner, TokenWish wish, String hash, Instant now, Instant end) {
    return database
        .sql(INSERT)
        .param("owner", owner)
        .param("name", wish.name())
        .param("hash", hash)
        .param("scopes", wish.scopes().stream().map(TokenScope::code).toArray(String[]::new))
        .param("projects", wish.projects().map(keys -> keys.toArray(String[]::new)).orElse(null))
        .param("now", Times.utc(now))
        .param("end", Times.utc(end))
        .query(Long.class)
        .single();
  }

  private static final String SELECT =
      """
      select id, owner, name, scopes, projects, made_at, ends_at, last_used_at, revoked_at, revoked_by
      from touchstone.machine_token
      """;

  Optional<MachineToken> byHash(String hash) {
    return database
        .sql(SELECT + " where hash = :hash")
        .param("hash", hash)
        .query(TokenRepository::token)
        .optional();
  }

  Optional<MachineToken> byId(long id) {
    return database
        .sql(SELECT + " where id = :id")
        .param("id", id)
        .query(TokenRepository::token)
        .optional();
  }

  /** Those of a person, the newest first. */
  List<MachineToken> of(String owner) {
    return database
        .sql(SELECT + " where owner = :owner order by id desc")
        .param("owner", owner)
        .query(TokenRepository::token)
        .list();
  }

  /** Everybody's that count, the newest first. */
  List<MachineToken> counting(Instant now) {
    return database
        .sql(SELECT + " where revoked_at is null and ends_at > :now order by id desc")
        .param("now", Times.utc(now))
        .query(TokenRepository::token)
        .list();
  }

  private static final String FIRST_USED =
      """
      update touchstone.machine_token set first_used_at = :now
      where id = :id and first_used_at is null
      """;

  /** Whether this is the first use. */
  boolean firstUsed(long id, Instant now) {
    return database.sql(FIRST_USED).param("id", id).param("now", Times.utc(now)).update() > 0;
  }

  private static final String USED =
      """
      update touchstone.machine_token set last_used_at = :now
      where id = :id and (last_used_at is null or last_used_at <= :before)
      """;

  /** Notes a use, unless one is noted that is younger than the time given. */
  void used(long id, Instant now, Instant before) {
    database
        .sql(USED)
        .param("id", id)
        .param("now", Times.utc(now))
        .param("before", Times.utc(before))
        .update();
  }

  private static final String REVOKE =
      """
      update touchstone.machine_token set revoked_at = :now, revoked_by = :by
      where id = :id and revoked_at is null
      """;

  /** Whether it had not been revoked before. */
  boolean revoke(long id, String by, Instant now) {
    return database
            .sql(REVOKE)
            .param("id", id)
            .param("by", by)
            .param("now", Times.utc(now))
            .update()
        > 0;
  }

  private static MachineToken token(ResultSet row, int number) throws SQLException {
    Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
    for (String code : texts(row.getArray("scopes"))) {
      scopes.add(TokenScope.of(code).orElseThrow());
    }
    Array projects = row.getArray("projects");
    return new MachineToken(
        row.getLong("id"),
        row.getString("owner"),
        row.getString("name"),
        scopes,
        projects == null ? Optional.empty() : Optional.of(Set.copyOf(texts(projects))),
        Times.at(row, "made_at"),
        Times.at(row, "ends_at"),
        time(row, "last_used_at"),
        time(row, "revoked_at"),
        Optional.ofNullable(row.getString("revoked_by")));
  }

  private static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
