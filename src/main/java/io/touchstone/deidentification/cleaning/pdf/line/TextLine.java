package io.touchstone.deidentification.cleaning.pdf.line;

import io.touchstone.deidentification.cleaning.pdf.page.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text in reading order; for each character the glyph that it was read from, if any. */
public final class TextLine {

  private final StringBuilder text = new StringBuilder();
  private final List<Optional<Glyph>> origins = new ArrayList<>();

  void add(Glyph glyph) {
    for (int i = 0; i < glyph.text.length(); i++) {
      char c = glyph.text.charAt(i);
      text.append(c == '\u00a0' || c == '\t' ? ' ' : c);
      origins.add(Optional.of(glyph));
    }
  }

  /** A space, a tab or a line's end that is not painted. */
  void gap(char c) {
    text.append(c);
    origins.add(Optional.empty());
  }

  void add(TextLine other) {
    text.append(other.text);
    origins.addAll(other.origins);
  }

  /** Takes the hyphen at the end away from the text; its glyph is part of the word still. */
  void joinHyphen() {
    text.setCharAt(text.length() - 1, '\u00ad');
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  int length() {
    return text.length();
  }

  char last() {
    return text.charAt(text.length() - 1);
  }

  char at(int index) {
    return text.charAt(index);
  }

  public String text() {
    return text.toString();
  }

  /** Glyphs of a stretch of the text, in order, each once. */
  public List<Glyph> glyphs(int start, int end) {
    List<Glyph> glyphs = new ArrayList<>();
    for (int i = start; i < Math.min(end, origins.size()); i++) {
      origins
          .get(i)
          .filter(g -> glyphs.isEmpty() || glyphs.get(glyphs.size() - 1) != g)
          .ifPresent(glyphs::add);
    }
    return glyphs;
  }
}
