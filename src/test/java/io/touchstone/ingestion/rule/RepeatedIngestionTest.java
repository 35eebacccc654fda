package io.touchstone.ingestion.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.IntegrationTest;
import io.touchstone.ingestion.review.PrivacyReviews;
import io.touchstone.project.TestProjects;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A held batch goes through stage 1 again under rules that were improved meanwhile. */
class RepeatedIngestionTest extends IntegrationTest {

  private static final String MISSED = "Quillfeather";

  @Autowired private BeanFactory beans;
  @Autowired private PrivacyReviews reviews;
  @Autowired private RepeatedIngestion remaking;
  @Autowired private JdbcClient database;

  /** Ten texts, two of them with a name that nothing finds; one carries a suggestion. */
  private Road held() {
    Road road = Road.of(beans, Options.standard()).officerAway();
    TestProjects.change(
        beans,
        road.project(),
        "{\"rowNames\": {\"text\": \"text\", \"id\": \"id\", \"ties\": {\"AUTHOR\": \"by\"}}}");
    String lines =
        IntStream.rangeClosed(1, 10)
            .mapToObj(
                i ->
                    "{\"id\": \"r%d\", \"by\": \"w%d\", \"text\": \"%s thing %d\"%s}\n"
                        .formatted(
                            i,
                            i % 2,
                            i > 8 ? "red " + MISSED.toLowerCase() : "red",
                            i,
                            i == 1
                                ? ", \"suggestions\": [{\"label\": \"red\", \"score\": 0.9,"
                                    + " \"model\": \"m\", \"version\": \"1\"}]"
                                : ""))
            .collect(Collectors.joining());
    road.receiveLines(lines).untilItRests();
    road.reviewed(MISSED.toLowerCase()).untilItRests();
    assertThat(road.decisions()).containsExactly("gate-ingestion held too-many-leaks");
    return road;
  }

  private void nowRemoves(Road road, String name) {
    TestProjects.change(beans, road.project(), "{\"names\": [\"%s\"]}".formatted(name));
  }

  private List<String> strings(String sql, Road road) {
    return database.sql(sql).param(road.batchId()).query(String.class).list();
  }

  private static final String AUTHORS =
      """
      select count(*)::text from touchstone.item_tie t join touchstone.item i on i.id = t.item_id
      where i.batch_id = ? group by t.author
      """;

  private static final String ITEMS =
      "select id || ' ' || text from touchstone.item where batch_id = ? order by id";

  @Test
  void all_rows_are_read_again_under_the_new_rules_and_a_new_sample_shows_them_to_be_good() {
    Road road = held();
    List<String> ids =
        strings("select id from touchstone.item where batch_id = ? order by id", road);
    nowRemoves(road, MISSED);

    road.resolve("repeat", "");

    assertThat(strings("select id from touchstone.item where batch_id = ? order by id", road))
        .as("the same rows have the same ids")
        .isEqualTo(ids);
    assertThat(strings("select text from touchstone.item where batch_id = ?", road))
        .contains("red [NAME] thing 9", "red [NAME] thing 10", "red thing 1")
        .hasSize(10);
    assertThat(
            strings(
                "select distinct corrected::text from touchstone.manifest_entry where batch_id = ?",
                road))
        .as("found by the rules now, not by a person")
        .containsExactly("0");
    assertThat(
            strings("select suggested::text from touchstone.suggestion where batch_id = ?", road))
        .containsExactly("{\"answer\": {\"label\": \"red\"}}");
    assertThat(reviews.figures(road.batchId()).reviewed()).as("a new review").isZero();
    assertThat(road.sample().items()).hasSize(10);
    assertThat(strings(AUTHORS, road)).as("whose each row is, too").containsExactly("5", "5");

    road.everyTextIsClean().untilItRests();
    assertThat(road.decisions())
        .startsWith("gate-ingestion held too-many-leaks", "gate-ingestion pass fit-all-reviewed");
  }

  @Test
  void what_was_before_stays_on_record_without_texts() {
    Road road = held();
    List<String> decisions =
        strings(
            """
            select d.id || d.decision from touchstone.privacy_decision d
            join touchstone.privacy_review_item i on i.id = d.review_item_id
            where i.batch_id = ? order by d.id
            """,
            road);
    String root =
        strings("select root from touchstone.manifest_seal where batch_id = ?", road).get(0);
    nowRemoves(road, MISSED);

    road.resolve("repeat", "");
    road.everyTextIsClean().untilItRests();

    assertThat(
            strings(
                """
                select row_number || ' ' || (entry ->> 'status') || ' ' || (entry ->> 'corrected')
                from touchstone.manifest_entry_before where batch_id = ? order by row_number
                """,
                road))
        .hasSize(10)
        .startsWith("1 ok 0")
        .endsWith("9 ok 1", "10 ok 1");
    assertThat(
            strings(
                "select entry::text from touchstone.manifest_entry_before where batch_id = ?",
                road))
        .noneMatch(entry -> entry.contains("thing"));
    assertThat(
            strings(
                """
                select d.id || d.decision from touchstone.privacy_decision d
                join touchstone.privacy_review_item i on i.id = d.review_item_id
                where i.batch_id = ? order by d.id
                """,
                road))
        .startsWith(decisions.toArray(String[]::new))
        .hasSize(2 * decisions.size());
    assertThat(
            strings(
                "select root from touchstone.manifest_seal where batch_id = ? order by number",
                road))
        .hasSize(2)
        .startsWith(root);
    assertThat(
            database
                .sql(
                    """
                    select details ->> 'rows' from touchstone.audit_event
                    where action = 'batch_made_again' and object = ?
                    """)
                .param("batch:" + road.batchId())
                .query(String.class)
                .list())
        .containsExactly("10");
    assertThatThrownBy(() -> database.sql("delete from touchstone.manifest_entry_before").update())
        .rootCause()
        .hasMessageContaining("permission denied for table ");
    assertThatThrownBy(
            () ->
                database
                    .sql("delete from touchstone.suggestion where batch_id = ?")
                    .param(road.batchId())
                    .update())
        .as("after stage 1 suggestions stay")
        .hasMessageContaining("append-only");
  }

  @Test
  void under_the_same_rules_a_repetition_changes_nothing() {
    Road road = held();
    List<String> before = strings(ITEMS, road);

    road.resolve("repeat", "");
    remaking.takeUpRules(road.batchId());

    assertThat(strings(ITEMS, road)).isEqualTo(before);
    assertThat(
            strings(
                "select entry::text from touchstone.manifest_entry_before where batch_id = ?",
                road))
        .isEmpty();
    assertThat(road.decisions())
        .containsExactly(
            "gate-ingestion held too-many-leaks", "gate-ingestion held too-many-leaks");
  }

  @Test
  void a_crash_after_taking_up_the_rules_reads_the_rows_once() {
    Road road = held();
    nowRemoves(road, MISSED);
    remaking.takeUpRules(road.batchId());
    remaking.takeUpRules(road.batchId());
    assertThat(strings(ITEMS, road)).isEmpty();

    road.resolve("repeat", "");
    assertThat(strings(ITEMS, road)).hasSize(10);
    assertThat(
            strings(
                "select distinct making::text from touchstone.manifest_entry_before where batch_id"
                    + " = ?",
                road))
        .containsExactly("1");
  }
}
