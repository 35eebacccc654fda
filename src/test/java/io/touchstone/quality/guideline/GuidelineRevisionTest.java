package io.touchstone.quality.guideline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.IntegrationTest;
import io.touchstone.answer.Question;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.Guidelines;
import io.touchstone.quality.QualityRows;
import io.touchstone.quality.gold.GoldScore;
import io.touchstone.quality.gold.GoldScoreRepository;
import io.touchstone.quality.guideline.GuidelineRevision.NewText;
import io.touchstone.quality.page.JudgementRepository;
import io.touchstone.quality.round.LabelCombination;
import io.touchstone.quality.round.RoundRepository;
import io.touchstone.quality.verdict.SettledItems;
import io.touchstone.quality.verdict.VerdictRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a guideline owner's decision touches in a batch, and what it leaves alone. */
class GuidelineRevisionTest extends IntegrationTest {

  private static final AtomicInteger BATCHES = new AtomicInteger();
  private static final String MORE = "# Guideline\n\nA refund is no bill.\n";

  @Autowired private JdbcClient database;
  @Autowired private GuidelineRevision revision;
  @Autowired private RoundRepository rounds;
  @Autowired private GoldScoreRepository golds;
  @Autowired private VerdictRepository verdicts;
  @Autowired private JudgementRepository judgements;
  @Autowired private Guidelines guidelines;
  @Autowired private Batches batches;

  private String batch;
  private QualityRows rows;

  @BeforeEach
  void newBatch() {
    batch = "guideline-revision-" + BATCHES.incrementAndGet();
    rows = QualityRows.batch(database, batch, new byte[] {1});
  }

  @Test
  void exactly_the_items_that_somebody_called_by_a_ticked_class_lose_their_judgements() {
    rows.item(id("disputed"), "billing refund refund")
        .item(id("other"), "other other other")
        .item(id("refund"), "refund refund refund")
        .item(id("corrected"), "billing other other")
        .judge(id("corrected"), "annotator-1", "annotator", "other")
        .item(id("adjudicated"), "other other refund")
        .judge(id("adjudicated"), "rex", "adjudicator", "billing")
        .item(id("nobody"));
    long before = judgementRows();

    revise("billing");

    assertThat(rounds.combinations(batch, Question.ONLY))
        .isEqualTo(
            Map.of(
                new LabelCombination(""), 3L,
                new LabelCombination("other,other,other"), 2L,
                new LabelCombination("refund,refund,refund"), 1L));
    assertThat(superseded()).containsExactly(id("adjudicated"), id("disputed"));
    assertThat(judgementRows()).as("nothing that was said is gone").isEqualTo(before);
  }

  @Test
  void an_old_verdict_of_an_affected_item_gives_way_and_the_next_round_settles_it_anew() {
    rows.item(id("1"), "billing billing billing").item(id("2"), "other other other");
    rows.verdict(id("1"), 1, "billing");
    rows.verdict(id("2"), 1, "other");
    assertThat(verdicts.counts(batch)).isEqualTo(new SettledItems(0, 0));

    revise("billing");

    assertThat(verdicts.counts(batch)).isEqualTo(new SettledItems(1, 0));
    relabel(id("1"), "ada", "refund");
    rows.verdict(id("1"), 2, "refund");
    assertThat(verdicts.counts(batch)).isEqualTo(new SettledItems(0, 0));
    assertThat(verdictsThatHold()).containsExactly(id("1") + " refund", id("2") + " other");
  }

  @Test
  void an_item_whose_verdict_alone_has_a_ticked_class_is_affected_too() {
    rows.item(id("1"), "other other other");
    rows.verdict(id("1"), 1, "billing");

    revise("billing");

    assertThat(superseded()).containsExactly(id("1"));
  }

  @Test
  void what_no_longer_counts_leaves_the_house_no_more_and_gold_counts_as_before() {
    rows.item(id("1"), "billing refund refund")
        .item(id("2"), "other other other")
        .gold(id("gold"), "billing")
        .judge(id("gold"), "annotator-1", "annotator", "billing");

    revise("billing");

    List<String> lines = new ArrayList<>();
    judgements.each(batch, true, line -> lines.add(line.item()));
    assertThat(lines).containsOnly(id("2")).hasSize(3);
    assertThat(golds.goldScores(batch, QualityRows.EXACT))
        .containsEntry("annotator-1", new GoldScore(1, 1));
  }

