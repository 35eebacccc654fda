package io.touchstone.release.roundtrip;

import io.touchstone.release.format.Checksums;
import io.touchstone.release.format.ClassMap;
import io.touchstone.release.format.DatasetFormat;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.Losses;
import io.touchstone.release.format.jsonl.JsonLinesReader;
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
 * @param exact every record is in the files of each format once and as in the rows but for what the
 *     format says that it loses, nothing else is, and the class map is a valid successor
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
   * @param formats of the version, first the one that says all
   * @param groups of items that nearly say the same, by item
   */
  static RoundTrip of(
      Path staged,
      List<DatasetFormat> formats,
      Rows rows,
      Supplier<Map<String, Integer>> groups,
      Optional<ClassMap> previous)
      throws IOException {
    RecordFacts facts = new RecordFacts(WrittenClassMap.of(staged));
    List<RecordComparison> compared = compare(staged, formats, rows, facts);
    List<Check> told = new ArrayList<>();
    told.add(compared.get(0).recordCheck());
    told.add(compared.get(0).idCheck());
    told.add(facts.classCheck(previous));
    facts.spanCheck().ifPresent(told::add);
    for (int i = 1; i < formats.size(); i++) {
      told.add(compared.get(i).check(formats.get(i)));
    }
    Check checksums = checksums(staged);
    long leaking = SplitLeaks.count(JsonLinesReader.files(staged), groups);
    List<Check> all = new ArrayList<>(told);
    all.add(2, checksums);
    all.add(4, splits(leaking));
    boolean exact = told.stream().allMatch(Check::passed);
    return new RoundTrip(exact, checksums.passed(), leaking, List.copyOf(all));
  }

  /** Goes through the rows once for all formats. */
  private static List<RecordComparison> compare(
      Path staged, List<DatasetFormat> formats, Rows rows, RecordFacts facts) throws IOException {
    List<DatasetFormat.Source> open = new ArrayList<>();
    try {
      List<RecordComparison> comparisons = new ArrayList<>();
      for (DatasetFormat format : formats) {
        DatasetFormat.Source files = format.read(staged.resolve(format.folder()));
        open.add(files);
        Consumer<DatasetRecord> seen = comparisons.isEmpty() ? facts::see : record -> {};
        comparisons.add(new RecordComparison(files, new Losses(format.loses()), seen));
      }
      rows.forEach(row -> comparisons.forEach(comparison -> comparison.row(row)));
      comparisons.forEach(RecordComparison::end);
      return comparisons;
    } finally {
      for (DatasetFormat.Source files : open) {
        files.close();
      }
    }
  }

  private static Check checksums(Path staged) throws IOException {
    List<String> badFiles = Checksums.faults(staged);
    return new Check(
        "Checksums",
        badFiles.isEmpty(),
        badFiles.isEmpty()
            ? "Every file has the SHA-256 that sha256sums.txt lists."
            : badFiles.size() + " files differ from sha256sums.txt or are not in it.");
  }

  private static Check splits(long leaking) {
    return new Check(
        "Splits",
        leaking == 0,
        leaking == 0
            ? "No text stands in two splits, nor do two that nearly say the same."
            : leaking + " records have a text that stands in another split too, or nearly so.");
  }
}
