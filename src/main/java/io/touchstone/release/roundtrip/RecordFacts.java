package io.touchstone.release.roundtrip;

import io.touchstone.release.format.ClassMap;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.RecordAnswer;
import io.touchstone.release.version.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts what is wrong with records in themselves, whatever the rows say. */
final class RecordFacts {

  private final ClassMap classMap;
  private long unknownLabels;
  private long spanRecords;
  private long misplaced;

  RecordFacts(ClassMap classMap) {
    this.classMap = classMap;
  }

  void see(DatasetRecord record) {
    unknownLabels += record.answer().labels().stream().allMatch(classMap::knows) ? 0 : 1;
    spanRecords += record.answer() instanceof RecordAnswer.MarkedSpans ? 1 : 0;
    misplaced += record.spansFitText() ? 0 : 1;
  }

  Check classCheck(Optional<ClassMap> previous) {
    List<String> faults = new ArrayList<>(classMap.faultsAsSuccessorOf(previous));
    if (unknownLabels > 0) {
      faults.add(unknownLabels + " records have a label without a class number.");
    }
    return new Check(
        "Class numbers",
        faults.isEmpty(),
        faults.isEmpty()
            ? "Every label has a number, and no number was given to another label."
            : String.join(" ", faults));
  }

  /** Only for a dataset of spans. */
  Optional<Check> spanCheck() {
    return spanRecords == 0
        ? Optional.empty()
        : Optional.of(
            new Check(
                "Spans",
                misplaced == 0,
                misplaced == 0
                    ? "Every span covers the text that it carries."
                    : misplaced + " records have a span that covers another text."));
  }
}
