package io.touchstone.platform.database;

import io.touchstone.platform.StartRefused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An existing PostgreSQL, named by {@code TOUCHSTONE_DATABASE_URL}, tried before anything else. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${spring.datasource.url:}'.isEmpty()")
class ExistingDatabase {

  private static final int OLDEST = 15;
  private static final int LOGIN_LIMIT_SECONDS = 10;

  /**
   * @throws StartRefused that names address and user, never the password
   */
  @Bean
  JdbcConnectionDetails existingConnection(DataSourceProperties properties) {
    String url = properties.getUrl();
    String user = Optional.ofNullable(properties.getUsername()).orElse("");
    String password = Optional.ofNullable(properties.getPassword()).orElse("");
    try (Connection connection = open(url, user, password)) {
      refuseUnfinishedMove(connection, withoutSecrets(url));
      refuseUnless(MAY_MAKE_TABLES, connection, withoutSecrets(url), user);
    } catch (SQLException e) {
      throw refused(url, user, e);
    }
    return new EmbeddedDatabase.Connection(url, user, password);
  }

  /**
   * A connection to a server that is new enough; the caller closes it.
   *
   * @throws StartRefused that names address and user, never the password
   */
  static Connection open(String url, String user, String password) {
    String address = withoutSecrets(url);
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new StartRefused(
          "TOUCHSTONE_DATABASE_URL is no address of a PostgreSQL database: " + address + ".",
          "Write it as jdbc:postgresql://host:5432/database.");
    }
    DriverManager.setLoginTimeout(LOGIN_LIMIT_SECONDS);
    try {
      Connection connection = DriverManager.getConnection(url, user, password);
      try {
        refuseOldServer(connection.getMetaData().getDatabaseMajorVersion(), address);
      } catch (SQLException | StartRefused e) {
        connection.close();
        throw e;
      }
      return connection;
    } catch (SQLException e) {
      throw refused(url, user, e);
    }
  }

  private static void refuseUnfinishedMove(Connection connection, String address)
      throws SQLException {
    if (MoveTarget.isUnfinished(connection)) {
      throw new StartRefused(
          "The database " + address + " holds a part of what a move was to bring there.",
          "Repeat the command move-database, which first removes that part; or drop the database"
              + " and create it again.");
    }
  }

  /**
   * Who migrates: an owner of its own, or the application's role where none is set.
   *
   * @throws StartRefused if that one cannot log in or has not the right to
   */
  @Bean
  FlywayConnectionDetails existingOwner(
      JdbcConnectionDetails application,
      @Value("${spring.flyway.user:}") String user,
      @Value("${spring.flyway.password:}") String password) {
    boolean own = !user.isBlank();
    String url = application.getJdbcUrl();
    String migrating = own ? user : application.getUsername();
    try (Connection connection = open(url, migrating, own ? password : application.getPassword())) {
      refuseUnless(MAY_MAKE_SCHEMA, connection, withoutSecrets(url), migrating);
    } catch (SQLException e) {
      throw refused(url, migrating, e);
    }
    return own
        ? new EmbeddedDatabase.Owner(user, password, url)
        : new EmbeddedDatabase.Owner(null, null, null);
  }

  /** The address without what an URL may carry of a login. */
  static String withoutSecrets(String url) {
    return url.replaceAll("[?].*", "").replaceAll("//[^@/]*@", "//");
  }

  /** SQL states: PostgreSQL documentation, appendix A. */
  private static StartRefused refused(String url, String user, SQLException cause) {
    String state = Optional.ofNullable(cause.getSQLState()).orElse("none");
    String database = "The database " + withoutSecrets(url);
    if (state.startsWith("28")) {
      return new StartRefused(
          database + " refuses the login of user \"" + user + "\".",
          "Check TOUCHSTONE_DATABASE_USER, TOUCHSTONE_DATABASE_PASSWORD and the server's"
              + " pg_hba.conf.");
    }
    if (state.equals("3D000")) {
      return new StartRefused(
          database + " does not exist on that server, as user \"" + user + "\" sees it.",
          "Create it: create database <name> owner " + user + ";");
    }
    return new StartRefused(
        database + " cannot be reached as user \"" + user + "\" (SQL state " + state + ").",
        "Check that the server runs, that this machine can reach it, and that"
            + " TOUCHSTONE_DATABASE_URL is right.");
  }

  /**
   * @throws StartRefused below PostgreSQL 15
   */
  static void refuseOldServer(int major, String address) {
    if (major < OLDEST) {
      throw new StartRefused(
          "The database " + address + " is PostgreSQL " + major + ".",
          "Touchstone needs PostgreSQL " + OLDEST + " or later.");
    }
  }

  /** The engine's tables stand in the schema public, and the engine migrates them itself. */
  static final String MAY_MAKE_TABLES = "select has_schema_privilege('public', 'create')";

  /** The domain's tables stand in a schema of ours, which the one who migrates makes. */
  private static final String MAY_MAKE_SCHEMA =
      """
      select has_database_privilege(current_database(), 'create')
          or to_regnamespace('touchstone') is not null
      """;

  /** Refuses a role that has not a right, which a query of one truth value asks for. */
  static void refuseUnless(String right, Connection connection, String address, String user)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rights = statement.executeQuery(right)) {
      rights.next();
      if (!rights.getBoolean(1)) {
        throw new StartRefused(
            "User \"" + user + "\" may not create tables in the database " + address + ".",
            "Make it the owner: alter database <name> owner to "
                + user
                + "; or, with two roles, grant what config/README.md says.");
      }
    }
  }
}
