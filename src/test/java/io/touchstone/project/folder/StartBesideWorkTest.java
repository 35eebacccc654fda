package io.touchstone.project.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.touchstone.IntegrationTest;
import io.touchstone.project.GoldSink;
import io.touchstone.project.GoldSink.GoldLine;
import io.touchstone.project.Project;
import io.touchstone.project.Projects;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A node starts while people work on another. */
class StartBesideWorkTest extends IntegrationTest {

  private static final Duration AT_ONCE = Duration.ofSeconds(30);

  @Autowired private ProjectLoader loader;
  @Autowired private GoldSink gold;
  @Autowired private Projects projects;
  @Autowired private DataSource connections;
  @Autowired private JdbcClient database;
  @Autowired private TransactionTemplate transaction;

  @BeforeEach
  void everything_is_as_the_files_say() {
    loader.run();
  }

  @Test
  void files_that_say_what_they_said_wait_for_nobody_whatever_is_locked() throws SQLException {
    try (Connection others = connections.getConnection()) {
      others.setAutoCommit(false);
      lock(others, "select 1 from touchstone.project order by key for update");
      lock(others, "select 1 from touchstone.item where batch_id is null for update");
      lock(others, "select 1 from touchstone.gold_item for update");

      assertTimeoutPreemptively(AT_ONCE, loader::run);

      others.rollback();
    }
  }

  /** What a draft or a judgement that is being stored holds is the key of its item. */
  @Test
  void changed_gold_is_stored_while_somebody_stores_judgements_about_it() throws SQLException {
    List<String> known = goldIds();
    assertThat(known).hasSizeGreaterThan(1);
    try (Connection others = connections.getConnection()) {
      others.setAutoCommit(false);
      lock(
          others,
          "select 1 from touchstone.item where batch_id is null order by id desc for key share");

      String stored =
          transaction.execute(
              status -> {
                status.setRollbackOnly();
                database.sql("set local lock_timeout = '5s'").update();
                changeAllGold(known);
                return database
                    .sql(
                        "select text from touchstone.item where project_key = 'support-tickets' and"
                            + " external_id = ?")
                    .param(known.get(0))
                    .query(String.class)
                    .single();
              });

      assertThat(stored).isEqualTo("Changed 0");
      others.rollback();
    }
  }

  private void changeAllGold(List<String> ids) {
    Project project = projects.require("support-tickets");
    String label = project.labels().get(0).id();
    List<GoldLine> lines = new ArrayList<>();
    for (String id : ids) {
      lines.add(new GoldLine(lines.size() + 1, id, "Changed " + lines.size(), label));
    }
    gold.load(project, "gold.jsonl", lines);
  }

  private List<String> goldIds() {
    return database
        .sql(
            """
            select external_id from touchstone.item i
            where batch_id is null and project_key = 'support-tickets' and exists (
              select from touchstone.gold_item g where g.item_id = i.id and g.in_use)
            order by external_id limit 20
            """)
        .query(String.class)
        .list();
  }

  private static void lock(Connection connection, String rows) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet locked = statement.executeQuery(rows)) {
      assertThat(locked.next()).as("there is something to lock: %s", rows).isTrue();
    }
  }
}
