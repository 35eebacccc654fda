package io.touchstone.deidentification.cleaning.office.legacy;

import io.touchstone.deidentification.cleaning.office.part.Cleanup;
import io.touchstone.deidentification.cleaning.office.sheet.NumberText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The cells of an XLS that a reader sees, read record by record and not as a model of it all. */
final class LegacySheets {

  private final Cleanup cleanup;
  private final List<BoundSheetRecord> bound = new ArrayList<>();
  private final List<LegacySheet> streams = new ArrayList<>();
  private final FormatTrackingHSSFListener formats =
      new FormatTrackingHSSFListener(record -> {}, Locale.ROOT);
  private SSTRecord strings = new SSTRecord();
  private boolean from1904;
  private int depth;
  private boolean globalsRead;

  private LegacySheets(Cleanup cleanup) {
    this.cleanup = cleanup;
  }

  /** Reads a workbook. */
  static LegacySheets of(POIFSFileSystem container, Cleanup cleanup) throws IOException {
    LegacySheets sheets = new LegacySheets(cleanup);
    HSSFRequest request = new HSSFRequest();
    request.addListenerForAllRecords(sheets::take);
    new HSSFEventFactory().processWorkbookEvents(request, container);
    return sheets;
  }

  /** Sheets that are shown, with their cells, in the order of their tabs, by name. */
  List<Sheet> visible() {
    List<BoundSheetRecord> byPosition = new ArrayList<>(bound);
    byPosition.sort(
        (one, other) -> Integer.compare(one.getPositionOfBof(), other.getPositionOfBof()));
    List<Sheet> visible = new ArrayList<>();
    for (BoundSheetRecord sheet : bound) {
      int stream = byPosition.indexOf(sheet);
      if (sheet.isHidden() || sheet.isVeryHidden()) {
        cleanup.removed("hidden-sheet");
      } else if (stream < streams.size() && streams.get(stream).isWorksheet()) {
        visible.add(new Sheet(sheet.getSheetname(), streams.get(stream).cells(cleanup)));
      } else {
        cleanup.removed("chart-sheet");
      }
    }
    return visible;
  }

  /**
   * A sheet.
   *
   * @param rows from 1, of cells by their columns from 1
   */
  record Sheet(String name, SortedMap<Integer, TreeMap<Integer, Cell>> rows) {}

  /**
   * What a cell shows.
   *
   * @param isNumber whether it is a number that reads as it is
   */
  record Cell(String text, boolean isNumber) {}

  private void take(Record record) {
    formats.processRecordInternally(record);
    if (record instanceof BOFRecord begin) {
      if (depth++ == 0 && globalsRead) {
        boolean isWorksheet = begin.getType() == BOFRecord.TYPE_WORKSHEET;
        streams.add(new LegacySheet(isWorksheet, strings, formats, new NumberText(from1904)));
      }
    } else if (record instanceof EOFRecord) {
      depth--;
      globalsRead |= depth == 0;
    } else if (depth == 1 && globalsRead) {
      streams.get(streams.size() - 1).take(record, cleanup);
    } else if (record instanceof BoundSheetRecord sheet) {
      bound.add(sheet);
    } else if (record instanceof SSTRecord table) {
      strings = table;
    } else if (record instanceof DateWindow1904Record window) {
      from1904 = window.getWindowing() == 1;
    }
  }
}
