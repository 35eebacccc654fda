package io.touchstone.road.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.touchstone.pipeline.Batch;
import io.touchstone.project.TestProjects;
import io.touchstone.road.Road;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IngestionPaths extends PathTest {

  @Test
  void a_short_delivery_is_one_chunk() {
    Road road = road().receiveThings(3).untilItRests();

    assertThat(first(road, "ingestion"))
        .hasPassedInOrder(
            "chunks-waiting",
            "take-up-rules",
            "ingest-chunk",
            "more-rows",
            "search-found",
            "more-items",
            "group-near-duplicates",
            "more-comparisons",
            "reconcile-manifest",
            "draw-sample",
            "review-needed",
            "review-privacy-sample",
            "mask-missed",
            "evaluate-sample",
            "sample-more",
            "batch-ingested");
    assertThat(road.decisions()).startsWith("gate-ingestion pass fit-all-reviewed");
  }

  @Test
  void a_delivery_of_2001_rows_takes_two_chunks() {
    Road road = road().receiveThings(2_001).untilItRests();

    assertThat(first(road, "ingestion"))
        .hasPassedInOrder(
            "ingest-chunk",
            "more-rows",
            "ingest-chunk",
            "more-rows",
            "reconcile-manifest",
            "batch-ingested");
    assertThat(road.engine().passed(road.batchId(), "ingestion", "ingest-chunk")).isEqualTo(2);
    assertThat(road.batch().stage().id()).isEqualTo("task-creation");
  }

  @Test
  void what_was_found_is_searched_in_chunks_of_2000_items() {
    String[] texts = things(2_001);
    texts[0] = "Ask patient Anna Quillfeather, MRN 48813377";
    texts[2_000] = "red thing of Quillfeather, file 4881-3377";
    Road road = road().receive(texts).untilItRests();

    assertThat(first(road, "ingestion"))
        .hasPassedInOrder(
            "search-found", "more-items", "search-found", "more-items", "group-near-duplicates");
    assertThat(road.engine().passed(road.batchId(), "ingestion", "search-found")).isEqualTo(2);
  }

  @Test
  void long_texts_are_compared_in_several_pieces() {
    String[] texts =
        IntStream.range(0, 36)
            .mapToObj(i -> "red thing " + i + " thing".repeat(10_000))
            .toArray(String[]::new);
    Road road = road().receive(texts).untilItRests();

    assertThat(first(road, "ingestion"))
        .hasPassedInOrder(
            "group-near-duplicates",
            "more-comparisons",
            "group-near-duplicates",
            "more-comparisons",
            "reconcile-manifest");
    assertThat(road.engine().passed(road.batchId(), "ingestion", "group-near-duplicates"))
        .isEqualTo(2);
  }

  @Test
  void a_batch_without_a_usable_row_is_held_for_that_reason_and_is_no_incident() {
    Road road = road().receiveLines("{\"id\": \"1\"}\n{\"text\": \"\"}\n").untilItRests();

    assertThat(pipeline(road))
        .hasPassedInOrder("gate-ingestion", "ingestion-passed")
        .isWaitingAt("resolve-held-batch");
    assertThat(road.lastDecision().rule()).isEqualTo("no-usable-row");
    assertThat(road.lastDecision().inputs()).containsEntry("okRows", 0);
    assertThat(road.batch().state()).isEqualTo(Batch.State.HELD);
    assertThat(road.batch().heldBecause().orElseThrow())
        .startsWith("Not one of 2 rows could be used.");
    assertThat(road.engine().incidents(road.batchId())).isZero();
  }

  @Test
  void too_many_rejected_rows_hold_the_batch_and_repeating_the_stage_makes_nothing_twice() {
    List<String> lines =
        IntStream.rangeClosed(1, 10)
            .mapToObj(i -> i == 5 ? "{\"id\": 5}" : "{\"text\": \"red thing " + i + "\"}")
            .toList();
    Road road =
        road()
            .receiveLines(lines.stream().collect(Collectors.joining("\n", "", "\n")))
            .untilItRests();
    assertThat(road.decisions()).containsExactly("gate-ingestion held too-many-rejected");

    road.resolve("repeat", "");

    assertThat(pipeline(road))
        .hasPassedInOrder(
            "ingestion", "resolve-held-batch", "where-to-go-on", "ingestion", "gate-ingestion")
        .isWaitingAt("resolve-held-batch");
    assertThat(road.lastDecision().inputs()).containsEntry("okRows", 9);
  }

  /** As many texts of which none is part of another. */
  private static String[] things(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "red thing number %05d".formatted(i))
        .toArray(String[]::new);
  }

  private static String numberOfFirst(Road road) {
    return road.sample().items().get(0).text().substring("red thing number ".length());
  }

  @Test
  void one_miss_asks_for_a_larger_sample_that_shows_the_limit_to_be_kept() {
    Road road = road().officerAway().receive(things(300)).untilItRests();
    int first = road.sample().items().size();
    road.reviewed(numberOfFirst(road)).untilItRests();
    int second = road.sample().items().size();
    road.everyTextIsClean().untilItRests();

    assertThat(first(road, "ingestion"))
        .hasPassedInOrder(
            "draw-sample",
            "review-privacy-sample",
            "mask-missed",
            "evaluate-sample",
            "sample-more",
            "draw-sample",
            "review-privacy-sample",
            "sample-more",
            "batch-ingested");
    assertThat(road.decisions()).startsWith("gate-ingestion pass fit");
    assertThat(first).as("fewer than the 74 of a huge batch, for 4 of 5 seen").isBetween(58, 70);
    assertThat(first + second).as("fewer than 117").isBetween(90, 112);
  }

  @Test
  void misses_in_two_rounds_hold_the_batch_and_a_repetition_draws_once_more() {
    Road road = road().officerAway().receive(things(2_000)).untilItRests();
    for (int round = 1; round <= 2; round++) {
      assertThat(road.sample().round()).isEqualTo(round);
      road.reviewed(numberOfFirst(road)).untilItRests();
    }
    assertThat(pipeline(road)).isWaitingAt("resolve-held-batch");
    assertThat(road.decisions()).containsExactly("gate-ingestion held leaks-not-ruled-out");

    road.resolve("repeat", "");
    road.everyTextIsClean().untilItRests();

    assertThat(road.decisions())
        .startsWith("gate-ingestion held leaks-not-ruled-out", "gate-ingestion pass fit");
  }

  @Test
  void so_many_misses_that_no_sample_helps_hold_the_batch_at_once_and_again() {
    Road road = road().officerAway().receive(things(5)).untilItRests();
    road.reviewed("red thing").untilItRests();
    assertThat(road.decisions()).containsExactly("gate-ingestion held too-many-leaks");

    road.resolve("repeat", "");

    assertThat(latest(road, "ingestion"))
        .hasPassedInOrder("draw-sample", "review-needed", "batch-ingested")
        .hasNotPassed("review-privacy-sample");
    assertThat(road.decisions())
        .containsExactly(
            "gate-ingestion held too-many-leaks", "gate-ingestion held too-many-leaks");
  }

  @Test
  void a_project_that_removes_nothing_has_nothing_reviewed() {
    Road road = road().officerAway();
    TestProjects.change(
        beans,
        road.project(),
        "{\"deidentification\": \"NONE\", \"deidentificationReason\": \"Published.\"}");
    road.receiveThings(3).untilItRests();

    assertThat(first(road, "ingestion"))
        .hasPassedInOrder("draw-sample", "review-needed", "batch-ingested")
        .hasNotPassed("review-privacy-sample");
    assertThat(road.decisions()).startsWith("gate-ingestion pass fit-without-review");
  }
}
