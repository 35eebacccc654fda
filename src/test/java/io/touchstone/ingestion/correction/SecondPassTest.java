package io.touchstone.ingestion.correction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.IntegrationTest;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.ingestion.Ingestion;
import io.touchstone.ingestion.intake.BatchIntake;
import io.touchstone.ingestion.intake.Source;
import io.touchstone.ingestion.manifest.Manifest;
import io.touchstone.platform.database.Json;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What one text gives away is masked in the whole batch. */
class SecondPassTest extends IntegrationTest {

  private static final String GIVES_AWAY =
      "{\"id\": \"a\", \"text\": \"I am Mr Roderick Quillfeather, account number 4881 3377.\"}";

  @Autowired private BatchIntake intake;
  @Autowired private Ingestion ingestion;
  @Autowired private SecondPass secondPass;
  @Autowired private Manifest manifest;
  @Autowired private JdbcClient database;
  @Autowired private Json json;
  @Autowired private TransactionTemplate transaction;

  private String deliver(String project, String... rows) {
    String batch =
        intake.receive(
            project,
            "dora",
            List.of(
                new Source(
                    "application/x-ndjson",
                    new ByteArrayInputStream((String.join("\n", rows) + "\n").getBytes(UTF_8)))));
    while (ingestion.ingestChunk(batch)) {
      assertThat(batch).isNotEmpty();
    }
    return batch;
  }

  private String searched(String project, String... rows) {
    String batch = deliver(project, rows);
    assertThat(secondPass.maskChunk(batch)).isFalse();
    return batch;
  }

  private String text(String batch, String externalId) {
    return database
        .sql("select text from touchstone.item where batch_id = ? and external_id = ?")
        .params(batch, externalId)
        .query(String.class)
        .single();
  }

  @Test
  void what_one_text_gives_away_is_masked_where_nothing_gives_it_away() {
    String batch =
        searched(
            "support-tickets",
            GIVES_AWAY,
            "{\"id\": \"b\", \"text\": \"the parcel for quillfeather has 4881-3377 on it\"}",
            "{\"id\": \"c\", \"text\": \"nothing here\"}");

    assertThat(text(batch, "a")).isEqualTo("I am Mr [NAME], account number [ACCOUNT_NUMBER].");
    assertThat(text(batch, "b")).isEqualTo("the parcel for [NAME] has [ACCOUNT_NUMBER] on it");
    assertThat(text(batch, "c")).isEqualTo("nothing here");
  }

  @Test
  void offsets_lead_from_the_raw_text_through_both_searches() {
    String raw = "😀 mail ann@example.org, the parcel for quillfeather is here";
    String batch =
        searched("support-tickets", GIVES_AWAY, "{\"id\": \"b\", \"text\": \"" + raw + "\"}");

    OffsetMap offsets =
        json.read(
            database
                .sql(
                    "select offset_map from touchstone.item where batch_id = ? and external_id = 'b'")
                .param(batch)
                .query(String.class)
                .single(),
            OffsetMap.class);
    int[] points = text(batch, "b").codePoints().toArray();
    int[] rawPoints = raw.codePoints().toArray();
    assertThat(offsets.masks()).hasSize(2);
    for (int at = 0; at < rawPoints.length; at++) {
      if (!offsets.masks(at, at + 1)) {
        assertThat(points[offsets.toRedacted(at).orElseThrow()]).isEqualTo(rawPoints[at]);
      }
    }
    assertThat(offsets.masks(7, 22) && offsets.masks(39, 51)).isTrue();
  }

  @Test
  void a_senders_id_that_names_somebody_is_masked_too() {
    String batch =
        searched(
            "support-tickets", GIVES_AWAY, "{\"id\": \"quillfeather-17\", \"text\": \"fine\"}");

    assertThat(text(batch, "[NAME]-17")).isEqualTo("fine");
  }

  @Test
  void the_manifest_counts_what_was_found_again() {
    String batch =
        searched(
            "support-tickets",
            GIVES_AWAY,
            "{\"id\": \"b\", \"text\": \"for Quillfeather, please\"}");

    List<Integer> again = new java.util.ArrayList<>();
    List<Integer> names = new java.util.ArrayList<>();
    manifest.forEach(
        batch,
        entry -> {
          again.add(entry.foundAgain());
          names.add(entry.findings().getOrDefault("NAME", 0));
          assertThat(entry.corrected()).isZero();
        });
    assertThat(names).containsExactly(1, 1);
    assertThat(again.get(0)).isZero();
  }

  @Test
  void places_of_suggested_spans_move_with_the_text() {
    String batch =
        searched(
            "clinic-notes",
            "{\"id\": \"a\", \"text\": \"Seen today: Mr Roderick Quillfeather with cough.\"}",
            "{\"id\": \"b\", \"text\": \"for quillfeather: give aspirin\", \"suggestions\":"
                + " [{\"spans\": [{\"start\": 23, \"end\": 30, \"label\": \"medication\"}],"
                + " \"score\": 0.9, \"model\": \"m\", \"version\": \"1\"}]}");

    assertThat(text(batch, "b")).isEqualTo("for [NAME]: give aspirin");
    assertThat(
            database
                .sql(
                    """
                    select (said.spans -> 0 ->> 'start') || (said.spans -> 0 ->> 'text')
                    from touchstone.suggestion s join touchstone.item i on i.id = s.item_id,
                      lateral (select touchstone.answers_on(s.suggested, i.text)
                                        -> 'answer' -> 'spans' as spans) said
                    where s.batch_id = ?
                    """)
                .param(batch)
                .query(String.class)
                .single())
        .isEqualTo("17aspirin");
  }

  @Test
  void a_search_that_breaks_off_begins_again_and_one_that_has_ended_does_nothing() {
    String batch =
        deliver(
            "support-tickets", GIVES_AWAY, "{\"id\": \"b\", \"text\": \"to quillfeather, now\"}");
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      secondPass.maskChunk(batch);
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
    assertThat(text(batch, "b")).isEqualTo("to quillfeather, now");

    secondPass.maskChunk(batch);
    secondPass.maskChunk(batch);

    assertThat(text(batch, "b")).isEqualTo("to [NAME], now");
  }

  /** What was found is nowhere but in the encrypted source. */
  @Test
  void strings_are_kept_as_keyed_hashes_until_the_search_has_ended() {
    String batch = deliver("support-tickets", GIVES_AWAY);
    assertThat(kept(batch)).isPositive();
    assertThat(
            database
                .sql(
                    """
                    select count(*) from touchstone.found_string f
                    where f.batch_id = ? and f::text ~* 'quill|roderick|4881'
                    """)
                .param(batch)
                .query(Integer.class)
                .single())
        .isZero();

    secondPass.maskChunk(batch);

    assertThat(kept(batch)).isZero();
  }

  private int kept(String batch) {
    return database
        .sql("select count(*) from touchstone.found_string where batch_id = ?")
        .param(batch)
        .query(Integer.class)
        .single();
  }
}
