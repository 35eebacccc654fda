package io.touchstone.deidentification.cleaning.pdf.page;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDChoice;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.pdmodel.interactive.form.PDVariableText;

/**
 * What a reader sees on a page above its content: answers of forms, notes typed onto the page,
 * stamps, marks. Each is drawn by a form of its own (ISO 32000-1, 12.5.5); a written answer without
 * one gets one here, as a viewer makes one. Notes that open by a click, links and the like show no
 * text of their own.
 */
public final class PageNotes {

  private static final Set<String> SHOWN =
      Set.of(
          "Widget",
          "FreeText",
          "Stamp",
          "Highlight",
          "Underline",
          "Squiggly",
          "StrikeOut",
          "Line",
          "Square",
          "Circle",
          "Polygon",
          "PolyLine",
          "Ink",
          "Caret",
          "Watermark");

  private final Layers layers;
  private final boolean isStale;
  private final Map<COSDictionary, PDField> fields = new IdentityHashMap<>();

  /**
   * One of them.
   *
   * @param look draws it; empty where nothing can
   * @param place from the form's space to the page
   * @param words that it says by its own account; empty where only its look says any
   */
  public record Note(Optional<COSStream> look, AffineTransform place, String words) {}

  public PageNotes(PDDocument document, Layers layers) {
    this.layers = layers;
    PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
    isStale = form != null && form.getNeedAppearances();
    if (form != null) {
      for (PDField field : form.getFieldTree()) {
        field.getWidgets().forEach(widget -> fields.put(widget.getCOSObject(), field));
      }
    }
  }

  /**
   * Those of a page in the order of painting.
   *
   * @param counts is told of words that could not be drawn
   */
  public List<Note> of(PDPage page, Counts counts) throws IOException {
    List<Note> notes = new ArrayList<>();
    for (PDAnnotation annotation : shown(page)) {
      String words = words(annotation);
      if (!words.isBlank() && (isStale && isField(annotation) || !hasLetters(annotation))) {
        Optional<PDAppearanceStream> drawn = WrittenAnswer.of(words, annotation.getRectangle());
        if (drawn.isPresent()) {
          annotation.setAppearance(WrittenAnswer.appearance(drawn.get()));
        } else {
          counts.removed("note-not-drawn");
          notes.add(new Note(Optional.empty(), new AffineTransform(), words));
          continue;
        }
      }
      note(annotation, words).ifPresent(notes::add);
    }
    return notes;
  }

  /** What is no annotation at all is passed over, as viewers do. */
  private List<PDAnnotation> shown(PDPage page) throws IOException {
    List<PDAnnotation> shown = new ArrayList<>();
    if (page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray all) {
      for (int i = 0; i < all.size(); i++) {
        if (all.getObject(i) instanceof COSDictionary given) {
          PDAnnotation annotation = PDAnnotation.createAnnotation(given);
          if (isShown(annotation)) {
            shown.add(annotation);
          }
        }
      }
    }
    return shown;
  }

  /** Whether a viewer shows it when the page opens. */
  public boolean isShown(PDAnnotation annotation) {
    String kind = annotation.getSubtype() == null ? "" : annotation.getSubtype();
    return SHOWN.contains(kind)
        && !annotation.isHidden()
        && !annotation.isNoView()
        && annotation.getRectangle() != null
        && !layers.isOff(annotation.getCOSObject().getDictionaryObject(COSName.OC));
  }

  private boolean isField(PDAnnotation annotation) {
    return fields.containsKey(annotation.getCOSObject());
  }

  /** What was answered or noted, where it is text; of a password nothing is shown. */
  String words(PDAnnotation annotation) {
    if ("FreeText".equals(annotation.getSubtype())) {
      return annotation.getContents() == null ? "" : annotation.getContents();
    }
    PDField field = fields.get(annotation.getCOSObject());
    boolean isSecret = field instanceof PDTextField text && text.isPassword();
    if (!(field instanceof PDVariableText) || isSecret) {
      return "";
    }
    if (field instanceof PDChoice choice) {
      return chosen(choice);
    }
    String value = field.getValueAsString();
    return value == null ? "" : value;
  }

  /** What is shown of a choice is another word than what is handed on. */
  private static String chosen(PDChoice choice) {
    List<String> handedOn = choice.getOptionsExportValues();
    List<String> shown = choice.getOptionsDisplayValues();
    List<String> chosen = new ArrayList<>();
    for (String value : choice.getValue()) {
      int place = handedOn.indexOf(value);
      chosen.add(place >= 0 && place < shown.size() ? shown.get(place) : value);
    }
    return String.join("\n", chosen);
  }

  /** Whether its look shows any text; the fields of many programs are there and empty. */
  private static boolean hasLetters(PDAnnotation annotation) throws IOException {
    PDAppearanceStream look = annotation.getNormalAppearanceStream();
    if (look == null) {
      return false;
    }
    byte[] bytes = Copying.decoded(look.getCOSObject(), Copying.MAXIMUM_BYTES);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.contains("Tj") || text.contains("TJ") || text.contains(" Do");
  }

  private static Optional<Note> note(PDAnnotation annotation, String words) {
    PDAppearanceStream look = annotation.getNormalAppearanceStream();
    PDRectangle rectangle = annotation.getRectangle();
    if (look == null || look.getBBox() == null) {
      return Optional.empty();
    }
    Rectangle2D box = look.getBBox().transform(look.getMatrix()).getBounds2D();
    if (box.getWidth() <= 0 || box.getHeight() <= 0) {
      return Optional.empty();
    }
    AffineTransform place =
        AffineTransform.getTranslateInstance(rectangle.getLowerLeftX(), rectangle.getLowerLeftY());
    place.scale(rectangle.getWidth() / box.getWidth(), rectangle.getHeight() / box.getHeight());
    place.translate(-box.getX(), -box.getY());
    return Optional.of(new Note(Optional.of(look.getCOSObject()), place, words));
  }
}
