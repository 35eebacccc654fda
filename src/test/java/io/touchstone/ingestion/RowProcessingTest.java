package io.touchstone.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.deidentification.Tags;
import io.touchstone.deidentification.operator.DeidentificationRules;
import io.touchstone.deidentification.operator.DeidentificationRules.Faces;
import io.touchstone.deidentification.operator.DeidentificationRules.Operator;
import io.touchstone.deidentification.operator.DeidentificationRules.Scope;
import io.touchstone.deidentification.operator.Operators;
import io.touchstone.deidentification.recogniser.EmailRecogniser;
import io.touchstone.deidentification.recogniser.NameRecogniser;
import io.touchstone.ingestion.item.ArchiveLayout;
import io.touchstone.ingestion.item.ManifestEntry;
import io.touchstone.ingestion.item.NewItem;
import io.touchstone.ingestion.item.Processors;
import io.touchstone.ingestion.item.SourceObject;
import io.touchstone.ingestion.policy.DeidentificationPolicy;
import io.touchstone.ingestion.row.JsonRowParser;
import io.touchstone.ingestion.row.Reason;
import io.touchstone.ingestion.row.Row;
import io.touchstone.ingestion.row.RowForm;
import io.touchstone.ingestion.row.RowOutcome;
import io.touchstone.ingestion.row.SourceFormat;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.RowNames;
import io.touchstone.project.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows of one chunk on one processor and on many. */
class RowProcessingTest {

  private static final Hmac KEY = Hmac.of(new byte[] {3});
  private static final Hmac PROJECT_KEY = Hmac.of(new byte[] {4});
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
    return chunk(rows(), processors);
  }

  private static RowProcessing.Chunk chunk(List<Row> rows, int processors) {
    return new RowProcessing(
            KEY,
            PROJECT_KEY,
            SOURCE,
            policy(),
            new Tags(List.of()),
            (node, text) -> Optional.empty(),
            new Processors(processors))
        .process(rows, hashes -> Map.of());
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
  void keep_whom_they_are_tied_to_as_hashes_under_the_projects_key_alone() {
    RowForm form =
        new RowForm(
            new RowNames("text", "id", Map.of(Tie.AUTHOR, "by", Tie.SUBJECT, "of")),
            Map.of(),
            Optional.empty());
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      String line = "{\"text\": \"thing %d\", \"by\": \"eva-%d\", \"of\": \"\"}";
      rows.add(new Row(i, new JsonRowParser(form).parse(i, line.formatted(i, i % 2))));
    }

    RowProcessing.Chunk chunk = chunk(rows, 1);

    List<Map<Tie, String>> ties = chunk.items().stream().map(NewItem::ties).toList();
    assertThat(ties).allMatch(each -> each.keySet().equals(Set.of(Tie.AUTHOR)));
    assertThat(ties.get(0)).isEqualTo(ties.get(2)).isNotEqualTo(ties.get(1));
    // HMAC-SHA-256 by Python's hmac under the key 04, over 00000006"author"00000005"eva-1".
    assertThat(ties.get(0)).containsEntry(Tie.AUTHOR, "66a0f0dff989b989fa0b96cd7a0353c8");
    assertThat(chunk.toString()).doesNotContain("eva");
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
