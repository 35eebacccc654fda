package io.touchstone.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.touchstone.pipeline.Batch;
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
            "chunks-waiting", "ingest-chunk", "more-rows", "reconcile-manifest", "batch-ingested");
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
}
