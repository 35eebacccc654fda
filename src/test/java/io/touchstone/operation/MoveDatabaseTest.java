package io.touchstone.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.audit.History;
import io.touchstone.pipeline.Stage;
import io.touchstone.road.Installation;
import io.touchstone.road.StagedBatches;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the embedded database to an organisation's own, while a batch rests in each stage. */
@Tag("slow")
class MoveDatabaseTest {

  @TempDir Path folder;

  @Test
  void a_batch_in_each_stage_ends_after_the_move_which_a_kill_in_the_middle_does_not_spoil()
      throws Exception {
    Path data = folder.resolve("data");
    Map<Stage, String> resting;
    List<String> structure;
    try (Installation installation = StagedBatches.start(folder, Map.of())) {
      resting = StagedBatches.begin(installation);
      structure = structure(installation);
      refused(data, nowhere(), "is in use by process", "Stop that process");
    }
    try (ExistingServer server = new ExistingServer()) {
      server.prepare("labels");
      Map<String, String> environment = server.environment("labels");

      try (var killed = StartedApplication.start(data, environment, "move-database")) {
        killed.await("table_moved table=touchstone.item ");
        killed.kill();
      }
      refusedStart(data, environment, "holds a part of what a move was to bring there");

      try (var move = StartedApplication.start(data, environment, "move-database")) {
        assertThat(move.exitCode()).as(move.output()).isZero();
        System.out.println(move.await("moved tables=.*"));
        System.out.printf("move-command %.1f seconds%n", move.seconds());
        assertThat(move.output())
            .contains("TOUCHSTONE_DATABASE_URL=" + server.url("labels"), "holds after the move")
            .doesNotContain(ExistingServer.PASSWORD, "\tat ", " WARN ");
      }
      refusedStart(data, Map.of(), "The embedded database has moved to " + server.url("labels"));

      try (Installation installation = StagedBatches.start(folder, server.settings("labels"))) {
        assertThat(structure(installation)).isEqualTo(structure);
        Set<Stage> ended = EnumSet.noneOf(Stage.class);
        StagedBatches.end(installation, resting, (stage, id) -> ended.add(stage));
        assertThat(ended).containsExactly(Stage.values());
        assertThat(installation.bean(History.class).check(Optional.empty()).unbroken()).isTrue();
      }
    }
  }

  private static final String STRUCTURE =
      """
      select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
      from pg_constraint where connamespace in ('public'::regnamespace, 'touchstone'::regnamespace)
      union all select indexdef from pg_indexes where schemaname in ('public', 'touchstone')
      union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text
      from pg_trigger where not tgisinternal
      union all select schemaname || sequencename || ' ' || (last_value is null)::text
      from pg_sequences
      union all select viewname || ' ' || definition from pg_views
      where schemaname in ('public', 'touchstone')
      union all select c.oid::regclass || ' ' || right_of.privilege_type
      from pg_class c cross join lateral aclexplode(c.relacl) as right_of
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'touchstone' and right_of.grantee = current_user::regrole
      """;

  /** Constraints, indexes, triggers, sequences, views, and what the application's role may do. */
  private static List<String> structure(Installation installation) {
    return installation.bean(JdbcClient.class).sql(STRUCTURE).query(String.class).list().stream()
        .sorted()
        .toList();
  }

  private static Map<String, String> nowhere() {
    return Map.of("TOUCHSTONE_DATABASE_URL", "jdbc:postgresql://localhost:1/labels");
  }

  private static void refused(
      Path data, Map<String, String> environment, String what, String action) {
    try (var move = StartedApplication.start(data, environment, "move-database")) {
      assertThat(move.exitCode()).as(move.output()).isEqualTo(1);
      assertThat(move.output())
          .contains("NOT MOVED", what, action)
          .doesNotContain(ExistingServer.PASSWORD, "\tat ");
    }
  }

  private static void refusedStart(Path data, Map<String, String> environment, String what) {
    try (var application = StartedApplication.start(data, environment)) {
      assertThat(application.exitCode()).as(application.output()).isEqualTo(1);
      assertThat(application.output()).contains("APPLICATION FAILED TO START", what);
    }
  }
}
