package io.touchstone.release.roundtrip;

import io.touchstone.release.format.Checksums;
import io.touchstone.release.format.ClassMap;
import io.touchstone.release.format.DatasetReader;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.RecordAnswer;
import io.touchstone.release.format.Utf8Order;
import io.touchstone.release.split.SplitLeaks;
import io.touchstone.release.version.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the staged files say, read by a reader that shares nothing with the writer, against what the
 * rows say.
 *
 * @param exact every record is in the files once and as in the rows, nothing else is, and the class
 *     map is a valid successor
 * @param checksumsMatch every file has the sum that the list says
 * @param leakingRecords records whose text stands in more than one split
 * @param checks the same, one by one, for people
 */
public record RoundTrip(
    boolean exact, boolean checksumsMatch, long leakingRecords, List<Check> checks) {

  /** Source of the rows, ordered by id. */
  interface Rows {
    void forEach(Consumer<DatasetRecord> reader);
  }

  /**
   * Checks the directory against the rows.
   *
   * @param groups of items that nearly say the same, by item
   */
  static RoundTrip of(
      Path staged, Rows rows, Supplier<Map<String, Integer>> groups, Optional<ClassMap> previous)
      throws IOException {
    List<String> badFiles = Checksums.faults(staged);
    Check checksums =
        new Check(
            "Checksums",
            badFiles.isEmpty(),
            badFiles.isEmpty()
                ? "Every file has the SHA-256 that sha256sums.txt lists."
                : badFiles.size() + " files differ from sha256sums.txt or are not in it.");
    List<Path> files = DatasetReader.dataFiles(staged);
    ClassMap classMap = DatasetReader.classMap(staged);
    Comparison comparison = compare(files, rows, classMap);
    List<String> classFaults = new ArrayList<>(classMap.faultsAsSuccessorOf(previous));
    if (comparison.unknownLabels > 0) {
      classFaults.add(comparison.unknownLabels + " records have a label without a class number.");
    }
    Check classes =
        new Check(
            "Class numbers",
            classFaults.isEmpty(),
            classFaults.isEmpty()
                ? "Every label has a number, and no number was given to another label."
                : String.join(" ", classFaults));
    List<Check> spans = comparison.spanCheck().stream().toList();
    long leaking = SplitLeaks.count(files, groups);
    Check splits =
        new Check(
            "Splits",
            leaking == 0,
            leaking == 0
                ? "No text stands in two splits, nor do two that nearly say the same."
                : leaking + " records have a text that stands in another split too, or nearly so.");
    List<Check> checks =
        new ArrayList<>(
            List.of(comparison.check(), comparison.idCheck(), checksums, classes, splits));
    checks.addAll(spans);
    boolean exact =
        comparison.isExact() && classes.passed() && spans.stream().allMatch(Check::passed);
    return new RoundTrip(exact, checksums.passed(), leaking, List.copyOf(checks));
  }

  private static Comparison compare(List<Path> files, Rows rows, ClassMap classMap)
      throws IOException {
    Comparison comparison = new Comparison(classMap);
    try (MergedRecords merged = new MergedRecords(files)) {
      comparison.files = merged;
      try {
        comparison.advance();
        rows.forEach(comparison::row);
        comparison.rest();
        comparison.disorder = merged.disorder();
      } catch (DatasetReader.Unreadable e) {
        comparison.unreadable = Optional.of(e.getMessage());
      }
    }
    return comparison;
  }

  /** Walks rows and files side by side, both ordered by id. */
  private static final class Comparison {

    private final ClassMap classMap;
    private MergedRecords files;
    private Optional<DatasetRecord> current = Optional.empty();
    private long same;
    private long different;
    private long missing;
    private long surplus;
    private long repeated;
    private long disorder;
    private long unknownLabels;
    private long spanRecords;
    private long misplaced;
    private Optional<String> unreadable = Optional.empty();

    Comparison(ClassMap classMap) {
      this.classMap = classMap;
    }

    void row(DatasetRecord row) {
      while (current.isPresent() && compareIds(current.get(), row) < 0) {
        surplus++;
        advance();
      }
      if (current.isEmpty() || compareIds(current.get(), row) > 0) {
        missing++;
        return;
      }
      if (current.get().equals(row)) {
        same++;
      } else {
        different++;
      }
      advance();
    }

    void rest() {
      while (current.isPresent()) {
        surplus++;
        advance();
      }
    }

    void advance() {
      Optional<String> last = current.map(DatasetRecord::id);
      current = files.next();
      current.ifPresent(
          record -> {
            if (last.filter(record.id()::equals).isPresent()) {
              repeated++;
            }
            if (!record.answer().labels().stream().allMatch(classMap::knows)) {
              unknownLabels++;
            }
            spanRecords += record.answer() instanceof RecordAnswer.MarkedSpans ? 1 : 0;
            misplaced += record.spansFitText() ? 0 : 1;
          });
    }

    private static int compareIds(DatasetRecord file, DatasetRecord row) {
      return Utf8Order.INSTANCE.compare(file.id(), row.id());
    }

    boolean isExact() {
      return check().passed() && idCheck().passed();
    }

    Check check() {
      if (unreadable.isPresent()) {
        return new Check("Round trip", false, unreadable.get());
      }
      boolean passed = different + missing + surplus == 0;
      return new Check(
          "Round trip",
          passed,
          passed
              ? "All " + same + " records read back from the files equal the database."
              : same
                  + " records equal the database, "
                  + different
                  + " differ, "
                  + missing
                  + " are missing, "
                  + surplus
                  + " are too many.");
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

    Check idCheck() {
      boolean passed = repeated + disorder == 0 && unreadable.isEmpty();
      return new Check(
          "Unique ids",
          passed,
          passed
              ? "No item id occurs twice, and all files are in order."
              : repeated + " ids occur twice, " + disorder + " lines are out of order.");
    }
  }
}
