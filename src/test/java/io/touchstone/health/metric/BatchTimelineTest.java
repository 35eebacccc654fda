package io.touchstone.health.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.health.metric.BatchTimeline.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchTimelineTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-02T08:00:00Z");

  private static Instant after(long seconds) {
    return RECEIVED.plusSeconds(seconds);
  }

  @Test
  void every_second_from_arrival_to_version_belongs_to_one_part_of_the_road() {
    Map<String, Double> parts =
        BatchTimeline.of(
            RECEIVED,
            after(1_000),
            List.of(
                new Turn(after(2), "ingestion"),
                new Turn(after(100), "task-creation"),
                new Turn(after(130), "annotation"),
                new Turn(after(600), "quality-assurance"),
                new Turn(after(650), "held"),
                new Turn(after(750), "quality-assurance"),
                new Turn(after(800), "release"),
                new Turn(after(820), "approval"),
                new Turn(after(990), "release")));

    assertThat(parts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ingestion", 100.0,
                "task-creation", 30.0,
                "annotation", 470.0,
                "quality-assurance", 100.0,
                "release", 30.0,
                "approval", 170.0,
                "held", 100.0));
  }

  @Test
  void turns_may_come_in_any_order_and_what_lies_after_the_version_is_cut_off() {
    Map<String, Double> parts =
        BatchTimeline.of(
            RECEIVED,
            after(100),
            List.of(new Turn(after(150), "held"), new Turn(after(40), "annotation")));

    assertThat(parts).containsEntry("ingestion", 40.0).containsEntry("annotation", 60.0);
    assertThat(parts).containsEntry("held", 0.0);
  }
}