  @Test
  void the_batch_goes_on_in_its_next_round_under_the_new_version() {
    rows.item(id("1"), "billing refund refund");

    revise("billing");

    Batch after = batches.require(batch);
    assertThat(after.guidelineVersion()).isEqualTo(2);
    assertThat(after.labellingRound()).isEqualTo(2);
    assertThat(guidelines.latest(project()).note()).contains("Refunds.");
    assertThat(decided()).isEqualTo("revise 2 [\"billing\"] 1 gwen");
  }

  @Test
  void a_text_written_since_the_batch_began_can_be_taken_as_it_is() {
    rows.item(id("1"), "billing refund refund");
    guidelines.write(project(), 1, MORE, "Refunds.", "gus");

    revision.revise(batch, "gwen", new NewText(2, MORE, "", List.of("billing")));

    assertThat(batches.require(batch).guidelineVersion()).isEqualTo(2);
    assertThat(guidelines.latest(project()).version()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "1, '# Guideline', Refunds., billing, markdown, guideline-unchanged",
    "1, '  ', Refunds., billing, markdown, guideline-empty",
    "1, TOO-LONG, Refunds., billing, markdown, guideline-too-long",
    "1, '# More', '', billing, note, note-missing",
    "1, '# More', Refunds., '', labels, labels-missing",
    "1, '# More', Refunds., invented, labels, unknown-label",
    "1, '# More', Refunds., other, labels, nothing-affected",
    "0, '# More', Refunds., billing, , guideline-changed",
    "2, '# More', Refunds., billing, , guideline-changed"
  })
  void what_cannot_be_done_is_refused_with_its_place_and_nothing_changes(
      int base, String markdown, String note, String label, String where, String type) {
    rows.item(id("1"), "billing refund refund");
    String text = markdown.equals("TOO-LONG") ? "é".repeat(100_001) : markdown;
    List<String> labels = label.isEmpty() ? List.of() : List.of(label);

    assertThatThrownBy(() -> revision.revise(batch, "gwen", new NewText(base, text, note, labels)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.type()).isEqualTo(type);
              assertThat(refusal.members().get("where")).isEqualTo(where);
              assertThat(refusal.getMessage()).endsWith(".");
            });

    assertThat(guidelines.latest(project()).version()).isEqualTo(1);
    assertThat(batches.require(batch).labellingRound()).isEqualTo(1);
    assertThat(superseded()).isEmpty();
  }

  @Test
  void a_guideline_that_stays_is_on_record_with_who_said_so() {
    rows.item(id("1"), "billing refund refund");

    assertThatThrownBy(() -> revision.keep(batch, "gwen", "  ")).isInstanceOf(Refusal.class);
    revision.keep(batch, "gwen", "Three were new.");

    assertThat(decided()).isEqualTo("keep 1 [] 0 gwen");
    assertThat(superseded()).isEmpty();
  }

  private void revise(String... labels) {
    revision.revise(batch, "gwen", new NewText(1, MORE, "Refunds.", List.of(labels)));
  }

  private void relabel(String item, String annotator, String label) {
    rows.judge(item, annotator, "annotator", label);
  }

  private String project() {
    return batches.require(batch).projectKey();
  }

  private long judgementRows() {
    return database
        .sql("select count(*) from touchstone.judgement where batch_id = ?")
        .param(batch)
        .query(Long.class)
        .single();
  }

  private List<String> superseded() {
    return database
        .sql(
            """
            select distinct item_id from touchstone.assignment
            where batch_id = ? and superseded_at is not null order by item_id
            """)
        .param(batch)
        .query(String.class)
        .list();
  }

  private List<String> verdictsThatHold() {
    return database
        .sql(
            """
            select item_id || ' ' || category from touchstone.current_verdict
            where batch_id = ? and superseded_at is null order by item_id
            """)
        .param(batch)
        .query(String.class)
        .list();
  }

  private String decided() {
    return database
        .sql(
            """
            select concat_ws(' ', decision, guideline_version, labels::text, items, decided_by)
            from touchstone.guideline_decision where batch_id = ?
            """)
        .param(batch)
        .query(String.class)
        .single();
  }

  private String id(String item) {
    return batch + "-" + item;
  }
}
