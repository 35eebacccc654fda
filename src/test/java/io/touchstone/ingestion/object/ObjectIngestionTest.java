package io.touchstone.ingestion.object;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.deidentification.cleaning.pdf.PlantedPdf;
import io.touchstone.ingestion.Ingestion;
import io.touchstone.ingestion.Zips;
import io.touchstone.ingestion.intake.BatchIntake;
import io.touchstone.ingestion.intake.Source;
import io.touchstone.ingestion.item.ManifestEntry;
import io.touchstone.ingestion.item.Reconciliation;
import io.touchstone.ingestion.manifest.Manifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From delivered documents, and archives of them, to items and a manifest that accounts for each.
 */
class ObjectIngestionTest extends IntegrationTest {

  private static final String PROJECT = "support-tickets";
  private static final String PAGE =
      "<html><head><meta name=author content='Zed Heronsworth'></head><body><p>Please ring <b>020"
          + " 7946</b> 0018 now.</p><!-- 020 7946 0099 --></body></html>";

  @Autowired private BatchIntake intake;
  @Autowired private Ingestion ingestion;
  @Autowired private Manifest manifest;
  @Autowired private ItemObjects itemObjects;
  @Autowired private JdbcClient database;
  @Autowired private TransactionTemplate transaction;

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
  void words_that_a_document_loses_are_in_its_line_and_too_many_keep_it_from_everybody()
      throws IOException {
    String[] many = new String[6];
    Arrays.fill(many, "ten words of no weight stand on a single line");
    String batch =
        deliver(
            object(PlantedPdf.losing("once", many)),
            object(PlantedPdf.losing("three words more", "this line has five words")));
    ingest(batch);

    assertThat(entries(batch))
        .containsExactly(
            batch + "/1:1 OK {} application/pdf", batch + "/2:1 QUARANTINED WORDS_LOST");
    ManifestEntry kept = entry(batch + "/1:1");
    ManifestEntry gone = entry(batch + "/2:1");
    assertThat(kept.object()).containsEntry("words", 61).containsEntry("lostWords", 1);
    assertThat(gone.object()).containsEntry("words", 8).containsEntry("lostWords", 3);
    assertThat(gone.sentence().orElseThrow())
        .startsWith("Object 1: of 8 words that it shows 3 cannot be kept.");
  }

  private static Source object(byte[] content) {
    return new Source("application/octet-stream", new ByteArrayInputStream(content));
  }

  private ManifestEntry entry(String reference) {
    List<ManifestEntry> found = new ArrayList<>();
    manifest.forEach(
        reference.substring(0, reference.indexOf('/')),
        entry -> {
          if (entry.reference().equals(reference)) {
            found.add(entry);
          }
        });
    return found.get(0);
  }

