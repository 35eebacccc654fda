package io.touchstone.deidentification.cleaning.office.legacy;

import io.touchstone.deidentification.cleaning.office.part.Cleanup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The paragraphs of a DOC that a reader sees, without deleted and hidden text and fields' codes.
 */
final class LegacyText {

  private static final char FIELD_BEGIN = 0x13;
  private static final char FIELD_RESULT = 0x14;
  private static final char FIELD_END = 0x15;

  private final Cleanup cleanup;
  private final List<String> paragraphs = new ArrayList<>();
  private int depthOfCode;
  private final List<Boolean> fields = new ArrayList<>();

  private LegacyText(Cleanup cleanup) {
    this.cleanup = cleanup;
  }

  /** Body, text boxes, notes, headers; a cell of a table is a paragraph or several. */
  static List<String> of(POIFSFileSystem container, Cleanup cleanup) throws IOException {
    try (HWPFDocument document = new HWPFDocument(container)) {
      LegacyText text = new LegacyText(cleanup);
      text.take(document.getRange());
      text.take(document.getMainTextboxRange());
      text.take(document.getFootnoteRange());
      text.take(document.getEndnoteRange());
      text.take(document.getHeaderStoryRange());
      cleanup.removed("comment", document.getCommentsRange().text().isBlank() ? 0 : 1);
      return text.paragraphs;
    }
  }

  private void take(Range story) {
    fields.clear();
    depthOfCode = 0;
    if (story.getStartOffset() == story.getEndOffset()) {
      return;
    }
    for (int i = 0; i < story.numParagraphs(); i++) {
      Paragraph paragraph = story.getParagraph(i);
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < paragraph.numCharacterRuns(); j++) {
        take(paragraph.getCharacterRun(j), text);
      }
      paragraphs.add(text.toString());
    }
  }

  private void take(CharacterRun run, StringBuilder text) {
    String all = run.text();
    boolean isHidden = run.isMarkedDeleted() || run.isVanished();
    if (isHidden && !all.isBlank()) {
      cleanup.removed(run.isMarkedDeleted() ? "deletion" : "hidden-text");
    }
    for (int i = 0; i < all.length(); i++) {
      char c = all.charAt(i);
      switch (c) {
        case FIELD_BEGIN -> field(true);
        case FIELD_RESULT -> {
          endOfField();
          field(false);
        }
        case FIELD_END -> endOfField();
        default -> {
          if (!isHidden && depthOfCode == 0) {
            character(c, text);
          }
        }
      }
    }
  }

  private void field(boolean isCode) {
    fields.add(isCode);
    depthOfCode += isCode ? 1 : 0;
    cleanup.removed("field", isCode ? 1 : 0);
  }

  private void endOfField() {
    if (!fields.isEmpty() && fields.remove(fields.size() - 1)) {
      depthOfCode--;
    }
  }

  private void character(char c, StringBuilder text) {
    switch (c) {
      case 0x01, 0x08 -> cleanup.removed("picture");
      case 0x0b -> text.append('\n');
      case 0x1e -> text.append('\u2011');
      case 0x1f -> text.append('\u00ad');
      default -> {
        if (c >= 0x20 || c == '\t') {
          text.append(c);
        }
      }
    }
  }
}
