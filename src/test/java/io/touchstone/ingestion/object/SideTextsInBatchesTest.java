package io.touchstone.ingestion.object;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.deidentification.cleaning.DocumentSamples;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.OutsideView;
import io.touchstone.deidentification.cleaning.office.OfficeSamples;
import io.touchstone.ingestion.Ingestion;
import io.touchstone.ingestion.correction.SecondPass;
import io.touchstone.ingestion.intake.BatchIntake;
import io.touchstone.ingestion.intake.Source;
import io.touchstone.ingestion.item.ManifestEntry;
import io.touchstone.ingestion.manifest.Manifest;
import io.touchstone.platform.crypto.Sha256;
import io.touchstone.project.TestProjects;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A name that no recogniser knows where it stands, in an attachment, the name of a sheet or the
 * alternative of a picture, goes from there once it is known from anywhere else in the batch.
 */
class SideTextsInBatchesTest extends IntegrationTest {

  private static final String PROJECT = "support-tickets";
  private static final String KEEPING = "keeps-alternatives";

  private static final String GIVES_AWAY =
      "I am Mr Roderick Quillfeather, account number 4881 3377.";

  /** Nothing in it says that it is about somebody. */
  private static final String SAYS_NOTHING = "the parcel for quillfeather has 4881-3377 on it";

  @Autowired private BeanFactory beans;
  @Autowired private BatchIntake intake;
  @Autowired private Ingestion ingestion;
  @Autowired private SecondPass secondPass;
  @Autowired private Manifest manifest;
  @Autowired private ItemObjects itemObjects;
  @Autowired private JdbcClient database;
  @TempDir Path folder;

  private String ingested(byte[]... files) {
    return ingestedInto(PROJECT, files);
  }

  private String keepingAlternatives(byte[]... files) {
    TestProjects.storeKeepingAlternatives(beans, KEEPING);
    return ingestedInto(KEEPING, files);
  }

  private String ingestedInto(String project, byte[]... files) {
    List<Source> sources = new ArrayList<>();
    for (byte[] file : files) {
      sources.add(new Source("application/octet-stream", new ByteArrayInputStream(file)));
    }
    String batch = intake.receive(project, "dora", sources);
    while (ingestion.ingestChunk(batch)) {
      assertThat(batch).isNotEmpty();
    }
    return batch;
  }

  /** What a stranger reads of the object that was delivered at a place of the batch. */
  private String seen(String batch, int place) throws IOException {
    return new OutsideView(folder).of(object(project(batch), item(batch, place)));
  }

  private String project(String batch) {
    return database
        .sql("select project_key from touchstone.batch where id = ?")
        .param(batch)
        .query(String.class)
        .single();
  }

  private byte[] object(String project, String item) throws IOException {
    try (var in = itemObjects.open(project, item).orElseThrow().content()) {
      return in.readAllBytes();
    }
  }

  private String item(String batch, int place) {
    return database
        .sql("select item_id from touchstone.manifest_entry where source_id = ?")
        .param(batch + "/" + place)
        .query(String.class)
        .single();
  }

  private String text(String batch, int place) {
    return database
        .sql("select text from touchstone.item where id = ?")
        .param(item(batch, place))
        .query(String.class)
        .single();
  }

  private Map<String, ManifestEntry> lines(String batch) {
    Map<String, ManifestEntry> lines = new HashMap<>();
    manifest.forEach(batch, entry -> lines.put(entry.reference(), entry));
    return lines;
  }

  @Test
  void a_name_goes_from_attachments_of_every_kind_once_another_text_gives_it_away()
      throws IOException {
    byte[] mail =
        DocumentSamples.mail(
            "Desk <desk@example.org>",
            "three files",
            "see what is attached",
            List.of(
                SAYS_NOTHING.getBytes(UTF_8),
                OfficeSamples.of(ObjectType.DOCX, SAYS_NOTHING),
                DocumentSamples.pdf(SAYS_NOTHING, "Q. Quillfeather")));
    String batch = ingested(GIVES_AWAY.getBytes(UTF_8), mail);
    assertThat(seen(batch, 2).split("(?i)quillfeather", -1)).hasSizeGreaterThan(3);

    secondPass.maskChunk(batch);

    assertThat(seen(batch, 2)).doesNotContainIgnoringCase("quillfeather").doesNotContain("3377");
    assertThat(seen(batch, 2).split("\\[NAME]\\s+has\\s+\\[ACCOUNT_NUMBER]", -1))
        .as("text, members of the document, and the page as it is drawn")
        .hasSize(4);
    assertThat(text(batch, 2)).isEqualTo("three files\nsee what is attached");
  }

  @Test
  void a_name_goes_from_the_name_of_a_sheet_and_the_alternative_of_a_picture() throws IOException {
    String batch =
        keepingAlternatives(
            GIVES_AWAY.getBytes(UTF_8),
            OfficeSamples.workbook("for quillfeather", "all is paid", "somebody"),
            DocumentSamples.page("The box arrived.", "quillfeather at the door", 128));
    assertThat(seen(batch, 2)).contains("for quillfeather");
    assertThat(seen(batch, 3)).contains("quillfeather at the door");

    secondPass.maskChunk(batch);

    assertThat(seen(batch, 2)).doesNotContainIgnoringCase("quillfeather").contains("for (NAME)");
    assertThat(seen(batch, 3)).doesNotContain("quillfeather").contains("[NAME] at the door");
  }

