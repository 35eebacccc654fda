package io.touchstone.ingestion.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.deidentification.recogniser.PatternRecogniser;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each file is tried on its own examples when it is read. */
class ShippedRecognisersTest {

  private final List<PatternRecogniser> shipped = RecogniserFolder.load(Path.of("no-such-folder"));

  @Test
  void every_shipped_file_finds_its_examples_and_there_are_at_least_25_kinds() {
    TreeSet<EntityType> types = new TreeSet<>();
    shipped.forEach(each -> types.add(each.type()));
    System.out.println("recogniser_files count=" + shipped.size() + " types=" + types.size());
    assertThat(types).hasSizeGreaterThanOrEqualTo(25);
  }
}
