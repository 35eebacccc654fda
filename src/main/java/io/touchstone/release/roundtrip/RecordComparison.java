package io.touchstone.release.roundtrip;

import io.touchstone.release.format.DatasetFormat;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.Losses;
import io.touchstone.release.format.Utf8Order;
import io.touchstone.release.version.Check;
import java.util.Optional;
import java.util.function.Consumer;

/** Walks rows and the files of one format side by side, both ordered by id, and counts. */
final class RecordComparison {

  private final DatasetFormat.Source files;
  private final Losses losses;
  private final Consumer<DatasetRecord> seen;
  private Optional<DatasetRecord> current = Optional.empty();
  private Optional<String> unreadable = Optional.empty();
  private boolean begun;
  private long same;
  private long different;
  private long missing;
  private long surplus;
  private long repeated;

  /**
   * @param files what was read
   * @param losses what the format loses: a row without it is what the files should say
   * @param seen is shown each record of the files
   */
  RecordComparison(DatasetFormat.Source files, Losses losses, Consumer<DatasetRecord> seen) {
    this.files = files;
    this.losses = losses;
    this.seen = seen;
  }

  /** The next row. */
  void row(DatasetRecord whole) {
    reading(() -> compare(losses.left(whole)));
  }

  /** After the last row. */
  void end() {
    reading(
        () -> {
          begin();
          while (current.isPresent()) {
            surplus++;
            advance();
          }
        });
  }

  /** Nothing after what cannot be read is compared. */
  private void reading(Runnable step) {
    if (unreadable.isPresent()) {
      return;
    }
    try {
      step.run();
    } catch (DatasetFormat.Unreadable e) {
      unreadable = Optional.of(e.getMessage());
    }
  }

  private void compare(DatasetRecord row) {
    begin();
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

  private void begin() {
    if (!begun) {
      begun = true;
      advance();
    }
  }

  private void advance() {
    Optional<String> last = current.map(DatasetRecord::id);
    current = files.hasNext() ? Optional.of(files.next()) : Optional.empty();
    current.ifPresent(
        record -> {
          repeated += last.filter(record.id()::equals).isPresent() ? 1 : 0;
          seen.accept(record);
        });
  }

  private static int compareIds(DatasetRecord file, DatasetRecord row) {
    return Utf8Order.INSTANCE.compare(file.id(), row.id());
  }

  private boolean equal() {
    return unreadable.isEmpty() && different + missing + surplus == 0;
  }

  private boolean ordered() {
    return unreadable.isEmpty() && repeated + files.disorder() == 0;
  }

  /** Whether each row is in the files as it should be, and nothing else is. */
  Check recordCheck() {
    return new Check("Round trip", equal(), equality("the files"));
  }

  /** Whether no id is there twice, and all files are in order. */
  Check idCheck() {
    return new Check(
        "Unique ids",
        ordered(),
        ordered()
            ? "No item id occurs twice, and all files are in order."
            : repeated + " ids occur twice, " + files.disorder() + " lines are out of order.");
  }

  /** Both in one, and what the files do not say. */
  Check check(DatasetFormat format) {
    boolean passed = equal() && ordered();
    String equality = equality("the files of " + format.name());
    String lost = losses.counted().map(words -> " Not in them: " + words + ".").orElse("");
    String order = unreadable.isPresent() ? "" : " " + idCheck().because();
    return new Check("Round trip, " + format.name(), passed, equality + (passed ? lost : order));
  }

  private String equality(String which) {
    if (unreadable.isPresent()) {
      return unreadable.get();
    }
    return equal()
        ? "All " + same + " records read back from " + which + " equal the database."
        : same
            + " records equal the database, "
            + different
            + " differ, "
            + missing
            + " are missing, "
            + surplus
            + " are too many.";
  }
}
