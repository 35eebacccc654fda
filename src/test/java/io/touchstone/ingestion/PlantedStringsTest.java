package io.touchstone.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.ingestion.object.PlantedStrings;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What no recogniser knows is seen by people or gone; {@code drill-canaries} prints the counts. */
class PlantedStringsTest {

  @Test
  void of_planted_strings_none_is_left_unseen_and_what_a_reader_saw_is_in_the_text()
      throws IOException {
    PlantedStrings strings = new PlantedStrings().run(400);

    assertThat(strings.left()).isEmpty();
    assertThat(strings.missing()).isEmpty();
    assertThat(strings.seen()).isGreaterThan(40);
  }

  @Test
  @Tag("slow")
  void of_10_000_planted_strings_none_is_left_unseen() throws IOException {
    PlantedStrings strings = new PlantedStrings().run(10_000);

    System.out.printf(
        "planted-strings %d, left unseen %d, seen %d, of these not in the text %d%n",
        strings.planted(),
        PlantedStrings.sum(strings.left()),
        strings.seen(),
        PlantedStrings.sum(strings.missing()));
    assertThat(strings.left()).isEmpty();
    assertThat(strings.missing()).isEmpty();
  }
}
