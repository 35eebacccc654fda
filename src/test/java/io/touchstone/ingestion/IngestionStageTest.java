package io.touchstone.ingestion;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.IntegrationTest;
import io.touchstone.ingestion.intake.BatchIntake;
import io.touchstone.ingestion.intake.OrphanSweep;
import io.touchstone.ingestion.intake.Source;
import io.touchstone.ingestion.item.Reconciliation;
import io.touchstone.ingestion.manifest.Manifest;
import io.touchstone.platform.store.ObjectStore;
import io.touchstone.platform.web.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From delivered files to items and a manifest that accounts for every row. */
class IngestionStageTest extends IntegrationTest {

  private static final String PROJECT = "support-tickets";
  private static final String NDJSON = "application/x-ndjson";

  @Autowired private BatchIntake intake;
  @Autowired private Ingestion ingestion;
  @Autowired private Manifest manifest;
  @Autowired private OrphanSweep sweep;
  @Autowired private ObjectStore store;
  @Autowired private JdbcClient database;
  @Autowired private TransactionTemplate transaction;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private HistoryService history;

  @Test
  void every_row_of_a_delivery_is_accounted_for() {
    String batch =
        deliver(
            jsonLines(
                "{\"id\":\"a\",\"text\":\"Call me: 020 7946 0018\"}",
                "{\"id\":\"b\",\"text\":\"\"}",
                "",
                "{\"id\":\"c\",\"text\":\"Call me: 020 7946 0018\"}",
                "no JSON",
                "{\"id\":\"d@example.org\",\"text\":\"fine\"}"),
            csv("id,text", "e,\"Mail to jane@example.org", "or not\"", "f,\"open", "g,fine"));
    ingest(batch);
    assertThat(entries(batch))
        .containsExactly(
            batch + "/1:1 OK {PHONE=1}",
            batch + "/1:2 REJECTED EMPTY_TEXT",
            batch + "/1:4 DUPLICATE " + batch + "/1:1",
            batch + "/1:5 REJECTED INVALID_JSON",
            batch + "/1:6 REJECTED PERSONAL_ID",
            batch + "/2:2 OK {EMAIL=1}",
            batch + "/2:4 REJECTED UNTERMINATED_QUOTE",
            batch + "/2:5 OK {}");
    assertThat(ingestion.reconcile(batch)).isEqualTo(new Reconciliation(8, 3, 4, 1, 0, 0));
    assertThat(texts(batch))
        .containsExactlyInAnyOrder("Call me: [PHONE]", "Mail to [EMAIL]\r\nor not", "fine");
  }

