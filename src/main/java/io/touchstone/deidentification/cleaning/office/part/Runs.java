package io.touchstone.deidentification.cleaning.office.part;

import io.touchstone.deidentification.cleaning.Redacted;
import io.touchstone.deidentification.cleaning.Redacted.Replacement;
import io.touchstone.deidentification.cleaning.office.xml.Chars;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The text of a paragraph, which lies in pieces because its formatting changes or because it was
 * typed at different times. Names begin in one piece and end in another: redaction looks at the
 * whole, and what stands instead goes into the first piece that it touches.
 */
public final class Runs {

  private final List<Piece> pieces = new ArrayList<>();

  /**
   * A piece of the text.
   *
   * @param isText whether it can hold any text, or stands for its character alone
   */
  private record Piece(String text, boolean isText, Consumer<String> become) {}

  /** Adds an element whose whole content is text. */
  public void add(Element holder) {
    pieces.add(new Piece(holder.text(), true, holder::setText));
  }

  /** Adds text between tags. */
  public void add(Chars chars) {
    pieces.add(new Piece(chars.text(), true, chars::set));
  }

  /** Adds an element that stands for a character, such as a tab; it goes if the character does. */
  public void addMark(Element parent, Element mark, String character) {
    pieces.add(
        new Piece(
            character,
            false,
            other -> {
              if (!other.equals(character)) {
                parent.removeIf(child -> child == mark);
              }
            }));
  }

  String text() {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.text()));
    return text.toString();
  }

  /** Shows the text and puts into the pieces what it becomes. */
  public void redact(Cleanup cleanup) {
    cleanup.shown(text()).ifPresent(this::put);
  }

  /** The same for text of a header or footer. */
  public void redactEdge(Cleanup cleanup) {
    cleanup.edge(text()).ifPresent(this::put);
  }

  private void put(Redacted redacted) {
    if (redacted.replacements().isEmpty()) {
      return;
    }
    List<String> becoming = spread(redacted.replacements());
    if (!String.join("", becoming).equals(redacted.text())) {
      becoming = allInFirst(redacted.text()).orElse(becoming);
    }
    for (int i = 0; i < pieces.size(); i++) {
      pieces.get(i).become().accept(becoming.get(i));
    }
  }

  private List<String> spread(List<Replacement> replacements) {
    List<String> becoming = new ArrayList<>(pieces.size());
    String carried = "";
    int from = 0;
    for (Piece piece : pieces) {
      StringBuilder text = new StringBuilder();
      int to = from + piece.text().length();
      int at = from;
      for (Replacement replacement : replacements) {
        if (replacement.start() < to && replacement.end() > from) {
          text.append(piece.text(), at - from, Math.max(at, replacement.start()) - from);
          if (replacement.start() >= from) {
            text.append(replacement.by());
          }
          at = Math.min(to, replacement.end());
        }
      }
      text.append(piece.text().substring(at - from));
      String whole = carried + text;
      carried = "";
      if (!piece.isText() && !whole.equals(piece.text())) {
        carried = whole;
        whole = "";
      }
      becoming.add(whole);
      from = to;
    }
    return becoming;
  }

  /** What is left if pieces cannot take their shares: the first takes all. */
  private Optional<List<String>> allInFirst(String text) {
    List<String> becoming = new ArrayList<>();
    boolean taken = false;
    for (Piece piece : pieces) {
      becoming.add(piece.isText() && !taken ? text : "");
      taken |= piece.isText();
    }
    return Optional.of(becoming).filter(list -> list.contains(text));
  }
}
