package io.touchstone.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.IntegrationTest;
import io.touchstone.platform.DataFolder;
import io.touchstone.platform.StartRefused;
import io.touchstone.platform.database.DatabaseMove.Goal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** Other databases of the application's own server stand for those of an organisation. */
@DisplayName("The target of a move")
class MoveTargetTest extends IntegrationTest {

  private static final String SECRET = "never-show-this";
  private static final String DATABASE = "move_target";

  @Autowired private JdbcConnectionDetails server;
  @Autowired private DataFolder folder;
  private String password;

  @BeforeEach
  void two_roles_and_no_database() throws IOException, SQLException {
    password = Files.readString(folder.root().resolve("postgres/password")).trim();
    run(
        "postgres",
        "drop database if exists " + DATABASE + " with (force)",
        "drop role if exists move_owner",
        "drop role if exists move_application",
        "create role move_owner login password '" + SECRET + "'",
        "create role move_application login password '" + SECRET + "'");
  }

  @AfterEach
  void nothing_is_left() throws SQLException {
    run(
        "postgres",
        "drop database if exists " + DATABASE + " with (force)",
        "drop role move_owner",
        "drop role move_application");
  }

  @Test
  void that_is_empty_and_prepared_as_the_operator_is_told_is_taken_and_left_as_it_is()
      throws SQLException {
    prepare("");
    try (MoveTarget target = MoveTarget.open(goal())) {
      target.check();
      assertThat(MoveTarget.isUnfinished(target.owner())).isFalse();
    }
  }

  @Test
  void that_holds_a_table_is_refused_by_its_name() throws SQLException {
    prepare("");
    run(DATABASE, "create schema elsewhere", "create table elsewhere.ledger (id int)");
    refused("is not empty: it has elsewhere.ledger.", "drop it and create it again");
  }

  @Test
  void that_has_a_schema_of_ours_is_refused() throws SQLException {
    prepare("");
    run(DATABASE, "create schema touchstone authorization move_owner");
    refused("is not empty: it has a schema touchstone.", "Name an empty one.");
  }

  @Test
  void in_another_encoding_is_refused() throws SQLException {
    prepare("encoding 'LATIN1' locale 'C' template template0");
    refused("is encoded in LATIN1, which has not all letters.", "encoding 'UTF8'");
  }

  @Test
  void that_can_only_be_read_is_refused() throws SQLException {
    prepare("");
    run("postgres", "alter database " + DATABASE + " set default_transaction_read_only to on");
    refused("can only be read", "Name the primary server.");
  }

  @Test
  void in_which_one_of_the_two_roles_may_not_make_what_is_its_own_is_refused() throws SQLException {
    run("postgres", "create database " + DATABASE);
    refused("User \"move_application\" may not create tables", "config/README.md");
    run(DATABASE, "grant create on schema public to move_application");
    refused("User \"move_owner\" may not create tables", "config/README.md");
  }

  @Test
  void that_refuses_the_login_or_is_away_is_told_without_the_password() {
    refused(
        new Goal(url("postgres"), "move_owner", "wrong-" + SECRET, "move_owner", ""),
        "refuses the login of user \"move_owner\"",
        "pg_hba.conf");
    refused(
        new Goal("jdbc:postgresql://localhost:1/labels", "ada", SECRET, "ada", SECRET),
        "cannot be reached",
        "Check that the server runs");
  }

  @Test
  void that_an_unfinished_move_has_left_is_refused_by_the_start_and_cleared_by_the_next_move()
      throws SQLException {
    prepare("");
    try (MoveTarget killed = MoveTarget.open(goal())) {
      killed.begin();
      MoveTarget.run(killed.owner(), "create schema touchstone");
      MoveTarget.run(killed.owner(), "create table touchstone.item (id int)");
      MoveTarget.run(killed.owning("public"), "create table public.act_ge_property (id int)");
    }
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(this::start)
        .withMessageContaining("holds a part of what a move was to bring there")
        .satisfies(refused -> assertThat(refused.action()).contains("move-database"));

    try (MoveTarget next = MoveTarget.open(goal())) {
      next.check();
      next.begin();
      assertThat(MoveTarget.texts(next.owner(), "select relname from pg_class where relkind = 'r'"))
          .doesNotContain("item", "act_ge_property");
      next.finish();
    }
    assertThat(start().getJdbcUrl()).isEqualTo(url(DATABASE));
  }

  @Test
  void is_not_looked_at_where_there_is_nothing_to_move(@TempDir Path empty) {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> DatabaseMove.prepare(empty, () -> folder, null, goal()))
        .withMessage("There is no embedded database in the data folder " + empty + ".")
        .satisfies(refused -> assertThat(refused.action()).contains("TOUCHSTONE_DATA"));
    assertThat(empty).isEmptyDirectory();
  }

  private JdbcConnectionDetails start() {
    DataSourceProperties properties = new DataSourceProperties();
    properties.setUrl(url(DATABASE));
    properties.setUsername("move_application");
    properties.setPassword(SECRET);
    return new ExistingDatabase().existingConnection(properties);
  }

  private void refused(String what, String action) {
    refused(goal(), what, action);
  }

  private static void refused(Goal goal, String what, String action) {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(
            () -> {
              try (MoveTarget target = MoveTarget.open(goal)) {
                target.check();
              }
            })
        .withMessageContaining(what)
        .withMessageNotContaining(SECRET)
        .satisfies(refused -> assertThat(refused.action()).contains(action));
  }

  private Goal goal() {
    return new Goal(url(DATABASE), "move_application", SECRET, "move_owner", SECRET);
  }

  private String url(String database) {
    return server.getJdbcUrl().replaceAll("[^/]+$", database);
  }

  /** As config/README.md says. */
  private void prepare(String options) throws SQLException {
    run("postgres", "create database " + DATABASE + " owner move_owner " + options);
    run(DATABASE, "grant usage, create on schema public to move_application");
  }

  private void run(String database, String... statements) throws SQLException {
    try (Connection superuser = DriverManager.getConnection(url(database), "postgres", password);
        Statement statement = superuser.createStatement()) {
      for (String each : List.of(statements)) {
        statement.execute(each);
      }
    }
  }
}
