package io.touchstone.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.platform.crypto.Secrets;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A database that was made and filled before there were roles and recordings. */
@DisplayName("An installation of an earlier version")
class EarlierInstallationTest {

  private static final Secrets SECRETS =
      new Secrets() {
        @Override
        public byte[] newKey(String purpose) {
          throw new UnsupportedOperationException();
        }

        @Override
        public String newPassword() {
          return UUID.randomUUID().toString();
        }
      };

  @Test
  void gets_an_owner_and_a_restricted_role_and_knows_how_much_is_older() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      String url = server.getJdbcUrl("postgres", "postgres").replaceAll("[?].*", "");
      EmbeddedDatabase.Connection superuser =
          new EmbeddedDatabase.Connection(url, "postgres", "postgres");
      asItWas(superuser);

      EmbeddedRoles.Logins logins = EmbeddedRoles.prepare(superuser, SECRETS);
      migrate(logins.owner(), "latest", logins.application().user());
      EmbeddedRoles.prepare(superuser, SECRETS);

      JdbcClient database = client(superuser);
      assertThat(owners(database, "touchstone")).isEqualTo(EmbeddedRoles.OWNER);
      assertThat(owners(database, "public")).isEqualTo(EmbeddedRoles.APPLICATION);
      assertThat(
              database
                  .sql(
                      """
                      select details -> 'older' ->> 'gate-decision' from touchstone.audit_event
                      where action = 'recording_begun'
                      """)
                  .query(String.class)
                  .single())
          .isEqualTo("1");
      assertThat(
              database
                  .sql(
                      """
                      select v.version || ' ' || (v.settings ->> 'aql') || ' ' || v.label_schema_version
                      from touchstone.batch b join touchstone.project_version v
                        on v.project_key = b.project_key and v.version = b.project_version
                      where b.id = 'old-1'
                      """)
                  .query(String.class)
                  .single())
          .as("a batch from before is read through what was said at the upgrade")
          .isEqualTo("1 4.0 2");
    }
  }

  @Test
  void lets_the_application_add_to_the_history_and_the_engine_change_its_tables() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      String url = server.getJdbcUrl("postgres", "postgres").replaceAll("[?].*", "");
      EmbeddedDatabase.Connection superuser =
          new EmbeddedDatabase.Connection(url, "postgres", "postgres");
      asItWas(superuser);
      EmbeddedRoles.Logins logins = EmbeddedRoles.prepare(superuser, SECRETS);
      migrate(logins.owner(), "latest", logins.application().user());
      JdbcClient application = client(logins.application());

      assertThat(
              application
                  .sql(
                      """
                      insert into touchstone.audit_event (at, actor, action, object)
                      values (now(), 'mia', 'thing_happened', 'thing:1')
                      """)
                  .update())
          .isEqualTo(1);
      assertThat(
              application
                  .sql("update touchstone.verdict set superseded_at = now(), superseded_in = 1")
                  .update())
          .isZero();
      application.sql("alter table act_re_deployment add column later_ text").update();
      application.sql("create table act_later (id_ text)").update();
      for (String forbidden :
          new String[] {
            "update touchstone.audit_event set actor = 'tom'",
            "delete from touchstone.audit_seal",
            "truncate touchstone.judgement",
            "update touchstone.verdict set method = 'adjudication'",
            "update touchstone.judgement_answer set answer = '{\"label\": \"x\"}'",
            "update touchstone.verdict_answer set answer = '{\"label\": \"x\"}'",
            "delete from touchstone.gate_decision"
          }) {
        assertThatThrownBy(() -> application.sql(forbidden).update())
            .as(forbidden)
            .rootCause()
            .hasMessageContaining("permission denied for table");
      }
    }
  }

  /** Migrated by the superuser to the version before, with the engine's tables and a gate's row. */
  private static void asItWas(EmbeddedDatabase.Connection superuser) {
    migrate(superuser, "29", superuser.user());
    new ResourceDatabasePopulator(
            new ClassPathResource(
                "org/camunda/bpm/engine/db/create/activiti.postgres.create.engine.sql"))
        .execute(source(superuser));
    client(superuser)
        .sql(
            """
            set session_replication_role = replica;
            insert into touchstone.project (key, name, settings, settings_sha256, loaded_at)
            values ('old', 'Old', '{"aql": 4.0}', 'x', now());
            insert into touchstone.label_schema (project_key, version, labels, sha256, created_at)
            values ('old', 1, '[]', 'x', now()), ('old', 2, '[]', 'y', now());
            insert into touchstone.batch (id, project_key, submitted_by, created_at, wrapped_key,
              label_schema_version, guideline_version)
            values ('old-1', 'old', 'dana', now(), '', 1, 1);
            insert into touchstone.gate_decision
              (batch_id, stage, decision_key, decision_version, decision_definition_id, inputs, verdict,
               rule, because, created_at)
            values ('old-1', 'ingestion', 'gate-ingestion', 1, 'x', '{}', 'pass', 'all', 'All.', now());
            """)
        .update();
  }

  private static void migrate(EmbeddedDatabase.Connection by, String target, String application) {
    var flyway =
        Flyway.configure()
            .dataSource(by.url(), by.user(), by.password())
            .schemas("touchstone")
            .defaultSchema("touchstone")
            .target(target);
    if (target.equals("latest")) {
      flyway.callbacks(
          new ApplicationGrants(new EmbeddedDatabase.Connection(by.url(), application, "")));
    }
    flyway.load().migrate();
  }

  /** Who owns the tables and functions of a schema. */
  private static String owners(JdbcClient database, String schema) {
    return database
        .sql(
            """
            select string_agg(distinct pg_get_userbyid(owner), ',') from (
              select relowner as owner from pg_class
              where relnamespace = :schema::regnamespace and relkind in ('r', 'S')
              union all select proowner from pg_proc where pronamespace = :schema::regnamespace) all_
            """)
        .param("schema", schema)
        .query(String.class)
        .single();
  }

  private static DriverManagerDataSource source(EmbeddedDatabase.Connection login) {
    return new DriverManagerDataSource(login.url(), login.user(), login.password());
  }

  private static JdbcClient client(EmbeddedDatabase.Connection login) {
    return JdbcClient.create(source(login));
  }
}
