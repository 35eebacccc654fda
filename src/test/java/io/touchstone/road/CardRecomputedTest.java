package io.touchstone.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.pipeline.Batch;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.release.Tool;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A stranger with Python and the dataset's files comes to the figures that its card prints. */
@DisplayName("The card of a dataset")
class CardRecomputedTest extends IntegrationTest {

  private static final Path PROGRAM = Path.of("src/test/resources/card/recompute.py");

  @Autowired private BeanFactory beans;

  /** One of three takes one thing for the other colour. */
  private static Road.Answers oneSlip() {
    AtomicInteger seen = new AtomicInteger();
    return (person, text) ->
        text.equals("red thing 1") && seen.getAndIncrement() == 0
            ? "blue"
            : Road.RIGHT.of(person, text);
  }

  @Test
  void is_recomputed_to_the_printed_digit_where_a_vote_was_asked_for_later() {
    Road road =
        Road.of(beans, Options.standard().annotatorsPerItem(3, 4))
            .annotators("ada", "ben", "cleo", "dan")
            .reviewers("rex");
    road.receiveThings(24).untilItRests();
    road.everybodyLabels(oneSlip()).untilJobAt("route-items");
    Judged judged = Judged.of(beans, road.batchId());
    judged.improbable("red thing 5");
    road.untilItRests();
    String fourth = judged.whoHasNot("red thing 5", road, "ada", "ben", "cleo", "dan");
    road.labels(fourth, (person, text) -> "blue").untilItRests();
    road.everybodyLabels(Road.RIGHT).untilItRests();
    road.decideRelease("tom", "approve", "");
    assertThat(road.batch().state())
        .as(road.batch().heldBecause().orElse("") + road.decisions())
        .isEqualTo(Batch.State.DONE);

    String found = recomputed(road);

    assertThat(found).contains(" 1 further judgements, 1 batches").doesNotContain("computed");
  }

  private static String recomputed(Road road) {
    Path dataset = data().resolve(Path.of("datasets", road.project(), road.project()));
    return Tool.run(dataset, "python3", PROGRAM.toAbsolutePath().toString());
  }
}
