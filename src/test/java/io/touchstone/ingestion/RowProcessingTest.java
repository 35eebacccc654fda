package io.touchstone.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.ingestion.operator.Operators;
import io.touchstone.ingestion.recogniser.EmailRecogniser;
import io.touchstone.ingestion.recogniser.NameRecogniser;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.DeidentificationRules;
import io.touchstone.project.DeidentificationRules.Faces;
import io.touchstone.project.DeidentificationRules.Operator;
import io.touchstone.project.DeidentificationRules.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows of one chunk on one processor and on many. */
class RowProcessingTest {

  private static final Hmac KEY = Hmac.of(new byte[] {3});
  private static final SourceObject SOURCE =
      new SourceObject(
          "batch/1",
          "batch",
          1,
          SourceFormat.JSON_LINES,
          1,
          "digest",
          Optional.empty(),
          500,
          ArchiveLayout.FLAT);

  private static DeidentificationPolicy policy() {
    DeidentificationRules rules =
        new DeidentificationRules(
            Map.of(),
            Operator.NUMBERED_TAG,
            Scope.ITEM,
            List.of(),
            List.of(),
            Map.of(),
            Faces.FILL);
    return DeidentificationPolicy.standard(
        List.of(new EmailRecogniser(), new NameRecogniser(List.of("Quill", "Nwosu"))),
        rules,
        new Operators(rules, KEY, KEY));
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i <= 500; i++) {
      RowOutcome outcome =
          switch (i % 5) {
            case 0 -> RowOutcome.Bad.at(i, Reason.INVALID_UTF8, "not UTF-8.");
            case 1 -> new RowOutcome.Read(Optional.of("r" + i), "Quill has a thing no. " + i);
            case 2 -> new RowOutcome.Read(Optional.empty(), "Nwosu writes " + i % 3);
            case 3 -> new RowOutcome.Read(Optional.of("a@example.org"), "its id is an address");
            default -> new RowOutcome.Read(Optional.empty(), "ask n" + i + "@example.org, Quill");
          };
      rows.add(new Row(i, outcome));
    }
    return rows;
  }

  private static RowProcessing.Chunk chunk(int processors) {
    return new RowProcessing(
            KEY,
            SOURCE,
            policy(),
            new Tags(List.of()),
            (node, text) -> Optional.empty(),
            new Processors(processors))
        .process(rows(), hashes -> Map.of());
  }

  @Test
  void come_out_alike_whatever_the_number_of_processors() {
    RowProcessing.Chunk alone = chunk(1);

    assertThat(alone.items()).hasSize(100 + 3 + 100);
    assertThat(alone.entries()).extracting(ManifestEntry::row).isSorted().hasSize(500);
    assertThat(alone.found()).isNotEmpty();
    assertThat(chunk(7)).isEqualTo(alone);
    assertThat(chunk(64)).isEqualTo(alone);
  }

  @Test
  void that_fail_fail_the_chunk_with_the_first_rows_fault() {
    Processors processors = new Processors(8);
    List<Integer> numbers = IntStream.range(0, 1_000).boxed().toList();

    assertThatThrownBy(
            () ->
                processors.each(
                    numbers,
                    number -> {
                      if (number % 300 == 299) {
                        throw new IllegalArgumentException("at " + number);
                      }
                      return number;
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at 299");
    assertThat(processors.each(numbers, number -> number)).isEqualTo(numbers);
  }
}
