package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.platform.security.Role;
import io.touchstone.road.Road;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work under as many labels as banking77 has, and as many as there may be. */
class ManyLabelsTest extends SeatedTest {

  private static final String WORKBENCH = "touchstone-workbench";

  /** On a machine that is busy with other things as well. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  @Autowired private JdbcClient database;

  @ParameterizedTest
  @ValueSource(ints = {77, 1_000})
  void a_package_opens_and_a_label_beyond_nine_is_given_by_its_name_or_by_its_own_key(int labels) {
    Road road = Road.ofManyLabels(beans, labels);
    String nora = withPassword(road, "nora", Role.ANNOTATOR);
    road.annotators("nora").receiveThings(3).untilItRests();
    at(
        nora,
        seat -> {
          Instant before = Instant.now();
          seat.open("Label items", road.batchId()).sees(WORKBENCH, "Item 1 of 3");
          Duration took = Duration.between(before, Instant.now());
          System.out.printf("open-package-%d-labels %.2f seconds%n", labels, took.toMillis() / 1e3);
          assertThat(took).isLessThan(LONGEST);

          seat.press("/").type("kind " + labels).press("Enter").sees(WORKBENCH, "Item 2 of 3");
          seat.press("v").sees(WORKBENCH, "Item 3 of 3").press("?");
          seat.sees(WORKBENCH + " dialog[open]", "Give the label Kind 12");
          seat.photograph(Path.of("target", "many-labels-keys-" + labels + ".png"));
          seat.press("Escape").read(3).sees(WORKBENCH + " .saved", "All changes");
          assertThat(seat.complaints()).isEmpty();
        });
    assertThat(
            database
                .sql(
                    """
                    select d.answers -> 'answer' ->> 'label' from touchstone.draft d
                    join touchstone.assignment a on a.id = d.assignment_id where a.batch_id = ?
                    """)
                .param(road.batchId())
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("kind-" + labels, "kind-12");
  }
}
