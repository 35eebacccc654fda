package io.touchstone.deidentification.cleaning.office.legacy;

import io.touchstone.deidentification.cleaning.NotCleanable;
import io.touchstone.deidentification.cleaning.office.legacy.LegacySheets.Cell;
import io.touchstone.deidentification.cleaning.office.part.Cleanup;
import io.touchstone.deidentification.cleaning.office.part.NumberFormats;
import io.touchstone.deidentification.cleaning.office.sheet.Area;
import io.touchstone.deidentification.cleaning.office.sheet.CellStyles;
import io.touchstone.deidentification.cleaning.office.sheet.NumberText;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.CommonObjectDataSubRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NoteRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.ObjRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.SubRecord;
import org.apache.poi.hssf.record.TextObjectRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;

/** One sheet of an XLS, gathered from its records. */
final class LegacySheet {

  private static final int MOST_CELLS = 1_000_000;

  private final boolean isWorksheet;
  private final SSTRecord strings;
  private final FormatTrackingHSSFListener formats;
  private final NumberText numbers;
  private final TreeMap<Integer, TreeMap<Integer, Cell>> rows = new TreeMap<>();
  private final Set<Integer> hiddenRows = new HashSet<>();
  private final List<Area> hiddenAreas = new ArrayList<>();
  private final List<Area> merged = new ArrayList<>();
  private final List<String> boxes = new ArrayList<>();
  private Optional<FormulaRecord> awaitsString = Optional.empty();
  private boolean inComment;
  private int cells;

  LegacySheet(
      boolean isWorksheet,
      SSTRecord strings,
      FormatTrackingHSSFListener formats,
      NumberText numbers) {
    this.isWorksheet = isWorksheet;
    this.strings = strings;
    this.formats = formats;
    this.numbers = numbers;
  }

  boolean isWorksheet() {
    return isWorksheet;
  }

  void take(Record record, Cleanup cleanup) {
    if (record instanceof LabelSSTRecord label) {
      put(label, new Cell(strings.getString(label.getSSTIndex()).getString(), false));
    } else if (record instanceof NumberRecord number) {
      put(number, number(number, number.getValue()));
    } else if (record instanceof FormulaRecord formula) {
      cleanup.removed("formula");
      formula(formula);
    } else if (record instanceof StringRecord string) {
      awaitsString.ifPresent(formula -> put(formula, new Cell(string.getString(), false)));
      awaitsString = Optional.empty();
    } else if (record instanceof BoolErrRecord other) {
      put(other, other.isBoolean() ? truth(other.getBooleanValue()) : error(other.getErrorValue()));
    } else if (record instanceof LabelRecord label) {
      put(label, new Cell(label.getValue(), false));
    } else {
      frame(record, cleanup);
    }
  }

  private void frame(Record record, Cleanup cleanup) {
    if (record instanceof RowRecord row && (row.getZeroHeight() || row.getHeight() == 0)) {
      hiddenRows.add(row.getRowNumber() + 1);
    } else if (record instanceof ColumnInfoRecord column
        && (column.getHidden() || column.getColumnWidth() == 0)) {
      hiddenAreas.add(
          new Area(1, Integer.MAX_VALUE, column.getFirstColumn() + 1, column.getLastColumn() + 1));
    } else if (record instanceof MergeCellsRecord merge) {
      for (int i = 0; i < merge.getNumAreas(); i++) {
        CellRangeAddress at = merge.getAreaAt(i);
        merged.add(
            new Area(
                at.getFirstRow() + 1,
                at.getLastRow() + 1,
                at.getFirstColumn() + 1,
                at.getLastColumn() + 1));
      }
    } else if (record instanceof NoteRecord) {
      cleanup.removed("comment");
    } else if (record instanceof ObjRecord object) {
      inComment = object.getSubRecords().stream().anyMatch(LegacySheet::isComment);
    } else if (record instanceof TextObjectRecord text && !inComment) {
      boxes.add(text.getStr().getString());
    }
  }

  private static boolean isComment(SubRecord part) {
    return part instanceof CommonObjectDataSubRecord object
        && object.getObjectType() == CommonObjectDataSubRecord.OBJECT_TYPE_COMMENT;
  }

  private void formula(FormulaRecord formula) {
    awaitsString = Optional.empty();
    if (formula.hasCachedResultString()) {
      awaitsString = Optional.of(formula);
      return;
    }
    switch (formula.getCachedResultTypeEnum()) {
      case BOOLEAN -> put(formula, truth(formula.getCachedBooleanValue()));
      case ERROR -> put(formula, error(formula.getCachedErrorValue()));
      default -> put(formula, number(formula, formula.getValue()));
    }
  }

  private static Cell truth(boolean value) {
    return new Cell(value ? "TRUE" : "FALSE", false);
  }

  private static Cell error(int code) {
    return new Cell(
        FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#N/A", false);
  }

  private Cell number(CellValueRecordInterface cell, double value) {
    CellStyles.Format format = format(cell);
    String number = Double.toString(value);
    String reads = numbers.shown(number, format);
    return new Cell(reads, reads.equals(numbers.digits(number)));
  }

  private CellStyles.Format format(CellValueRecordInterface cell) {
    int id = formats.getFormatIndex(cell);
    String code = id < 0 ? null : formats.getFormatString(id);
    return code == null ? CellStyles.Format.PLAIN : new CellStyles.Format(id, code);
  }

  private void put(CellValueRecordInterface at, Cell cell) {
    if (cell.text() == null || cell.text().isBlank() || NumberFormats.isHiding(format(at).code())) {
      return;
    }
    if (++cells > MOST_CELLS) {
      throw new UncheckedIOException(
          NotCleanable.tooLarge("a sheet has more than a million cells."));
    }
    rows.computeIfAbsent(at.getRow() + 1, row -> new TreeMap<>()).put(at.getColumn() + 1, cell);
  }

  /** What is shown; texts of boxes stand in rows of their own below the cells. */
  TreeMap<Integer, TreeMap<Integer, Cell>> cells(Cleanup cleanup) {
    hiddenRows.forEach(row -> cleanup.removed("hidden-row", rows.remove(row) == null ? 0 : 1));
    for (Area area : hiddenAreas) {
      rows.values().forEach(row -> drop(row, area, cleanup));
    }
    for (Area area : merged) {
      rows.subMap(area.firstRow(), true, area.lastRow(), true)
          .forEach(
              (number, row) -> {
                Cell first = number == area.firstRow() ? row.get(area.firstColumn()) : null;
                drop(row, area, cleanup);
                if (first != null) {
                  row.put(area.firstColumn(), first);
                }
              });
    }
    for (String box : boxes) {
      int below = rows.isEmpty() ? 1 : rows.lastKey() + 1;
      rows.computeIfAbsent(below, row -> new TreeMap<>()).put(1, new Cell(box, false));
    }
    return rows;
  }

  private static void drop(TreeMap<Integer, Cell> row, Area area, Cleanup cleanup) {
    var covered = row.subMap(area.firstColumn(), true, area.lastColumn(), true);
    cleanup.removed("hidden-cell", covered.size());
    covered.clear();
  }
}
