package io.touchstone.ingestion;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From delivered documents, and archives of them, to items and a manifest that accounts for each.
 */
class ObjectIngestionTest extends IntegrationTest {

  private static final String PROJECT = "support-tickets";
  private static final String PAGE =
      "<html><head><meta name=author content='Zed Heronsworth'></head>"
          + "<body><p>Please ring <b>020 7946</b> 0018 now.</p><!-- 020 7946 0099 --></body></html>";

  @Autowired private BatchIntake intake;
  @Autowired private Ingestion ingestion;
  @Autowired private Manifest manifest;
  @Autowired private ItemObjects itemObjects;
  @Autowired private JdbcClient database;

  @Test
  void a_text_file_becomes_an_item_without_a_file() {
    String batch = deliver(file("Ring 020 7946 0018, please."));
    ingest(batch);
    assertThat(entries(batch)).containsExactly(batch + "/1:1 OK {PHONE=1} text/plain");
    assertThat(texts(batch)).containsExactly("Ring [PHONE], please.");
    assertThat(itemObjects.open(PROJECT, itemIds(batch).get(0))).isEmpty();
    assertThat(ingestion.reconcile(batch)).isEqualTo(new Reconciliation(1, 1, 0, 0, 0, 0));
  }

  @Test
  void a_document_becomes_an_item_with_its_text_and_the_cleaned_document() throws IOException {
    String batch = deliver(file(PAGE));
    ingest(batch);
    assertThat(texts(batch)).containsExactly("Please ring [PHONE] now.");
    String left = content(itemIds(batch).get(0));
    assertThat(left).contains("Please ring").contains("[PHONE]");
    assertThat(left).doesNotContain("7946").doesNotContain("Heronsworth");
  }

  @Test
  void each_member_of_an_archive_has_its_own_outcome() {
    String batch =
        deliver(
            new Source(
                "application/zip",
                new ByteArrayInputStream(
                    zip(
                        "a/../../x.txt", "first".getBytes(UTF_8),
                        "b.txt", "second 020 7946 0018".getBytes(UTF_8),
                        "copy.txt", "first".getBytes(UTF_8),
                        "noise.bin", new byte[] {1, (byte) 0x80, 3, (byte) 0xfe, 0, 9},
                        "empty.txt", new byte[0],
                        "blank.txt", "  ".getBytes(UTF_8),
                        "long.txt", longerThanAMebibyte()))));
    ingest(batch);
    assertThat(entries(batch))
        .containsExactly(
            batch + "/1:1 OK {} text/plain",
            batch + "/1:2 OK {PHONE=1} text/plain",
            batch + "/1:3 DUPLICATE " + batch + "/1:1",
            batch + "/1:4 QUARANTINED UNKNOWN_TYPE",
            batch + "/1:5 QUARANTINED UNREADABLE",
            batch + "/1:6 REJECTED EMPTY_TEXT text/plain",
            batch + "/1:7 REJECTED TEXT_TOO_LONG text/plain");
    assertThat(ingestion.reconcile(batch)).isEqualTo(new Reconciliation(7, 2, 2, 1, 2, 0));
  }

  /** Words that differ: what repeats itself so often would be taken for a bomb. */
  private static byte[] longerThanAMebibyte() {
    return IntStream.range(0, 200_000)
        .mapToObj(number -> "w" + Integer.toString(number, 36))
        .collect(Collectors.joining(" "))
        .getBytes(UTF_8);
  }

  @Test
  void a_mail_keeps_its_words_and_loses_its_addresses() throws IOException {
    String batch =
        deliver(
            file(
                "From: Zed <zed.heron@example.org>\r\nTo: desk@example.com\r\n"
                    + "Subject: Router\r\nMIME-Version: 1.0\r\n"
                    + "Content-Type: text/plain; charset=utf-8\r\nX-Mailer: own\r\n\r\n"
                    + "It reboots. Call 020 7946 0018.\r\n"));
    ingest(batch);
    assertThat(entries(batch)).singleElement().asString().contains(" OK ", "message/rfc822");
    assertThat(texts(batch).get(0)).contains("It reboots. Call [PHONE].");
    assertThat(content(itemIds(batch).get(0)))
        .contains("[PHONE]")
        .doesNotContain("zed.heron", "7946", "X-Mailer");
  }

  @Test
  void files_and_rows_of_one_delivery_become_one_batch() {
    String batch =
        deliver(
            file("one file"),
            new Source("text/csv", new ByteArrayInputStream("text\nrow".getBytes(UTF_8))),
            file(PAGE));
    ingest(batch);
    assertThat(entries(batch))
        .containsExactly(
            batch + "/1:1 OK {} text/plain",
            batch + "/2:2 OK {}",
            batch + "/3:1 OK {PHONE=1} text/html");
  }

  @Test
  void the_manifest_names_the_type_and_the_digest_of_the_cleaned_object() {
    byte[] archive = zip("a", PAGE.getBytes(UTF_8), "b", "text".getBytes(UTF_8));
    String batch = deliver(new Source("application/zip", new ByteArrayInputStream(archive)));
    ingest(batch);
    List<String> shas =
        database
            .sql("select sha256 from touchstone.item_object where batch_id = ?")
            .param(batch)
            .query(String.class)
            .list();
    assertThat(shas).hasSize(1);
    List<Map<String, Object>> lines = new ArrayList<>();
    manifest.forEach(batch, entry -> lines.add(entry.line()));
    assertThat(lines.get(0)).extracting("object").asString().contains(shas.get(0), "text/html");
  }

  @Test
  void no_plain_byte_of_a_document_lies_on_the_disk() throws IOException {
    String batch = deliver(file(PAGE.replace("Please", "Heronpool")));
    ingest(batch);
    try (Stream<Path> files = Files.walk(data().resolve("objects/" + batch))) {
      List<Path> stored = files.filter(Files::isRegularFile).toList();
      assertThat(stored).hasSize(2);
      for (Path file : stored) {
        assertThat(Files.readString(file, ISO_8859_1)).doesNotContain("Heronpool");
      }
    }
  }

  private String content(String item) throws IOException {
    try (var in = itemObjects.open(PROJECT, item).orElseThrow().content()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static Source file(String content) {
    return new Source(
        "application/octet-stream", new ByteArrayInputStream(content.getBytes(UTF_8)));
  }

  private static byte[] zip(Object... namesAndContents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        zip.write((byte[]) namesAndContents[i + 1]);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private String deliver(Source... sources) {
    return intake.receive(PROJECT, "dora", List.of(sources));
  }

  private void ingest(String batch) {
    boolean more = true;
    while (more) {
      more = ingestion.ingestChunk(batch);
    }
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
                        .orElseGet(() -> entry.findings().toString())
                    + (entry.object().containsKey("type")
                        ? " " + entry.object().get("type")
                        : "")));
    return shown;
  }

  private List<String> texts(String batch) {
    return strings("select text from touchstone.item where batch_id = ?", batch);
  }

  private List<String> itemIds(String batch) {
    return strings("select id from touchstone.item where batch_id = ? order by id", batch);
  }

  private List<String> strings(String sql, String batch) {
    return database.sql(sql).param(batch).query(String.class).list();
  }
}
