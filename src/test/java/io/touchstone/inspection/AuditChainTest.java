package io.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.audit.AuditChain;
import io.touchstone.audit.AuditTrail;
import io.touchstone.audit.ChainCheck;
import io.touchstone.audit.OfflineVerifier;
import io.touchstone.audit.Seal;
import io.touchstone.audit.Superuser;
import io.touchstone.platform.security.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("The chain over the audit trail")
class AuditChainTest extends InspectionTest {

  @Autowired private AuditChain chain;
  @Autowired private AuditTrail trail;
  @Autowired private TransactionTemplate transaction;
  @TempDir private Path folder;

  @BeforeEach
  void threeSealedEvents() {
    for (int number = 1; number <= 3; number++) {
      int count = number;
      transaction.executeWithoutResult(
          status ->
              trail.recordWithReason(
                  "mia", "thing_happened", "thing:" + count, Map.of("count", count), "because"));
    }
    sealAll();
  }

  private void sealAll() {
    while (waiting() > 0) {
      chain.seal();
    }
  }

  private long waiting() {
    return database
        .sql("select count(*) from touchstone.audit_unsealed")
        .query(Long.class)
        .single();
  }

  @Test
  void is_unbroken_and_covers_every_event_once() {
    ChainCheck found = chain.check();

    assertThat(found)
        .isInstanceOfSatisfying(
            ChainCheck.Intact.class,
            intact -> {
              assertThat(intact.events()).isEqualTo(events());
              assertThat(intact.waiting()).isZero();
            });
  }

  @Test
  void says_how_many_events_wait_for_the_next_seal() {
    transaction.executeWithoutResult(
        status -> {
          trail.record("mia", "thing_happened", "thing:4", Map.of());
          assertThat(chain.check())
              .isInstanceOfSatisfying(
                  ChainCheck.Intact.class, intact -> assertThat(intact.waiting()).isEqualTo(1));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update touchstone.audit_event set actor = 'tom' where seq = :seq",
        "update touchstone.audit_event set at = at + interval '1 microsecond' where seq = :seq",
        "update touchstone.audit_event set details = '{\"count\": 4}' where seq = :seq",
        "delete from touchstone.audit_event where seq = :seq"
      })
  void names_the_seal_under_which_an_event_was_changed_or_removed(String change) {
    long seal = lastSeal();

    assertThat(checkAfter(change))
        .isInstanceOfSatisfying(
            ChainCheck.Broken.class,
            broken -> {
              assertThat(broken.seal()).isEqualTo(seal);
              assertThat(broken.sentence()).contains("changed or removed");
            });
  }

  @Test
  void sees_an_event_that_was_slipped_in_past_the_product() {
    assertThat(
            checkAfter(
                """
                insert into touchstone.audit_event (at, actor, action, object)
                select at, actor, action, object from touchstone.audit_event where seq = :seq
                """))
        .isInstanceOfSatisfying(
            ChainCheck.Broken.class,
            broken -> assertThat(broken.sentence()).contains("behind the product's back"));
  }

  @Test
  void sees_an_event_that_somebody_added_in_the_ordinary_way() {
    assertThat(
            checkAfter(
                """
                with added as (
                  insert into touchstone.audit_event (at, actor, action, object)
                  select at, actor, action, object from touchstone.audit_event where seq = :seq
                  returning seq)
                insert into touchstone.audit_unsealed select seq from added
                """))
        .isInstanceOfSatisfying(
            ChainCheck.Broken.class,
            broken ->
                assertThat(broken.sentence()).contains("was not written by this installation"));
  }

  @Test
  void sees_a_seal_that_was_made_again_without_the_key() {
    Seal last = seals().get(seals().size() - 1);
    String forged =
        """
        update touchstone.audit_seal set mac = repeat('0', 64)
        where number = %d and :seq > 0
        """
            .formatted(last.number());

    assertThat(checkAfter(forged))
        .isInstanceOfSatisfying(
            ChainCheck.Broken.class,
            broken -> assertThat(broken.sentence()).contains("not made by this installation"));
  }

  @Test
  void stays_unbroken_when_a_persons_reason_is_erased() {
    database
        .sql("delete from touchstone.audit_reason where audit_seq = :seq")
        .param("seq", newestEvent())
        .update();

    assertThat(chain.check()).isInstanceOf(ChainCheck.Intact.class);
  }

  @Test
  void is_told_to_auditors_in_a_sentence_with_its_head() {
    JsonNode check = read("/check?batch=none-of-them-1");

    assertThat(check.get("unbroken").asBoolean()).isTrue();
    assertThat(check.get("sentence").asText()).contains("are as they were sealed");
    assertThat(check.get("head").asText()).hasSize(64);
  }

  @Test
  void can_be_checked_from_the_exported_files_alone() throws IOException {
    Path events = exported("/events/export?format=jsonl", "events.jsonl");
    Path seals = exported("/seals", "seals.jsonl");

    assertThat(verify(events, seals)).startsWith("0 Unbroken: ").contains(" under ");
  }

  @Test
  void tells_from_the_files_alone_that_an_event_was_changed() throws IOException {
    Path events = exported("/events/export?format=jsonl", "events.jsonl");
    Path seals = exported("/seals", "seals.jsonl");
    Files.writeString(
        events, Files.readString(events).replaceFirst("\"actor\":\"mia\"", "\"actor\":\"tom\""));

    assertThat(verify(events, seals)).startsWith("1 Broken: an event under seal ");
  }

  @Test
  void says_which_line_of_a_foreign_file_it_does_not_understand() throws IOException {
    Path events = Files.writeString(folder.resolve("e"), "{\"seq\": 1}\n");

    assertThat(verify(events, events)).startsWith("1 Broken: line 1 of ");
  }

  private String verify(Path events, Path seals) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        OfflineVerifier.run(
            List.of(events.toString(), seals.toString()),
            new PrintStream(said, true, StandardCharsets.UTF_8));
    return status + " " + said.toString(StandardCharsets.UTF_8);
  }

  private Path exported(String path, String name) throws IOException {
    String text = as(user(Role.AUDITOR)).getForObject("/api/v1/audit" + path, String.class);
    return Files.writeString(folder.resolve(name), text);
  }

  /** What the check finds after a superuser of the database, whom no trigger stops, did this. */
  private ChainCheck checkAfter(String change) {
    long seq = newestEvent();
    try (Superuser superuser = Superuser.of(beans)) {
      return superuser.undone(
          as -> {
            as.sql(change).param("seq", seq).update();
            return superuser.check(Optional.empty()).chain();
          });
    }
  }

  private List<Seal> seals() {
    List<Seal> all = new java.util.ArrayList<>();
    transaction.executeWithoutResult(status -> chain.forEach(all::add));
    return all;
  }

  private long lastSeal() {
    return seals().get(seals().size() - 1).number();
  }

  private long newestEvent() {
    return database
        .sql("select max(seq) from touchstone.audit_event where object = 'thing:3'")
        .query(Long.class)
        .single();
  }

  private long events() {
    return database.sql("select count(*) from touchstone.audit_event").query(Long.class).single();
  }
}
