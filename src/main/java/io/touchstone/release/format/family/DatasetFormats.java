package io.touchstone.release.format.family;

import io.touchstone.project.FormatNames;
import io.touchstone.release.format.DatasetFormat;
import io.touchstone.release.format.csv.Csv;
import io.touchstone.release.format.jsonl.JsonLines;
import java.util.List;

/** The one list of formats. Those who read projects know it as {@link FormatNames}. */
public final class DatasetFormats implements FormatNames {

  /** JSON Lines first: it is part of every version. */
  private static final List<DatasetFormat> ALL = List.of(new JsonLines(), new Csv());

  /**
   * JSON Lines and these beside it, in the order of the list.
   *
   * @param further as a project's version names them
   * @throws IllegalStateException if one of them is not in the list, which a project can say that
   *     was stored by another release of the product
   */
  public static List<DatasetFormat> with(List<String> further) {
    List<String> unknown = further.stream().filter(id -> !isKnown(id)).toList();
    if (!unknown.isEmpty()) {
      throw new IllegalStateException(
          "The project wants its datasets in the format "
              + String.join(", ", unknown)
              + ", which this release does not write. Install the release that does, or stop the"
              + " batch and make a version of the project without it.");
    }
    return ALL.stream()
        .filter(format -> format == ALL.get(0) || further.contains(format.id()))
        .toList();
  }

  private static boolean isKnown(String id) {
    return ALL.stream().anyMatch(format -> format.id().equals(id));
  }

  @Override
  public List<Format> formats() {
    return ALL.stream().map(format -> new Format(format.id(), format.name())).toList();
  }
}
