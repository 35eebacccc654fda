package io.touchstone.deidentification.recogniser;

import java.util.Optional;

/**
 * Makes of a pattern one for joined texts: where the pattern has a divider, any gap may stand, and
 * between its other characters a line may be broken. One mechanism for all patterns, those of an
 * installation included; a pattern with what is not known here has no such twin.
 */
final class LoosePattern {

  /** Characters that stand between parts rather than for something. */
  private static final String DIVIDERS = " .-/_:#,";

  private final String written;
  private final String within;
  private final boolean anyDivider;
  private final StringBuilder loose = new StringBuilder();
  private int at;
  private boolean shaped;

  private LoosePattern(String written, boolean anywhere, boolean anyDivider) {
    this.written = written;
    this.within = "[" + (anywhere ? Gap.ANY : Gap.BROKEN) + "]?";
    this.anyDivider = anyDivider;
  }

  /**
   * The pattern for joined texts.
   *
   * @param anywhere whether any gap may stand between any two characters, for what else must be
   *     sure
   * @param anyDivider whether another divider may stand for one that the pattern asks for
   */
  static Optional<String> of(String written, boolean anywhere, boolean anyDivider) {
    LoosePattern pattern = new LoosePattern(written, anywhere, anyDivider);
    return pattern.loosen() ? Optional.of(pattern.loose.toString()) : Optional.empty();
  }

  /** Whether a match must have a divider at a certain place, which says much by itself. */
  static boolean isShaped(String written) {
    LoosePattern pattern = new LoosePattern(written, false, false);
    return pattern.loosen() && pattern.shaped;
  }

  private boolean loosen() {
    try {
      while (at < written.length()) {
        next();
      }
      return true;
    } catch (IndexOutOfBoundsException e) {
      return false;
    }
  }

  private void next() {
    char c = written.charAt(at);
    if (c == '(') {
      open();
    } else if (c == ')') {
      loose.append(c);
      at++;
      quantifier();
    } else if (c == '|' || c == '^' || c == '$') {
      loose.append(c);
      at++;
    } else if (c == '\\' && "bBAzZ123456789".indexOf(written.charAt(at + 1)) >= 0) {
      // What a group matched before is a divider, and the next may be another.
      boolean again = Character.isDigit(written.charAt(at + 1)) && anyDivider;
      loose.append(again ? "[" + Gap.ANY + "]" : written.substring(at, at + 2));
      at += 2;
      quantifier();
    } else {
      atom();
    }
  }

  private void open() {
    if (written.startsWith("(?<", at) || written.startsWith("(?!", at)) {
      int end = closing(at);
      loose.append(written, at, end);
      at = end;
      return;
    }
    int end = at + 1;
    if (written.startsWith("(?", at)) {
      while (":=".indexOf(written.charAt(end)) < 0) {
        end++;
      }
      end++;
    }
    loose.append(written, at, end);
    at = end;
  }

  /** The place behind the bracket that closes the one there. */
  private int closing(int open) {
    int depth = 0;
    int place = open;
    do {
      char c = written.charAt(place);
      if (c == '\\') {
        place++;
      } else if (c == '[') {
        place = classEnd(place) - 1;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      place++;
    } while (depth > 0);
    return place;
  }

  private int classEnd(int open) {
    int place = open + 1;
    if (written.charAt(place) == '^') {
      place++;
    }
    do {
      place += written.charAt(place) == '\\' ? 2 : 1;
    } while (written.charAt(place) != ']');
    return place + 1;
  }

  private void atom() {
    int end =
        written.charAt(at) == '['
            ? classEnd(at)
            : written.charAt(at) == '\\' ? escapeEnd() : at + 1;
    String atom = written.substring(at, end);
    at = end;
    Optional<String> divider = dividersOf(atom);
    if (divider.isPresent()) {
      divider(divider.get());
      return;
    }
    boolean word = atom.length() == 1 && Character.isLetter(atom.charAt(0));
    loose.append("(?:").append(word ? "[" + Gap.BROKEN + "]?" : within).append(atom).append(')');
    quantifier();
  }

  private int escapeEnd() {
    char c = written.charAt(at + 1);
    if ((c == 'p' || c == 'P') && written.charAt(at + 2) == '{') {
      return written.indexOf('}', at) + 1;
    }
    return at + (c == 'p' || c == 'P' ? 3 : 2);
  }

  /** The dividers that an atom stands for, if it stands for nothing else. */
  private static Optional<String> dividersOf(String atom) {
    String members = atom.startsWith("[") ? atom.substring(1, atom.length() - 1) : atom;
    StringBuilder dividers = new StringBuilder();
    for (int i = 0; i < members.length(); i++) {
      char c = members.charAt(i);
      if (c != '\\') {
        if (DIVIDERS.indexOf(c) < 0) {
          return Optional.empty();
        }
        dividers.append(c);
      }
    }
    return dividers.isEmpty() ? Optional.empty() : Optional.of(dividers.toString());
  }

  private void divider(String members) {
    char next = at < written.length() ? written.charAt(at) : ' ';
    boolean optional = next == '?' || next == '*' || written.startsWith("{0", at);
    shaped |= !optional && !members.contains(" ");
    StringBuilder set = new StringBuilder(members.replace("-", ""));
    boolean hyphen = members.contains("-");
    if (optional || anyDivider || members.contains(" ")) {
      set.append(Gap.ANY);
    } else {
      // At the end of a line it still is one.
      set.append(hyphen ? Gap.HYPHEN + "-" : "");
    }
    loose.append('[').append(set).append(']');
    quantifier();
  }

  private void quantifier() {
    int end = at;
    if (end < written.length() && "?*+{".indexOf(written.charAt(end)) >= 0) {
      end = written.charAt(end) == '{' ? written.indexOf('}', end) + 1 : end + 1;
      if (end < written.length() && "?+".indexOf(written.charAt(end)) >= 0) {
        end++;
      }
    }
    loose.append(written, at, end);
    at = end;
  }
}