  @Test
  void the_manifest_counts_what_went_and_names_the_digest_of_what_is_left() throws IOException {
    String batch =
        keepingAlternatives(
            GIVES_AWAY.getBytes(UTF_8),
            DocumentSamples.page("quillfeather was here", "quillfeather at the door", 128),
            DocumentSamples.page("nobody was here", "a door", 128));
    ManifestEntry untouched = lines(batch).get(batch + "/3:1");

    secondPass.maskChunk(batch);

    ManifestEntry entry = lines(batch).get(batch + "/2:1");
    assertThat(entry.foundAgain()).isEqualTo(2);
    assertThat(entry.findings()).containsEntry("NAME", 2);
    assertThat(entry.object()).containsEntry("sha256", Sha256.hex(object(KEEPING, item(batch, 2))));
    assertThat(lines(batch).get(batch + "/3:1")).isEqualTo(untouched);
    assertThat(
            database
                .sql(
                    """
                    select details::text from touchstone.audit_event
                    where object = ? and action = 'found_strings_masked'
                    """)
                .param("batch:" + batch)
                .query(String.class)
                .single())
        .contains("\"items\": 1", "\"masks\": 2");
  }

  @Test
  void what_is_kept_to_be_searched_is_redacted_and_follows_the_object() throws IOException {
    String batch =
        keepingAlternatives(
            GIVES_AWAY.getBytes(UTF_8),
            DocumentSamples.page("Hello.", "quillfeather, mail ann@example.org, at night", 128));
    assertThat(asides(batch, 2)).contains("quillfeather, mail |, at night").doesNotContain("ann");

    secondPass.maskChunk(batch);

    assertThat(asides(batch, 2)).contains("|, mail |, at night");
  }

  @Test
  void the_alternative_of_a_picture_goes_where_the_project_does_not_keep_it() throws IOException {
    byte[] page = DocumentSamples.page("Hello.", "a vorpal snark at the door", 128);
    String kept = keepingAlternatives(page);
    String gone = ingested(page, OfficeSamples.of(ObjectType.DOCX, "nothing else"));

    assertThat(seen(kept, 1)).contains("vorpal snark");
    assertThat(seen(gone, 1)).contains("Hello.").doesNotContain("vorpal");
    assertThat(lines(gone).get(gone + "/1:1").object().get("removed").toString())
        .contains("alternative-text=1");
    assertThat(lines(kept).get(kept + "/1:1").policySha256())
        .isNotEqualTo(lines(gone).get(gone + "/1:1").policySha256());
  }

  private String asides(String batch, int place) {
    return database
        .sql("select asides from touchstone.item_object where item_id = ?")
        .param(item(batch, place))
        .query(String.class)
        .single();
  }

  @Test
  void a_mail_that_is_cleaned_once_more_keeps_what_stands_for_its_correspondents()
      throws IOException {
    byte[] mail =
        DocumentSamples.mail(
            "Mr Roderick Quillfeather <rq@example.org>",
            "late",
            "again",
            List.of(SAYS_NOTHING.getBytes(UTF_8)));
    String batch = ingested(GIVES_AWAY.getBytes(UTF_8), mail);
    String from = from(seen(batch, 2));
    assertThat(from).contains("[NAME]", "<correspondent-1@example.invalid>");

    secondPass.maskChunk(batch);

    assertThat(seen(batch, 2)).doesNotContain("quillfeather").contains("[ACCOUNT_NUMBER]");
    assertThat(from(seen(batch, 2))).isEqualTo(from);
  }

  private static String from(String mail) {
    return mail.lines().filter(line -> line.startsWith("From: ")).findFirst().orElseThrow();
  }

  @Test
  void what_an_officer_marks_in_one_item_goes_from_what_is_attached_to_another()
      throws IOException {
    Road road = Road.of(beans, Options.standard()).officerAway();
    byte[] mail =
        DocumentSamples.mail(
            "desk@example.org",
            "one file",
            "see what is attached",
            List.of(OfficeSamples.of(ObjectType.DOCX, "ask Wexelblatt, then close it")));
    road.goesOnWith(
            intake.receive(
                road.project(),
                road.person("mia").id(),
                List.of(
                    new Source(
                        "application/octet-stream",
                        new ByteArrayInputStream("to Wexelblatt, please".getBytes(UTF_8))),
                    new Source("application/octet-stream", new ByteArrayInputStream(mail)))))
        .untilItRests();
    String item = item(road.batchId(), 2);
    assertThat(new OutsideView(folder).of(object(road.project(), item))).contains("Wexelblatt");

    road.reviewed("Wexelblatt").untilItRests();

    assertThat(new OutsideView(folder).of(object(road.project(), item)))
        .doesNotContain("Wexelblatt")
        .contains("ask [NAME], then close it");
    assertThat(
            database
                .sql(
                    """
                    select string_agg(seen || ' ' || found_again, ', ' order by seen)
                    from touchstone.privacy_correction where batch_id = ?
                    """)
                .param(road.batchId())
                .query(String.class)
                .single())
        .isEqualTo("0 1, 1 0");
    assertThat(lines(road.batchId()).get(road.batchId() + "/2:1").findings())
        .containsEntry("NAME", 1);
  }
}
