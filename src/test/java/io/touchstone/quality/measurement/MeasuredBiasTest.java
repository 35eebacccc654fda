package io.touchstone.quality.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.annotation.Work;
import io.touchstone.annotation.WorkDesk;
import io.touchstone.answer.Answer;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.assist.SourceAccuracy;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.quality.page.JudgementLines;
import io.touchstone.road.Road;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who follow every suggestion, or none, from the first item to the report. */
class MeasuredBiasTest extends IntegrationTest {

  @Autowired private BeanFactory beans;
  @Autowired private WorkDesk desk;
  @Autowired private QualityMeasurement measurement;
  @Autowired private JudgementLines judgements;
  @Autowired private ArmCountRepository counts;
  @Autowired private JdbcClient database;

  /** The model is wrong of half of the things, so its accuracy and a guess are the same. */
  @Test
  void people_who_follow_whatever_is_shown_are_found_and_the_next_batch_hides_more()
      throws IOException {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(1)).annotators("ada");
    receive(road, "red", 120).untilItRests();

    label(road, "ada", true);
    road.untilItRests();

    AutomationBias bias = measured(road).automationBias().orElseThrow();
    assertThat(bias.shift().same()).as("all shown ones followed").isEqualTo(bias.shift().count());
    assertThat(bias.shift().low()).isGreaterThan(0.05);
    assertThat(bias.shift().count() + bias.shift().otherCount() + bias.commission().count())
        .as("every label of the batch")
        .isEqualTo(120);
    assertThat(bias.accepted()).isEqualTo(bias.shift().count() + bias.commission().count());
    assertThat(bias.action()).isEqualTo("raise-blind-share");
    assertThat(measured(road).tables().get("automation-bias").countPerRule())
        .containsEntry("large-shift", 1L);

