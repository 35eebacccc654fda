package io.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.IntegrationTest;
import io.touchstone.answer.Question;
import io.touchstone.audit.AuditTrail;
import io.touchstone.audit.Recording;
import io.touchstone.audit.Recordings;
import io.touchstone.quality.gold.GoldScore;
import io.touchstone.quality.gold.GoldScoreRepository;
import io.touchstone.quality.measurement.ArmCounts;
import io.touchstone.quality.measurement.BatchMeasurement;
import io.touchstone.quality.measurement.GuidelineVerdict;
import io.touchstone.quality.measurement.QualityNumbers;
import io.touchstone.quality.measurement.QualityReport;
import io.touchstone.quality.measurement.QualityRepository;
import io.touchstone.quality.measurement.RecordedReportRepository;
import io.touchstone.quality.page.JudgementRepository;
import io.touchstone.quality.round.AskedQuestions;
import io.touchstone.quality.round.LabelCombination;
import io.touchstone.quality.round.RoundRepository;
import io.touchstone.quality.round.TablesOnDisk;
import io.touchstone.quality.routing.Route;
import io.touchstone.quality.routing.RouteCount;
import io.touchstone.quality.routing.RoutingCase;
import io.touchstone.quality.routing.RoutingGroup;
import io.touchstone.quality.routing.RoutingRepository;
import io.touchstone.quality.verdict.RecordedVerdictRepository;
import io.touchstone.quality.verdict.SettledItems;
import io.touchstone.quality.verdict.VerdictRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongToIntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class QualityRepositoriesTest extends IntegrationTest {

  private static final AskedQuestions ONE = new AskedQuestions(List.of(Question.ONLY), "[]");

  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
  private static final String VERDICT = RecordedVerdictRepository.KIND;
  private static int batches;

  @Autowired private JdbcClient database;
  @Autowired private QualityRepository quality;
  @Autowired private RoundRepository votes;
  @Autowired private GoldScoreRepository golds;
  @Autowired private VerdictRepository verdicts;
  @Autowired private RoutingRepository routing;
  @Autowired private JudgementRepository judgements;
  @Autowired private Recordings recordings;
  @Autowired private AuditTrail trail;
  private String batch;
  private QualityRows rows;

  @BeforeEach
  void setUp() {
    batches++;
    batch = "quality-repositories-" + batches;
    rows = QualityRows.batch(database, batch, new byte[0]);
  }

  @Test
  void items_are_counted_per_combination_of_current_labels() {
    rows.item(id("1"), "refund billing refund")
        .item(id("2"), "billing refund refund")
        .item(id("3"), "other other other")
        .item(id("4"))
        .judge(id("3"), "annotator-1", "annotator", "refund")
        .judge(id("3"), "rex", "adjudicator", "billing");

    assertThat(votes.combinations(batch, Question.ONLY))
        .isEqualTo(
            Map.of(
                new LabelCombination("billing,refund,refund"), 2L,
                new LabelCombination("other,other,refund"), 1L,
                new LabelCombination(""), 1L));
    assertThat(votes.annotators(batch)).isEqualTo(3);
    assertThat(votes.labels(batch)).containsExactly("billing", "refund", "other");
  }

  @Test
  void gold_items_count_for_people_and_never_for_agreement() {
    rows.item(id("1"), "refund billing refund")
        .gold(id("gold-1"), "billing")
        .gold(id("gold-2"), "refund")
        .judge(id("gold-1"), "annotator-1", "annotator", "billing")
        .judge(id("gold-2"), "annotator-1", "annotator", "other")
        .judge(id("gold-1"), "annotator-2", "annotator", "other")
        .judge(id("gold-1"), "annotator-2", "annotator", "billing");

    assertThat(votes.combinations(batch, Question.ONLY))
        .isEqualTo(Map.of(new LabelCombination("billing,refund,refund"), 1L));
    assertThat(golds.goldScores(batch, QualityRows.EXACT))
        .containsEntry("annotator-3", GoldScore.NONE)
        .hasSize(3);
    List<String> lines = new ArrayList<>();
    judgements.each(
        batch, true, line -> lines.add(line.item() + " " + line.answer().labels().get(0)));
    assertThat(lines)
        .containsExactlyInAnyOrder(id("1") + " refund", id("1") + " billing", id("1") + " refund");
  }

  @Test
  void gold_scores_use_the_current_judgement_and_only_gold_in_use() {
    rows.gold(id("gold-1"), "billing").judge(id("gold-1"), "gia", "annotator", "other");
    assertThat(golds.goldScores(batch, QualityRows.EXACT))
        .containsEntry("gia", new GoldScore(1, 0));

    rows.judge(id("gold-1"), "gia", "annotator", "billing");
    assertThat(golds.goldScores(batch, QualityRows.EXACT))
        .containsEntry("gia", new GoldScore(1, 1));
  }

  @Test
  void an_accepted_item_gets_the_answer_of_most_and_is_not_settled_again() {
    rows.item(id("1"), "refund refund refund").item(id("2"), "billing refund other");
    route("refund,refund,refund", Route.To.ACCEPT, "unanimous");
    route("billing,other,refund", Route.To.REVIEW, "tie");

    int first = recorded(VERDICT, step -> verdicts.settleAccepted(batch, ONE, rounds(1), step, AT));
    int second =
        recorded(VERDICT, step -> verdicts.settleAccepted(batch, ONE, rounds(2), step, AT));

    assertThat(List.of(first, second)).containsExactly(1, 0);
    assertThat(rows.verdicts()).containsExactly(id("1") + " refund majority unanimous");
    assertThat(verdicts.counts(batch)).isEqualTo(new SettledItems(1, 0));
    assertThat(routing.waiting(batch, 1, Route.To.REVIEW)).containsExactly(id("2"));
    assertThat(routing.groups(scope()))
        .extracting(group -> group.combination().text())
        .containsExactly("billing,other,refund");
  }

  @Test
  void an_adjudicated_item_gets_the_adjudicators_current_label() {
    rows.item(id("1"), "billing refund other");
    route("billing,other,refund", Route.To.REVIEW, "tie");
    rows.judge(id("1"), "rex", "adjudicator", "refund")
        .judge(id("1"), "rex", "adjudicator", "other");

    assertThat(routing.groups(scope())).isEmpty();
    assertThat(routing.waiting(batch, 1, Route.To.REVIEW)).isEmpty();
    recorded(VERDICT, step -> verdicts.settleDecided(batch, rounds(1), step, AT));

    assertThat(rows.verdicts()).containsExactly(id("1") + " other adjudication tie");
    assertThat(verdicts.counts(batch)).isEqualTo(new SettledItems(0, 1));
  }

  @Test
  void a_route_is_noted_once_for_the_same_reasons_and_again_for_others() {
    rows.item(id("1"), "billing refund other").item(id("2"), "other other refund");

    route("billing,other,refund", Route.To.REVIEW, "tie");
    route("billing,other,refund", Route.To.REVIEW, "tie");
    route("billing,other,refund", Route.To.REVIEW, "another");

    assertThat(rows.routes())
        .containsExactly("1 " + id("1") + " review tie", "2 " + id("1") + " review another");
    assertThat(routing.counts(batch))
        .containsExactly(
            new RouteCount(1, "review", "tie", 7, 1), new RouteCount(2, "review", "another", 7, 1));
    assertThatThrownBy(
            () ->
                database
                    .sql("update touchstone.item_route set rule = 'x' where batch_id = :batch")
                    .param("batch", batch)
                    .update())
        .rootCause()
        .hasMessageContaining("permission denied for table ");
  }

  private static VerdictRepository.Rounds rounds(int round) {
    return new VerdictRepository.Rounds(round, 1);
  }

  /** Writes rows as a step does, with the event that names them. */
  private int recorded(String kind, LongToIntFunction step) {
    long number = recordings.begin();
    int written = step.applyAsInt(number);
    trail.record(
        AuditTrail.SYSTEM,
        "rows_written",
        "batch:" + batch,
        Map.of(Recording.DETAIL, recordings.end(kind, number)));
    return written;
  }

  private RoutingRepository.Scope scope() {
    return new RoutingRepository.Scope(batch, ONE, 1, Set.of(), List.of(), Set.of());
  }

  private void route(String combination, Route.To to, String rule) {
    RoutingGroup group =
        new RoutingGroup("answer", new LabelCombination(combination), 0, RoutingCase.Evidence.NONE);
    Route route = new Route(to, rule, "Because.");
    routing.insert(
        scope(),
        7,
        List.of(new RoutingRepository.Routed(group, group.routingCase(3, 3), route)),
        AT);
  }

  @Test
  void a_report_is_read_back_as_it_was_written_and_cannot_be_changed() {
    QualityNumbers numbers = numbers();

    recorded(
        RecordedReportRepository.KIND,
        step -> {
          quality.insert(batch, 1, numbers, "abc", step, AT);
          return 1;
        });

    assertThat(quality.reports(batch))
        .containsExactly(new QualityReport(1, AT, "abc", numbers, Optional.empty()));
    assertThat(votes.latest(batch)).contains(new RoundRepository.Latest(1, "abc"));
    assertThatThrownBy(
            () ->
                database
                    .sql("update touchstone.quality_report set round = 2 where batch_id = :batch")
                    .param("batch", batch)
                    .update())
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("permission denied for table ");
  }

  private QualityNumbers numbers() {
    rows.item(id("1"), "refund refund refund").item(id("2"), "billing refund other");
    return BatchMeasurement.of(
            new BatchMeasurement.Facts(
                batch,
                "classification",
                votes.labels(batch),
                1,
                1,
                3,
                votes.annotators(batch),
                votes.combinations(batch, Question.ONLY),
                annotators -> votes.combinationsWithout(batch, Question.ONLY, annotators),
                golds.goldScores(batch, QualityRows.EXACT),
                ArmCounts.NONE,
                GuidelineVerdict.History.NONE,
                annotator -> "p-" + annotator,
                new TablesOnDisk(),
                table -> 1,
                without ->
                    CountedClasses.of(
                        votes.labels(batch), votes.combinations(batch, Question.ONLY)),
                Optional.empty(),
                Collections.emptySortedMap()))
        .numbers();
  }

  private String id(String item) {
    return batch + "-" + item;
  }
}
