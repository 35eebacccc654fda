package io.touchstone.platform.database;

import io.touchstone.platform.StartRefused;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An existing PostgreSQL, named by {@code TOUCHSTONE_DATABASE_URL}, tried before anything else. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${spring.datasource.url:}'.isEmpty()")
class ExistingDatabase {

  @Bean
  JdbcConnectionDetails existingConnection(DataSourceProperties properties) {
    String url = properties.getUrl();
    String address = url.replaceAll("[?].*", "").replaceAll("//[^@/]*@", "//");
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new StartRefused(
          "TOUCHSTONE_DATABASE_URL is no address of a PostgreSQL database: " + address + ".",
          "Write it as jdbc:postgresql://host:5432/database.");
    }
    String user = properties.getUsername() == null ? "" : properties.getUsername();
    String password = properties.getPassword() == null ? "" : properties.getPassword();
    DriverManager.setLoginTimeout(10);
    try (var connection = DriverManager.getConnection(url, user, password)) {
      refuseOldServer(connection.getMetaData().getDatabaseMajorVersion(), address);
    } catch (SQLException e) {
      throw new StartRefused(
          "The database "
              + address
              + " cannot be reached as user \""
              + user
              + "\" (SQL state "
              + e.getSQLState()
              + ").",
          "Check that the server runs and that TOUCHSTONE_DATABASE_URL, TOUCHSTONE_DATABASE_USER"
              + " and TOUCHSTONE_DATABASE_PASSWORD are right.");
    }
    return new EmbeddedDatabase.Connection(url, user, password);
  }

  private static void refuseOldServer(int major, String address) {
    if (major < 15) {
      throw new StartRefused(
          "The database " + address + " is PostgreSQL " + major + ".",
          "Touchstone needs PostgreSQL 15 or later.");
    }
  }
}