    receive(road, "blue", 20).untilItRests();
    assertThat(drawnUnder(road)).isEqualTo("raised");
  }

  @Test
  void people_who_read_for_themselves_are_not_accused() throws IOException {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(1)).annotators("ada");
    receive(road, "red", 120).untilItRests();
    assertThat(drawnUnder(road)).isEqualTo("ordinary-first");

    label(road, "ada", false);
    road.untilItRests();

    AutomationBias bias = measured(road).automationBias().orElseThrow();
    assertThat(bias.shift().low()).isLessThan(0);
    assertThat(bias.shift().high()).isGreaterThan(0);
    assertThat(bias.action()).isEqualTo("none");
    assertThat(bias.accepted()).isZero();
  }

  /** The source says red of everything and is right of half, whatever its score. */
  @Test
  void what_verdicts_say_of_a_source_decides_how_often_gold_is_suggested_rightly() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(1)).annotators("ada");
    receive(road, "red", 60).untilItRests();
    label(road, "ada", false);
    road.untilItRests();

    receive(road, "red", 20).untilItRests();

    assertThat(counts.settled(road.project(), road.batchId()))
        .isEqualTo(new SourceAccuracy.Settled(60, 30));
  }

  /** Two batches of 60: by 0.85 * 0.03 about three planted in both, far below 20 a month. */
  @Test
  void below_twenty_planted_a_month_the_bias_test_counts_the_whole_project_and_says_so()
      throws IOException {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(1)).annotators("ada");
    ArmCounts.Planted before = new ArmCounts.Planted(0, 0, 0, 0);
    for (int batch = 0; batch < 2; batch++) {
      receive(road, "red", 60).untilItRests();
      label(road, "ada", false);
      road.untilItRests();
      ArmCounts own = counts.count(road.batchId());
      AutomationBias bias = measured(road).automationBias().orElseThrow();

      assertThat(bias.pooled().rule()).isEqualTo("pooled-by-project");
      assertThat(bias.pooled().because())
          .startsWith("Only " + bias.pooled().plantedInMonth() + " wrong suggestions were planted");
      assertThat(bias.commission().count()).isEqualTo(before.planted() + own.planted());
      assertThat(bias.commission().otherCount()).isEqualTo(before.unplanted() + own.unplanted());
      before = own.ownPlanted();
    }
    assertThat(before.unplanted()).isPositive();
  }

  @Test
  void arms_are_told_with_the_judgements_only_after_the_batch_has_ended() throws IOException {
    Road road = Road.of(beans, Options.standard()).annotators("ada", "ben");
    receive(road, "red", 30).untilItRests();
    label(road, "ada", false);
    label(road, "ben", false);
    road.untilItRests();

    assertThat(lines(road)).allMatch(line -> line.get("assist").isNull());

    road.decideRelease("tom", "approve", "");
    List<JsonNode> told = byAnnotators(lines(road));
    assertThat(told).hasSize(60).allMatch(line -> line.get("assist").isObject());
    assertThat(told)
        .extracting(line -> line.get("assist").get("arm").asText())
        .contains("shown", "blind");
    assertThat(told.get(0).get("assist").get("model").asText()).isEqualTo("tarn-router");
  }

  @Test
  void labels_that_a_revised_guideline_has_superseded_count_no_more() throws IOException {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(1)).annotators("ada");
    receive(road, "red", 20).untilItRests();
    label(road, "ada", true);
    assertThat(counts.count(road.batchId()).accepted()).isPositive();

    database
        .sql("update touchstone.assignment set superseded_at = now() where batch_id = ?")
        .param(road.batchId())
        .update();

    assertThat(counts.count(road.batchId()).isEmpty()).isTrue();
  }

  @Test
  void a_batch_without_suggestions_has_no_such_numbers() throws IOException {
    Road road = Road.of(beans, Options.standard()).annotators("ada", "ben");
    road.receiveThings(6).untilItRests().everybodyLabels(Road.RIGHT).untilItRests();

    assertThat(measured(road).automationBias()).isEmpty();
    assertThat(lines(road)).allMatch(line -> line.get("assist").isNull());
  }

  private static Road receive(Road road, String suggested, int things) {
    return road.receiveLines(
        IntStream.rangeClosed(1, things)
            .mapToObj(
                i ->
                    """
                    {"id": "r%d", "text": "%s thing %d", "suggestions": [
                     {"label": "%s", "score": 0.9, "model": "tarn-router", "version": "2026-02"}]}
                    """
                        .formatted(i, i % 2 == 0 ? "blue" : "red", i, suggested)
                        .replace("\n", ""))
            .collect(Collectors.joining("\n", "", "\n")));
  }

  /** Labels everything the person has: as suggested where something is, or as the text says. */
  private void label(Road road, String name, boolean follows) {
    for (Optional<Work> work = road.workOf(name); work.isPresent(); work = road.workOf(name)) {
      for (Work.WorkItem item : work.get().items()) {
        Optional<WorkDesk.Said> taken =
            item.suggestion()
                .filter(each -> follows)
                .map(each -> WorkDesk.Said.of(each.answer()).takenOver());
        Answer own = new ClassLabel(Road.RIGHT.of(name, item.text()));
        desk.saveDraft(
            road.person(name),
            work.get().packageId(),
            item.assignment(),
            0,
            taken.orElse(WorkDesk.Said.of(own)),
            12);
      }
      road.submit(name, work.get());
    }
  }

  private QualityNumbers measured(Road road) {
    return measurement.reports(road.batchId()).get(0).numbers();
  }

  private String drawnUnder(Road road) {
    return database
        .sql(
            """
            select details ->> 'rule' from touchstone.audit_event
            where object = ? and action = 'arms_drawn'
            """)
        .param("batch:" + road.batchId())
        .query(String.class)
        .single();
  }

  private List<JsonNode> lines(Road road) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    judgements.write(road.batchId(), out);
    return out.toString(StandardCharsets.UTF_8).lines().map(MeasuredBiasTest::json).toList();
  }

  /** Without those of the blind sample, whose reviewer is shown no suggestion. */
  private static List<JsonNode> byAnnotators(List<JsonNode> lines) {
    return lines.stream().filter(line -> line.get("role").asText().equals("annotator")).toList();
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
