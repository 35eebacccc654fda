package io.touchstone.release.format.directory;

import io.touchstone.release.format.DatasetContent;
import io.touchstone.release.format.DatasetFormat;
import java.util.Map;
import java.util.Optional;

/** What the data card says of the version's files, and how one gets them. */
final class CardFiles {

  /**
   * What there is beside the records.
   *
   * @param files whether some records are documents, pictures or recordings
   * @param unlabelled items of the same batches that have no answer
   */
  record Beside(boolean files, long unlabelled) {}

  private final DatasetContent content;
  private final Beside beside;
  private final Map<String, String> lost;
  private final StringBuilder page = new StringBuilder();

  private CardFiles(DatasetContent content, Beside beside, Map<String, String> lost) {
    this.content = content;
    this.beside = beside;
    this.lost = lost;
  }

  /**
   * @param lost what is not in a format's files, by its id, for the middle of a sentence
   */
  static String section(DatasetContent content, Beside beside, Map<String, String> lost) {
    CardFiles files = new CardFiles(content, beside, lost);
    files.list();
    files.getting(content.facts().dataset());
    return files.page.toString();
  }

  private void list() {
    line("## Files");
    line("");
    for (DatasetFormat format : content.formats()) {
      String missing =
          Optional.ofNullable(lost.get(format.id()))
              .map(words -> "; not in it: " + words)
              .orElse("");
      line("- `" + format.folder() + "/`: " + format.described(content) + missing);
    }
    if (beside.files()) {
      line(
          "- `files/`: de-identified documents, pictures and recordings, named by their SHA-256;"
              + " a record's `file` says which is its own");
    }
    line("- `lineage/`: for each record its source, judgements, verdict and process version");
    line("- `meta/class-map.json`: class numbers, never reused between versions");
    line("- `meta/guideline.md`, `meta/deidentification.json`, `meta/split-policy.json`");
    if (beside.unlabelled() > 0) {
      line(
          "- `meta/unlabelled.jsonl`: "
              + beside.unlabelled()
              + (beside.unlabelled() == 1 ? " item" : " items")
              + " of the same batches that a reviewer gave no answer to, with why: nobody can tell,"
              + " or something is wrong with the item. They are no records");
    }
    line("- `sha256sums.txt`: check the directory with `sha256sum -c sha256sums.txt`");
  }

  private void getting(String dataset) {
    line("");
    line("## How to get it");
    line("");
    line("Each version is an annotated tag of this dataset's Git repository:");
    line("");
    line("    git checkout " + dataset + "@v1.0.0");
    line("    dvc remote modify --local store auth basic");
    line("    dvc remote modify --local store user YOUR-NAME");
    line("    dvc remote modify --local store password YOUR-PASSWORD");
    line("    dvc pull");
  }

  private void line(String line) {
    page.append(line).append('\n');
  }
}