  @Test
  void a_delivery_starts_the_pipeline_and_is_audited_in_the_same_step() {
    String batch = deliver(jsonLines("{\"text\":\"one\"}"));
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(batch).count())
        .isEqualTo(1);
    assertThat(audited(batch)).containsExactly("batch_received");
    assertThat(
            database
                .sql("select state from touchstone.batch where id = ?")
                .param(batch)
                .query(String.class)
                .single())
        .isEqualTo("running");
  }

  @Test
  void the_process_ingests_chunk_by_chunk_and_reports_the_counts_of_the_gate() {
    List<String> rows = new ArrayList<>();
    for (int i = 1; i <= 2_001; i++) {
      rows.add("{\"text\":\"" + (i == 5 ? "" : "text number " + i) + "\"}");
    }
    rows.add("{\"text\":\"text number 1\"}");
    String batch = deliver(jsonLines(rows.toArray(String[]::new)));
    runJobs(batch, "annotation-pipeline", 1);
    runJobs(batch, "ingestion", 5);
    assertThat(reported(batch, "receivedRows")).isEqualTo(2_002L);
    assertThat(reported(batch, "okRows")).isEqualTo(2_000L);
    assertThat(reported(batch, "rejectedRows")).isEqualTo(1L);
    assertThat(reported(batch, "duplicateRows")).isEqualTo(1L);
    assertThat(reported(batch, "unreconciledRows")).isEqualTo(0L);
  }

  /**
   * One after the other: the start, one job per chunk, one for what was found, one for near ones.
   */
  private void runJobs(String batch, String process, int count) {
    for (int i = 0; i < count; i++) {
      String instance =
          runtime
              .createProcessInstanceQuery()
              .processInstanceBusinessKey(batch)
              .processDefinitionKey(process)
              .singleResult()
              .getId();
      management.executeJob(
          management.createJobQuery().processInstanceId(instance).singleResult().getId());
    }
  }

  private Object reported(String batch, String variable) {
    String instance =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(batch)
            .processDefinitionKey("ingestion")
            .singleResult()
            .getId();
    return history
        .createHistoricVariableInstanceQuery()
        .processInstanceId(instance)
        .variableName(variable)
        .singleResult()
        .getValue();
  }

  @Test
  void duplicates_are_found_across_chunks_and_sources() {
    List<String> rows = new ArrayList<>();
    for (int i = 1; i <= 4_500; i++) {
      rows.add("{\"text\":\"text number " + (i == 4_400 ? 17 : i) + "\"}");
    }
    String batch =
        deliver(jsonLines(rows.toArray(String[]::new)), csv("id,text", "x,text number 4300"));
    assertThat(ingest(batch)).as("chunks: 2,000 + 2,000 + 500, and the second source").isEqualTo(4);
    assertThat(ingestion.reconcile(batch)).isEqualTo(new Reconciliation(4_501, 4_499, 0, 2, 0, 0));
    assertThat(entries(batch))
        .contains(
            batch + "/1:4400 DUPLICATE " + batch + "/1:17",
            batch + "/2:2 DUPLICATE " + batch + "/1:4300");
  }

  @Test
  void a_chunk_that_is_rolled_back_and_repeated_makes_the_same_items() {
    String batch = deliver(jsonLines("{\"text\":\"one\"}", "{\"text\":\"two\"}"));
    List<String> first =
        transaction.execute(
            status -> {
              ingestion.ingestChunk(batch);
              status.setRollbackOnly();
              return itemIds(batch);
            });
    assertThat(itemIds(batch)).isEmpty();
    assertThat(ingestion.ingestChunk(batch)).isFalse();
    assertThat(itemIds(batch)).isEqualTo(first).hasSize(2);
    assertThat(ingestion.ingestChunk(batch)).as("at the end nothing is left to do").isFalse();
    assertThat(ingestion.reconcile(batch)).isEqualTo(new Reconciliation(2, 2, 0, 0, 0, 0));
  }

  @Test
  void what_is_missing_shows_in_the_reconciliation() {
    String batch = deliver(jsonLines("{\"text\":\"one\"}", "{\"text\":\"two\"}"));
    assertThat(ingestion.reconcile(batch).unreconciled()).as("nothing read yet").isPositive();
    ingest(batch);
    database
        .sql("delete from touchstone.manifest_entry where batch_id = ? and row_number = 2")
        .param(batch)
        .update();
    assertThat(ingestion.reconcile(batch).unreconciled()).isPositive();
  }

  @Test
  void the_raw_text_reaches_neither_disk_nor_tables() throws IOException {
    String batch = deliver(jsonLines("{\"text\":\"the heron asks 020 7946 0099\"}"));
    ingest(batch);
    Path object = data().resolve("objects/" + batch + "/1");
    assertThat(Files.readString(object, ISO_8859_1)).doesNotContain("heron");
    assertThat(texts(batch)).containsExactly("the heron asks [PHONE]");
    assertThat(manifestText(batch)).doesNotContain("heron").doesNotContain("7946");
  }

  @Test
  void a_delivery_without_a_readable_row_is_refused_whole_and_leaves_no_object()
      throws IOException {
    assertRefused(
        422, "Line 1: the file is a JSON array", source(NDJSON, "[\n{\"text\":\"x\"}\n]"));
    assertRefused(422, "Line 1: ", source(NDJSON, "\u0000\u0001binary"));
    assertRefused(422, "Line 1: the header has no column named text", csv("id,body", "a,b"));
    assertRefused(422, "holds no rows", source(NDJSON, ""));
    assertRefused(422, "holds no rows", source(NDJSON, "\n\n"));
    assertRefused(422, "holds no rows", csv("id,text"));
    assertRefused(415, "text/csv", source("application/json", "{}"));
    assertRefused(422, "File 2", jsonLines("{\"text\":\"x\"}"), source(NDJSON, ""));
    assertRefused(422, "holds no file");
  }

  @Test
  void a_delivery_that_breaks_off_leaves_no_object_and_no_batch() {
    InputStream breaking =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };
    int before = objects().size();
    assertThatThrownBy(() -> deliver(new Source(NDJSON, breaking)))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.status()).isEqualTo(400));
    assertThat(objects()).hasSize(before);
  }

  @Test
  void objects_without_a_batch_are_swept_after_a_day_and_others_stay() throws IOException {
    String batch = deliver(jsonLines("{\"text\":\"one\"}"));
    store.write("orphan-1/1", out -> out.write(1));
    store.write("orphan-2/1", out -> out.write(1));
    FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(data().resolve("objects/" + batch + "/1"), old);
    Files.setLastModifiedTime(data().resolve("objects/orphan-1/1"), old);
    sweep.sweep();
    assertThat(objects()).contains(batch + "/1", "orphan-2/1").doesNotContain("orphan-1/1");
    store.delete("orphan-2/1");
  }

  @Test
  void an_unknown_project_is_refused() {
    assertThatThrownBy(() -> intake.receive("none", "dora", List.of()))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.status()).isEqualTo(404));
  }

  private void assertRefused(int status, String words, Source... sources) {
    int before = objects().size();
    assertThatThrownBy(() -> deliver(sources))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(status);
              assertThat(refusal).hasMessageContaining(words);
            });
    assertThat(objects()).hasSize(before);
  }

  private String deliver(Source... sources) {
    return intake.receive(PROJECT, "dora", List.of(sources));
  }

  private int ingest(String batch) {
    int chunks = 1;
    while (ingestion.ingestChunk(batch)) {
      chunks++;
    }
    return chunks;
  }

  private static Source jsonLines(String... rows) {
    return source(NDJSON, String.join("\n", rows) + "\n");
  }

  private static Source csv(String... rows) {
    return source("text/csv; charset=utf-8", String.join("\r\n", rows));
  }

  private static Source source(String type, String content) {
    return new Source(type, new ByteArrayInputStream(content.getBytes(UTF_8)));
  }

  private List<String> entries(String batch) {
    List<String> shown = new ArrayList<>();
    manifest.forEach(
        batch,
        entry ->
            shown.add(
                entry.reference()
                    + " "
                    + entry.status()
                    + " "
                    + entry
                        .reason()
                        .or(entry::duplicateOf)
                        .orElseGet(() -> entry.findings().toString())));
    return shown;
  }

  private String manifestText(String batch) {
    StringBuilder text = new StringBuilder();
    manifest.forEach(batch, text::append);
    return text.toString();
  }

  private List<String> texts(String batch) {
    return database
        .sql("select text from touchstone.item where batch_id = ?")
        .param(batch)
        .query(String.class)
        .list();
  }

  private List<String> itemIds(String batch) {
    return database
        .sql("select id from touchstone.item where batch_id = ? order by id")
        .param(batch)
        .query(String.class)
        .list();
  }

  private List<String> audited(String batch) {
    return database
        .sql("select action from touchstone.audit_event where object = ? order by seq")
        .param("batch:" + batch)
        .query(String.class)
        .list();
  }

  private List<String> objects() {
    Path root = data().resolve("objects");
    if (Files.notExists(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
