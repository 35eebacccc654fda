package io.touchstone.deidentification.cleaning.office.legacy;

import io.touchstone.deidentification.cleaning.office.part.Cleanup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hslf.model.HeadersFooters;
import org.apache.poi.hslf.usermodel.HSLFGroupShape;
import org.apache.poi.hslf.usermodel.HSLFObjectShape;
import org.apache.poi.hslf.usermodel.HSLFPictureShape;
import org.apache.poi.hslf.usermodel.HSLFShape;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTable;
import org.apache.poi.hslf.usermodel.HSLFTableCell;
import org.apache.poi.hslf.usermodel.HSLFTextShape;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The paragraphs of a PPT's slides that a reader sees, without notes and hidden slides. */
final class LegacySlides {

  private static final int DEEPEST = 50;

  private final Cleanup cleanup;

  private LegacySlides(Cleanup cleanup) {
    this.cleanup = cleanup;
  }

  static List<List<String>> of(POIFSFileSystem container, Cleanup cleanup) throws IOException {
    List<List<String>> slides = new ArrayList<>();
    try (HSLFSlideShow show = new HSLFSlideShow(container)) {
      cleanup.removed("notes", show.getNotes().size());
      for (HSLFSlide slide : show.getSlides()) {
        if (slide.isHidden()) {
          cleanup.removed("hidden-slide");
        } else {
          List<String> paragraphs = new ArrayList<>();
          new LegacySlides(cleanup).take(slide.getShapes(), paragraphs, 0);
          footer(slide.getHeadersFooters(), paragraphs);
          slides.add(paragraphs);
        }
      }
    }
    return slides;
  }

  private void take(List<HSLFShape> shapes, List<String> into, int depth) {
    for (HSLFShape shape : shapes) {
      if (shape instanceof HSLFTable table) {
        table(table, into);
      } else if (shape instanceof HSLFGroupShape group && depth < DEEPEST) {
        take(group.getShapes(), into, depth + 1);
      } else if (shape instanceof HSLFTextShape text) {
        into.addAll(lines(text.getText()));
      } else if (shape instanceof HSLFObjectShape) {
        cleanup.removed("embedding");
      } else if (shape instanceof HSLFPictureShape) {
        cleanup.removed("picture");
      } else {
        cleanup.removed("drawing");
      }
    }
  }

  private static void table(HSLFTable table, List<String> into) {
    for (int row = 0; row < table.getNumberOfRows(); row++) {
      for (int column = 0; column < table.getNumberOfColumns(); column++) {
        HSLFTableCell cell = table.getCell(row, column);
        if (cell != null) {
          into.addAll(lines(cell.getText()));
        }
      }
    }
  }

  private static void footer(HeadersFooters footer, List<String> into) {
    if (footer != null && footer.isFooterVisible() && footer.getFooterText() != null) {
      into.addAll(lines(footer.getFooterText()));
    }
  }

  private static List<String> lines(String text) {
    return text == null ? List.of() : List.of(text.replace('\u000b', '\n').split("[\r\n]+"));
  }
}
