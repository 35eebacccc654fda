package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.Canaries;
import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Payloads;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.poi.POIDocument;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextBox;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;

/** DOC, XLS and PPT with a canary in their containers and where no reader looks. */
public final class LegacyCanaryFiles {

  private static final List<String> STREAMS =
      List.of(
          "Data",
          "1Orphan",
          "0Table",
          "Macros",
          "Orphans",
          "\u0001CompObj",
          "\u0001Ole",
          "MsoDataStore",
          "_VBA_PROJECT_CUR",
          "Pictures",
          "\u0003LinkInfo");

  private LegacyCanaryFiles() {}

  /** One for every place and coding, at least fifty of each format. */
  public static List<CanaryFile> all() {
    List<CanaryFile> files = new ArrayList<>();
    containers(ObjectType.DOC, new DocFile().text("text\r").bytes(), files);
    containers(ObjectType.XLS, book(book -> {}), files);
    containers(ObjectType.PPT, show(show -> {}), files);
    docs(files);
    books(files);
    shows(files);
    return files;
  }

  private static void containers(ObjectType type, byte[] object, List<CanaryFile> files) {
    Map<String, Function<byte[], byte[]>> places = new LinkedHashMap<>();
    for (String stream : STREAMS) {
      places.put(stream.strip(), payload -> withStream(object, stream, payload));
    }
    places.put("tail", payload -> joined(object, payload));
    files.addAll(Payloads.files(type, places));
  }

  private static byte[] withStream(byte[] object, String name, byte[] payload) {
    try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(object))) {
      container.createDocument(new ByteArrayInputStream(joined(payload, new byte[5000])), name);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      container.writeFilesystem(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static void docs(List<CanaryFile> files) {
    file(
        files,
        ObjectType.DOC,
        "deleted",
        false,
        c -> new DocFile().text("a").deleted(c).text("b\r").bytes());
    file(
        files,
        ObjectType.DOC,
        "vanished",
        false,
        c -> new DocFile().text("a").hidden(c).text("b\r").bytes());
    file(files, ObjectType.DOC, "orphan", false, c -> new DocFile().text("a\r").orphan(c).bytes());
    file(
        files,
        ObjectType.DOC,
        "field",
        false,
        c -> new DocFile().text("a\u0013" + c + "\u0014b\u0015\r").bytes());
    file(files, ObjectType.DOC, "text", true, c -> new DocFile().text(c + "\r").bytes());
    file(
        files,
        ObjectType.DOC,
        "split",
        true,
        c -> new DocFile().text(c.substring(0, 5)).text(c.substring(5) + "\r").bytes());
    file(
        files,
        ObjectType.DOC,
        "header",
        true,
        c -> new DocFile().text("a\r").header(c + "\r").bytes());
  }

  private static void books(List<CanaryFile> files) {
    book(files, "author", false, (book, c) -> properties(book, c));
    book(
        files,
        "name",
        false,
        (book, c) -> {
          book.createName().setNameName(c);
          book.getName(c).setRefersToFormula("List!$A$1");
        });
    book(files, "header", false, (book, c) -> book.getSheetAt(0).getHeader().setLeft(c));
    book(
        files,
        "hidden-sheet",
        false,
        (book, c) -> {
          book.createSheet(c).createRow(0).createCell(0).setCellValue(c);
          book.setSheetHidden(1, true);
        });
    book(
        files,
        "hidden-row",
        false,
        (book, c) -> {
          cell(book.getSheetAt(0), 5, 0, c);
          book.getSheetAt(0).getRow(5).setZeroHeight(true);
        });
    book(
        files,
        "hidden-column",
        false,
        (book, c) -> {
          cell(book.getSheetAt(0), 5, 4, c);
          book.getSheetAt(0).setColumnHidden(4, true);
        });
    book(
        files,
        "merged",
        false,
        (book, c) -> {
          cell(book.getSheetAt(0), 5, 5, c);
          book.getSheetAt(0).addMergedRegion(new CellRangeAddress(5, 5, 4, 6));
        });
    book(
        files,
        "formula",
        false,
        (book, c) -> book.getSheetAt(0).createRow(6).createCell(0).setCellFormula("\"" + c + "\""));
    book(files, "cell", true, (book, c) -> cell(book.getSheetAt(0), 5, 0, c));
    book(files, "sheet", true, (book, c) -> book.createSheet(c));
  }

  private interface Filling {
    void put(HSSFWorkbook book, String canary);
  }

  private static void book(List<CanaryFile> files, String place, boolean shown, Filling filling) {
    file(files, ObjectType.XLS, place, shown, c -> book(book -> filling.put(book, c)));
  }

  static byte[] book(Consumer<HSSFWorkbook> filling) {
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      cell(book.createSheet("List"), 0, 0, "text");
      filling.accept(book);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void cell(HSSFSheet sheet, int row, int column, String text) {
    sheet.createRow(row).createCell(column).setCellValue(text);
  }

  private static void properties(POIDocument document, String canary) {
    document.createInformationProperties();
    document.getSummaryInformation().setAuthor(canary);
    document.getDocumentSummaryInformation().setCompany(canary);
  }

  private static void shows(List<CanaryFile> files) {
    file(
        files,
        ObjectType.PPT,
        "hidden-slide",
        false,
        c ->
            show(
                show -> {
                  HSLFSlide slide = show.createSlide();
                  slide.addShape(box(c));
                  slide.setHidden(true);
                }));
    file(
        files,
        ObjectType.PPT,
        "slide",
        true,
        c -> show(show -> show.createSlide().addShape(box(c))));
  }

  static byte[] show(Consumer<HSLFSlideShow> filling) {
    try (HSLFSlideShow show = new HSLFSlideShow()) {
      show.createSlide().addShape(box("text"));
      filling.accept(show);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      show.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static HSLFTextBox box(String text) {
    HSLFTextBox box = new HSLFTextBox();
    box.setText(text);
    return box;
  }

  private static void file(
      List<CanaryFile> files,
      ObjectType type,
      String place,
      boolean shown,
      Function<String, byte[]> object) {
    String canary = Canaries.next();
    files.add(
        new CanaryFile(
            type.extension() + "-" + place, type, object.apply(canary), List.of(canary), shown));
  }
}
