package io.touchstone.deidentification.recogniser.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a pattern apart, so that a scan looks only where a match can be. It knows what Java's and
 * RE2's patterns have in common; a pattern with anything else stays closed, which costs time and
 * changes no result.
 */
public final class PatternReader {

  /** Something that this reader does not know. */
  private static final class Unknown extends RuntimeException {

    private Unknown() {
      super("Not known here.", null, false, false);
    }
  }

  private final String pattern;
  private final List<PatternPart> groups = new ArrayList<>();
  private int at;
  private boolean ignoresCase;
  private boolean vague;

  private PatternReader(String pattern, boolean ignoresCase) {
    this.pattern = pattern;
    this.ignoresCase = ignoresCase;
  }

  /** The parts of a pattern that compiles, where all of them are known. */
  public static Optional<PatternPart> read(String pattern, boolean ignoresCase) {
    PatternReader reader = new PatternReader(pattern, ignoresCase);
    try {
      PatternPart all = reader.choice();
      return reader.at == pattern.length() ? Optional.of(all) : Optional.empty();
    } catch (Unknown | IndexOutOfBoundsException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private PatternPart choice() {
    List<PatternPart> parts = new ArrayList<>(List.of(sequence()));
    while (takes('|')) {
      parts.add(sequence());
    }
    return parts.size() == 1 ? parts.get(0) : new PatternPart.Choice(parts);
  }

  private PatternPart sequence() {
    List<PatternPart> parts = new ArrayList<>();
    while (at < pattern.length() && peek() != '|' && peek() != ')') {
      parts.add(repeated(atom()));
    }
    return parts.size() == 1 ? parts.get(0) : new PatternPart.Sequence(parts);
  }

  private PatternPart repeated(PatternPart one) {
    PatternPart all = one;
    while (at < pattern.length() && "*+?{".indexOf(peek()) >= 0) {
      char quantifier = next();
      all =
          switch (quantifier) {
            case '*' -> new PatternPart.Repeated(all, 0, Outline.UNBOUNDED);
            case '+' -> new PatternPart.Repeated(all, 1, Outline.UNBOUNDED);
            case '?' -> new PatternPart.Repeated(all, 0, 1);
            default -> bounded(all);
          };
      // Lazy and possessive repeats match the same lengths.
      if (at < pattern.length() && (peek() == '?' || peek() == '+')) {
        at++;
      }
    }
    return all;
  }

  private PatternPart bounded(PatternPart one) {
    int end = pattern.indexOf('}', at);
    String[] bounds = pattern.substring(at, end).split(",", -1);
    at = end + 1;
    int least = Integer.parseInt(bounds[0]);
    int most =
        bounds.length == 1
            ? least
            : bounds[1].isEmpty() ? Outline.UNBOUNDED : Integer.parseInt(bounds[1]);
    return new PatternPart.Repeated(one, least, most);
  }

  private PatternPart atom() {
    char c = next();
    return switch (c) {
      case '(' -> group();
      case '[' -> set(bracketed());
      case '.' -> new PatternPart.One(CharacterSet.ALL);
      case '^', '$' -> new PatternPart.Nothing();
      case '\\' -> escape();
      case '*', '+', '?', '{' -> throw new Unknown();
      default -> set(CharacterSet.range(c, c));
    };
  }

  private PatternPart set(CharacterSet set) {
    return new PatternPart.One(ignoresCase ? set.ignoringCase() : set);
  }

  private PatternPart group() {
    boolean before = ignoresCase;
    boolean looksAhead = false;
    boolean ignored = false;
    int number = groups.size();
    boolean captures = peek() != '?';
    if (captures) {
      groups.add(new PatternPart.Nothing());
    }
    if (takes('?')) {
      String rest = pattern.substring(at, Math.min(pattern.length(), at + 3));
      if (rest.startsWith(":")) {
        at += 1;
      } else if (rest.startsWith("i:") || rest.startsWith("-i:")) {
        ignoresCase = rest.charAt(0) == 'i';
        at += ignoresCase ? 2 : 3;
      } else if (rest.startsWith("=")) {
        looksAhead = true;
        at += 1;
      } else if (rest.startsWith("!") || rest.startsWith("<=") || rest.startsWith("<!")) {
        ignored = true;
        at += rest.charAt(0) == '!' ? 1 : 2;
      } else {
        throw new Unknown();
      }
    }
    PatternPart within = choice();
    if (!takes(')')) {
      throw new Unknown();
    }
    ignoresCase = before;
    if (captures) {
      groups.set(number, within);
    }
    return ignored
        ? new PatternPart.Nothing()
        : looksAhead ? new PatternPart.Ahead(within) : within;
  }

  private PatternPart escape() {
    char c = next();
    if (c >= '1' && c <= '9') {
      return new PatternPart.Again(groups.get(c - '1'));
    }
    return switch (c) {
      case 'b', 'B', 'A', 'z', 'Z' -> new PatternPart.Nothing();
      default -> set(escaped(c));
    };
  }

  private CharacterSet escaped(char c) {
    return switch (c) {
      case 'd' -> CharacterSet.DIGITS;
      case 'w' ->
          CharacterSet.DIGITS
              .or(CharacterSet.range('a', 'z'))
              .or(CharacterSet.range('A', 'Z'))
              .or(CharacterSet.of('_'));
      case 's' -> CharacterSet.range('\t', '\r').or(CharacterSet.of(' '));
      case 't' -> CharacterSet.of('\t');
      case 'n' -> CharacterSet.of('\n');
      case 'r' -> CharacterSet.of('\r');
      case 'p', 'P' -> {
        vague = true;
        at = peek() == '{' ? pattern.indexOf('}', at) + 1 : at + 1;
        yield CharacterSet.ALL;
      }
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw new Unknown();
        }
        yield CharacterSet.of(c);
      }
    };
  }

  private CharacterSet bracketed() {
    boolean inverted = takes('^');
    vague = false;
    CharacterSet all = CharacterSet.NONE;
    boolean first = true;
    while (first || peek() != ']') {
      first = false;
      char c = next();
      if (c == '[' || c == '&' && peek() == '&' || c == ']') {
        throw new Unknown();
      }
      if (c == '\\') {
        c = next();
        all = all.or(escaped(c));
        if (!Character.isLetterOrDigit(c) && startsRange()) {
          all = all.or(range(c));
        }
      } else if (startsRange()) {
        all = all.or(range(c));
      } else {
        all = all.or(CharacterSet.range(c, c));
      }
    }
    at++;
    return !inverted ? all : vague ? CharacterSet.ALL : all.inverted();
  }

  private boolean startsRange() {
    return peek() == '-' && pattern.charAt(at + 1) != ']';
  }

  private CharacterSet range(char from) {
    at++;
    char to = next();
    if (to == '\\') {
      to = next();
      if (Character.isLetterOrDigit(to)) {
        throw new Unknown();
      }
    }
    return CharacterSet.range(from, to);
  }

  private char peek() {
    return pattern.charAt(at);
  }

  private char next() {
    char c = pattern.charAt(at++);
    if (Character.isSurrogate(c)) {
      throw new Unknown();
    }
    return c;
  }

  private boolean takes(char c) {
    if (at < pattern.length() && pattern.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }
}
