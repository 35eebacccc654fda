package io.touchstone.deidentification.cleaning.office.sheet;

import io.touchstone.deidentification.cleaning.NotCleanable;
import io.touchstone.deidentification.cleaning.office.part.Cleanup;
import io.touchstone.deidentification.cleaning.office.part.Conversion;
import io.touchstone.deidentification.cleaning.office.part.Values;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import io.touchstone.deidentification.cleaning.office.xml.Written;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Cleans the rows of a sheet one after the other; what lies in hidden places goes. */
public final class SheetRows {

  /** XFD, as the format has it. */
  private static final int LAST_COLUMN = 16_384;

  private static final Pattern INDEX = Pattern.compile("[0-9]{1,7}");

  private final Cleanup cleanup;
  private final Cells cells;
  private final Values values;
  private final BitSet hiddenColumns = new BitSet();
  private final BitSet covered = new BitSet();
  private final List<Area> merged = new ArrayList<>();
  private final List<Area> mergedHere = new ArrayList<>();
  private final Written written = new Written();
  private int nextMerged;
  private int lastRow;

  /**
   * @param sheet without its rows
   */
  public SheetRows(Element sheet, Cells cells, Cleanup cleanup) {
    this.cells = cells;
    this.cleanup = cleanup;
    values = new Values(cleanup);
    for (Element column : sheet.all("x:col")) {
      boolean hidden = column.isOn("hidden") || isNothing(column.attribute("width"));
      if (hidden) {
        int from = Math.min(LAST_COLUMN, number(column, "min", 1));
        int to = Math.min(LAST_COLUMN, number(column, "max", from));
        hiddenColumns.set(from, Math.max(from, to) + 1);
      }
    }
    for (Element merge : sheet.all("x:mergeCell")) {
      merge.attribute("ref").flatMap(Area::of).ifPresent(merged::add);
    }
    merged.sort(Comparator.comparingInt(Area::firstRow));
  }

  public Written written() {
    return written;
  }

  public void take(Element row) throws IOException {
    int number = number(row, "r", lastRow + 1);
    if (number <= lastRow) {
      throw NotCleanable.unreadable("the rows of a sheet are not in order.");
    }
    lastRow = number;
    if (row.isOn("hidden") || isNothing(row.attribute("ht"))) {
      cleanup.removed("hidden-row");
      return;
    }
    mergedAt(number);
    Element clean = new Element("x:row");
    clean.attributes().addAll(row.attributes());
    clean.set("r", Integer.toString(number));
    Conversion.VOCABULARY.filter(clean, values);
    int column = 0;
    for (Element cell : row.elements()) {
      if (cell.is("x:c")) {
        column = columnOf(cell, column + 1);
        if (isHidden(cell, column)) {
          cleanup.removed("hidden-cell");
        } else {
          clean.add(cells.clean(cell, Area.reference(number, column)));
        }
      }
    }
    written.add(clean);
  }

  private static int columnOf(Element cell, int next) throws IOException {
    int column = cell.attribute("r").flatMap(Area::of).map(Area::firstColumn).orElse(next);
    if (column < next) {
      throw NotCleanable.unreadable("the cells of a row are not in order.");
    }
    return column;
  }

  /** Finds out which cells of a row lie under others that they are merged with. */
  private void mergedAt(int row) {
    covered.clear();
    mergedHere.removeIf(area -> area.lastRow() < row);
    while (nextMerged < merged.size() && merged.get(nextMerged).firstRow() <= row) {
      mergedHere.add(merged.get(nextMerged++));
    }
    for (Area area : mergedHere) {
      boolean showsFirst = area.firstRow() == row;
      int from = Math.min(LAST_COLUMN, area.firstColumn() + (showsFirst ? 1 : 0));
      covered.set(from, Math.min(LAST_COLUMN, area.lastColumn()) + 1);
    }
  }

  /** Only the first of merged cells shows what is in it. */
  private boolean isHidden(Element cell, int column) {
    boolean holds = cell.child("x:v").isPresent() || cell.child("x:is").isPresent();
    return holds && (hiddenColumns.get(column) || covered.get(column) || cells.isHidden(cell));
  }

  private static boolean isNothing(Optional<String> size) {
    return size.filter(s -> s.matches("0+(?:\\.0*)?")).isPresent();
  }

  private static int number(Element element, String attribute, int otherwise) {
    Optional<String> value = element.attribute(attribute);
    return value.filter(s -> INDEX.matcher(s).matches()).map(Integer::valueOf).orElse(otherwise);
  }
}