  @Test
  void each_member_of_an_archive_has_its_own_outcome() {
    String batch =
        deliver(
            new Source(
                "application/zip",
                new ByteArrayInputStream(
                    Zips.of(
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
  void files_of_archives_in_archives_are_items_with_the_way_to_them() {
    byte[] inner =
        Zips.of("c.txt", "Ring 020 7946 0018.".getBytes(UTF_8), "d", "first".getBytes(UTF_8));
    byte[] outer =
        Zips.of(
            "a.txt",
            "first".getBytes(UTF_8),
            "jones.zip",
            Zips.of("b.zip", inner, "e", PAGE.getBytes(UTF_8)));
    String batch = deliver(new Source("application/zip", new ByteArrayInputStream(outer)));
    ingest(batch);
    assertThat(entries(batch))
        .containsExactly(
            batch + "/1:1 OK {} text/plain",
            batch + "/1:2 OK {PHONE=1} text/plain",
            batch + "/1:3 DUPLICATE " + batch + "/1:1",
            batch + "/1:4 OK {PHONE=1} text/html");
    List<Object> ways = new ArrayList<>();
    manifest.forEach(batch, entry -> ways.add(entry.object().get("path")));
    assertThat(ways).containsExactly(null, List.of(2, 1, 1), List.of(2, 1, 2), List.of(2, 2));
    assertThat(ingestion.reconcile(batch)).isEqualTo(new Reconciliation(4, 3, 0, 1, 0, 0));
  }

  @Test
  void no_name_within_an_archive_in_an_archive_is_left() throws IOException {
    byte[] inner = Zips.of("Heronpool/Ring Heronpool.txt", "Call 020 7946 0018.".getBytes(UTF_8));
    byte[] outer =
        Zips.of("Heronpool.zip", Zips.of("of Heronpool.zip", inner, "Heronpool", new byte[0]));
    String batch = deliver(new Source("application/zip", new ByteArrayInputStream(outer)));
    ingest(batch);

    assertThat(lines(batch)).hasSize(2);
    assertThat(lines(batch).toString()).doesNotContain("Heronpool").doesNotContain("7946");
    try (Stream<Path> files = Files.walk(data().resolve("objects/" + batch))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, ISO_8859_1)).doesNotContain("Heronpool");
      }
    }
  }

  @Test
  void a_chunk_of_an_archive_of_archives_that_is_undone_is_made_again_alike() {
    byte[] outer =
        Zips.of(
            "a", Zips.of("b", "one".getBytes(UTF_8), "c", Zips.of("d", PAGE.getBytes(UTF_8))),
            "e", "two".getBytes(UTF_8));
    String batch = deliver(new Source("application/zip", new ByteArrayInputStream(outer)));

    List<String> undone =
        transaction.execute(
            status -> {
              ingest(batch);
              status.setRollbackOnly();
              return lines(batch);
            });
    assertThat(lines(batch)).isEmpty();
    ingest(batch);

    assertThat(lines(batch)).hasSize(3).isEqualTo(undone);
  }

  private List<String> lines(String batch) {
    List<String> lines = new ArrayList<>();
    manifest.forEach(batch, entry -> lines.add(entry.line().toString()));
    return lines;
  }

  @Test
  void an_archive_of_archives_becomes_the_same_whatever_it_is_cut_into() {
    Object[] files = new Object[2 * 230];
    for (int i = 0; i < 230; i++) {
      files[2 * i] = "f" + i;
      files[2 * i + 1] = ("text number " + i).getBytes(UTF_8);
    }
    byte[] outer =
        Zips.of(
            "x.zip",
            Zips.of(files),
            "y.zip",
            Zips.of("z.zip", Zips.of("only", "last".getBytes(UTF_8))));
    String batch = deliver(new Source("application/zip", new ByteArrayInputStream(outer)));

    // More than a chunk holds: the second one begins in the middle of the first inner archive.
    assertThat(ingestion.ingestChunk(batch)).isTrue();
    ingest(batch);

    List<String> texts = texts(batch);
    assertThat(texts).hasSize(231).doesNotHaveDuplicates().contains("text number 229", "last");
    assertThat(ingestion.reconcile(batch)).isEqualTo(new Reconciliation(231, 231, 0, 0, 0, 0));
  }

  @Test
  void a_contract_of_a_megabyte_becomes_one_item() {
    String clause = "The tenant pays the rent on the first day of each month.\n";
    String contract = clause.repeat(17_000) + "Signed: ring 020 7946 0018.";
    assertThat(contract.length()).isBetween(900_000, 1 << 20);
    String batch = deliver(file(contract));
    ingest(batch);
    assertThat(entries(batch)).containsExactly(batch + "/1:1 OK {PHONE=1} text/plain");
    assertThat(texts(batch).get(0))
        .hasSize(17_000 * clause.length() + "Signed: ring [PHONE].".length());
    assertThat(texts(batch).get(0)).endsWith("Signed: ring [PHONE].");
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
    byte[] archive = Zips.of("a", PAGE.getBytes(UTF_8), "b", "text".getBytes(UTF_8));
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
