package io.touchstone.deidentification.recogniser.names;

import io.touchstone.deidentification.recogniser.names.NameModel.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * An invented text in which every name is known.
 *
 * @param names in order, disjoint
 */
record InventedText(String text, List<Name> names) {

  InventedText {
    names = List.copyOf(names);
  }

  /** Where a name stands, in characters, the end exclusive. */
  record Name(int start, int end, Outcome outcome) {}

  /** What a word of the text is. */
  Outcome of(Word word) {
    for (Name name : names) {
      if (word.start() < name.end() && word.end() > name.start()) {
        return name.outcome();
      }
    }
    return Outcome.ORDINARY;
  }

  /** Puts a text together piece by piece. */
  static final class Builder {

    private final StringBuilder text = new StringBuilder();
    private final List<Name> names = new ArrayList<>();

    Builder plain(String piece) {
      text.append(piece);
      return this;
    }

    Builder name(String piece, Outcome outcome) {
      names.add(new Name(text.length(), text.length() + piece.length(), outcome));
      text.append(piece);
      return this;
    }

    public InventedText build() {
      return new InventedText(text.toString(), names);
    }
  }
}
