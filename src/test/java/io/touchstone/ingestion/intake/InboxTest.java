package io.touchstone.ingestion.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deliveries that are laid down in a folder. */
class InboxTest extends IntegrationTest {

  @Autowired private Inbox inbox;
  @Autowired private InboxRepository repository;
  @Autowired private JdbcClient database;
  @TempDir Path folder;

  @Test
  void a_delivery_is_taken_as_one_batch_once_it_is_ready_and_then_removed() throws IOException {
    Path delivery = delivery("support-tickets", "monday");
    Files.writeString(delivery.resolve("a.jsonl"), "{\"text\": \"inbox row\"}\n");
    Files.createDirectory(delivery.resolve("more"));
    Files.writeString(delivery.resolve("more/b.txt"), "inbox file");
    List<String> before = batches();

    inbox.takeAll(folder);
    assertThat(batches()).as("not ready yet").isEqualTo(before);

    Files.createFile(delivery.resolve(".ready"));
    inbox.takeAll(folder);

    assertThat(delivery).doesNotExist();
    String batch = fresh(before);
    assertThat(strings("select media_type from touchstone.source_object where batch_id = ?", batch))
        .containsExactlyInAnyOrder("application/x-ndjson", "application/octet-stream");
    assertThat(strings("select submitted_by from touchstone.batch where id = ?", batch))
        .containsExactly("inbox");
  }

  @Test
  void a_stop_before_the_files_were_removed_makes_no_second_batch() throws IOException {
    Path delivery = delivery("support-tickets", "tuesday");
    Files.writeString(delivery.resolve("a.txt"), "taken once");
    Path ready = Files.createFile(delivery.resolve(".ready"));
    var time = Files.getLastModifiedTime(ready);
    inbox.takeAll(folder);
    List<String> taken = batches();

    delivery("support-tickets", "tuesday");
    Files.writeString(delivery.resolve("a.txt"), "taken once");
    Files.setLastModifiedTime(Files.createFile(ready), time);
    inbox.takeAll(folder);

    assertThat(batches()).isEqualTo(taken);
    assertThat(delivery).doesNotExist();
  }

  @Test
  void what_cannot_be_taken_stays_and_says_why() throws IOException {
    Path unknown = delivery("no-such-project", "x");
    Files.writeString(unknown.resolve("a.txt"), "text");
    Files.createFile(unknown.resolve(".ready"));
    Path json = delivery("support-tickets", "json");
    Files.writeString(json.resolve("a.json"), "[]");
    Files.createFile(json.resolve(".ready"));
    List<String> before = batches();

    inbox.takeAll(folder);

    assertThat(batches()).isEqualTo(before);
    assertThat(unknown.resolve("a.txt")).exists();
    assertThat(Files.readString(unknown.resolve(".refused"))).contains("no project with that key");
    assertThat(Files.readString(json.resolve(".refused"))).contains("JSON Lines");
  }

  @Test
  void a_link_leads_nowhere_and_the_manifest_has_a_line_for_it() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "not delivered");
    Path delivery = delivery("support-tickets", "linked");
    Files.createSymbolicLink(delivery.resolve("link.txt"), secret);
    Files.createFile(delivery.resolve(".ready"));
    List<String> before = batches();

    inbox.takeAll(folder);

    assertThat(secret).exists();
    assertThat(
            strings(
                "select bytes::text from touchstone.source_object where batch_id = ?",
                fresh(before)))
        .containsExactly("0");
  }

  @Test
  void while_one_node_looks_another_does_not() {
    int[] looks = new int[2];
    repository.alone(
        () -> {
          looks[0]++;
          repository.alone(() -> looks[1]++);
        });
    repository.alone(() -> looks[0]++);

    assertThat(looks).containsExactly(2, 0);
  }

  private Path delivery(String project, String name) throws IOException {
    return Files.createDirectories(folder.resolve(project).resolve(name));
  }

  private String fresh(List<String> before) {
    return batches().stream().filter(id -> !before.contains(id)).findFirst().orElseThrow();
  }

  private List<String> batches() {
    return database.sql("select id from touchstone.batch order by id").query(String.class).list();
  }

  private List<String> strings(String sql, String batch) {
    return database.sql(sql).param(batch).query(String.class).list();
  }
}
