package io.touchstone.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.IntegrationTest;
import io.touchstone.audit.Superuser;
import io.touchstone.platform.StartRefused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** The application's own database stands for the existing one. */
class ExistingDatabaseTest extends IntegrationTest {

  private static final String SECRET = "never-show-this";

  @Autowired private JdbcConnectionDetails server;
  @Autowired private BeanFactory beans;

  @Test
  void a_database_of_ours_is_taken() {
    var taken = connect(server.getJdbcUrl(), server.getUsername(), server.getPassword());
    assertThat(taken.getJdbcUrl()).isEqualTo(server.getJdbcUrl());
    assertThat(taken.toString()).doesNotContain(server.getPassword());
  }

  @Test
  void a_wrong_password_is_told_from_a_server_that_is_away() {
    refused(server.getJdbcUrl(), "postgres", "refuses the login of user \"postgres\"", "_PASSWORD");
    refused(
        "jdbc:postgresql://localhost:1/labels?password=" + SECRET,
        "ada",
        "The database jdbc:postgresql://localhost:1/labels cannot be reached as user \"ada\"",
        "Check that the server runs");
  }

  @Test
  void a_database_that_does_not_exist_is_told() {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(
            () ->
                connect(
                    server.getJdbcUrl().replaceAll("[^/]+$", "labels"),
                    server.getUsername(),
                    server.getPassword()))
        .withMessageContaining("/labels does not exist");
  }

  @Test
  void another_kind_of_database_is_told_without_its_login() {
    refused(
        "jdbc:mysql://root:" + SECRET + "@localhost/labels",
        "ada",
        "TOUCHSTONE_DATABASE_URL is no address of a PostgreSQL database:"
            + " jdbc:mysql://localhost/labels.",
        "jdbc:postgresql://host:5432/database");
  }

  @Test
  void a_user_who_may_not_create_tables_is_told() {
    try (Superuser superuser = Superuser.of(beans)) {
      superuser.kept(
          database -> database.sql("create role guest login password '" + SECRET + "'").update());
    }
    refused(
        server.getJdbcUrl(), "guest", "\"guest\" may not create tables", "alter database <name>");
  }

  @Test
  void an_old_server_is_told() {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> ExistingDatabase.refuseOldServer(14, "jdbc:postgresql://old/labels"))
        .withMessage("The database jdbc:postgresql://old/labels is PostgreSQL 14.");
    ExistingDatabase.refuseOldServer(15, "jdbc:postgresql://new/labels");
  }

  private static void refused(String url, String user, String what, String action) {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> connect(url, user, SECRET))
        .withMessageContaining(what)
        .withMessageNotContaining(SECRET)
        .withNoCause()
        .satisfies(refused -> assertThat(refused.action()).contains(action));
  }

  private static JdbcConnectionDetails connect(String url, String user, String password) {
    DataSourceProperties properties = new DataSourceProperties();
    properties.setUrl(url);
    properties.setUsername(user);
    properties.setPassword(password);
    return new ExistingDatabase().existingConnection(properties);
  }
}
