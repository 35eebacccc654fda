package io.touchstone.deidentification.recogniser.names;

import io.touchstone.deidentification.recogniser.names.Word.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a text into words and sentences. Linear in the text. */
final class Sentences {

  /** A longer run of words without an end is cut, so that no text makes one look slow. */
  private static final int LONGEST = 120;

  private static final Set<String> GERMAN =
      Set.of(
          ("der die das den dem des ein eine einen einem einer und oder ist sind war wurde nicht mit fur"
                  + " von vom zur zum auf bei seit nach uber im ich sie ihre ihr keine kein hat bitte"
                  + " herr frau wegen ohne unter durch")
              .split(" "));

  private final String text;
  private final Lexicon lexicon;

  private Sentences(String text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
  }

  /** How the words of a sentence are written, which says how much a capital says. */
  enum Casing {
    MIXED,
    LOWER,
    UPPER,
    TITLE
  }

  /**
   * A sentence.
   *
   * @param german whether every noun begins with a capital
   */
  record Sentence(List<Word> words, Casing casing, boolean german) {

    private static Sentence of(List<Word> words) {
      int german = 0;
      for (Word word : words) {
        german += GERMAN.contains(word.folded()) ? 1 : 0;
      }
      return new Sentence(List.copyOf(words), Sentences.casing(words), german * 8 > words.size());
    }
  }

  static List<Sentence> of(String text, Lexicon lexicon) {
    return new Sentences(text, lexicon).cut();
  }

  private List<Sentence> cut() {
    List<Sentence> sentences = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); ) {
      char c = text.charAt(at);
      if (!isLetter(at) && !Character.isDigit(c)) {
        at++;
        continue;
      }
      int end = Character.isDigit(c) ? endOfNumber(at) : endOfWord(at);
      boolean first = words.isEmpty();
      char gap = gap(from, at);
      boolean opens = first || endsSentence(gap, words.get(words.size() - 1), from, at);
      if (!first && (opens && gap != ':' && gap != '"' || words.size() >= LONGEST)) {
        sentences.add(Sentence.of(words));
        words.clear();
      }
      words.add(word(at, end, gap, opens));
      from = end;
      at = end;
    }
    if (!words.isEmpty()) {
      sentences.add(Sentence.of(words));
    }
    return sentences;
  }

  private boolean isLetter(int at) {
    char c = text.charAt(at);
    return c < 0x80 ? (c | 32) >= 'a' && (c | 32) <= 'z' : Character.isLetter(text.codePointAt(at));
  }

  private int endOfNumber(int at) {
    int end = at;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int endOfWord(int at) {
    int end = at;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      if (Character.isLetter(point) || Character.getType(point) == Character.NON_SPACING_MARK) {
        end += Character.charCount(point);
      } else if (isJoint(at, end)) {
        end++;
      } else {
        break;
      }
    }
    return end;
  }

  /** "O'Shea", "D’Angelo", "Anna-Lena", but not "Anna's", "l'hôpital", "Spanish-speaking". */
  private boolean isJoint(int start, int at) {
    char c = text.charAt(at);
    return (c == '-' || c == '\'' || c == '’' || c == '\u2010')
        && at + 1 < text.length()
        && Character.isUpperCase(text.charAt(at + 1))
        && Character.isUpperCase(text.charAt(start))
        && !(c != '-' && at + 2 >= text.length());
  }

  private Word word(int start, int end, char gap, boolean opens) {
    char c = text.charAt(start);
    if (Character.isDigit(c)) {
      return new Word(start, end, "0", Shape.NUMBER, 0, gap, opens);
    }
    String folded = Lexicon.fold(text.substring(start, end));
    Shape shape = shape(start, end);
    // "A&E", "D/W": half of an abbreviation is no initial.
    boolean half = shape == Shape.INITIAL && (gap == '&' || gap == '/');
    return new Word(start, end, folded, half ? Shape.CAPITALS : shape, known(folded), gap, opens);
  }

  /** Of a hyphenated name, its parts count: the first as given name, the last as surname. */
  private int known(String folded) {
    int known = lexicon.of(folded);
    int hyphen = folded.indexOf('-');
    if (known == 0 && hyphen > 0) {
      return lexicon.of(folded.substring(0, hyphen))
          | lexicon.of(folded.substring(folded.lastIndexOf('-') + 1));
    }
    return known;
  }

  private Shape shape(int start, int end) {
    int capitals = 0;
    int small = 0;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      capitals += Character.isUpperCase(c) ? 1 : 0;
      small += Character.isLowerCase(c) ? 1 : 0;
    }
    if (capitals + small == 0) {
      return Shape.UNCASED;
    }
    if (capitals == 0) {
      return Shape.LOWER;
    }
    if (small == 0) {
      return end - start == 1 ? Shape.INITIAL : Shape.CAPITALS;
    }
    if (!Character.isUpperCase(text.charAt(start))) {
      return Shape.MIXED;
    }
    return capitals == 1 || isDoubleCapital(start, capitals, end) ? Shape.CAPITALISED : Shape.MIXED;
  }

  /** "McAllister", "O'Shea", "Anna-Lena": a second capital is part of the name. */
  private boolean isDoubleCapital(int start, int capitals, int end) {
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c == '-' || c == '\'' || c == '’') {
        return true;
      }
    }
    return capitals == 2
        && (text.startsWith("Mc", start)
            || text.startsWith("Mac", start)
            || text.startsWith("De", start)
            || text.startsWith("Di", start)
            || text.startsWith("La", start));
  }

  /** The most telling sign between two words. */
  private char gap(int from, int to) {
    char telling = ' ';
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      char sign =
          switch (c) {
            case ' ', '\t', '\u00a0' -> ' ';
            case '\n', '\r' -> '\n';
            case '"', '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb' -> '"';
            case '(', '[' -> '(';
            case '.', ',', ':', ')', '-', '/', '@', '&', '\'' -> c;
            case '!', '?' -> '!';
            case '\u2019' -> '\'';
            default -> '*';
          };
      if (rank(sign) > rank(telling)) {
        telling = sign;
      }
    }
    return telling;
  }

  private static int rank(char sign) {
    return " '-/,&@*.)(\":!\n".indexOf(sign);
  }

  private boolean endsSentence(char gap, Word last, int from, int to) {
    return switch (gap) {
      case '\n', '!', ':', '"' -> true;
      case '.' ->
          to - from > 1
              && last.shape() != Shape.INITIAL
              && !Lexicon.cue(last.known(), Lexicon.Cue.TITLE)
              && !(last.end() - last.start() < 4
                  && Lexicon.word(last.known()) == 0
                  && last.shape() != Shape.NUMBER
                  && last.shape() != Shape.UNCASED);
      default -> false;
    };
  }

  private static Casing casing(List<Word> words) {
    int letters = 0;
    int capitals = 0;
    int small = 0;
    for (Word word : words) {
      if (word.shape() != Shape.NUMBER && word.shape() != Shape.UNCASED) {
        letters++;
        capitals += word.shape() == Shape.CAPITALS || word.shape() == Shape.INITIAL ? 1 : 0;
        small += word.shape() == Shape.LOWER ? 1 : 0;
      }
    }
    if (letters > 0 && small == letters) {
      return Casing.LOWER;
    }
    if (letters >= 3 && capitals * 10 >= letters * 7) {
      return Casing.UPPER;
    }
    return letters >= 4 && small * 5 <= letters ? Casing.TITLE : Casing.MIXED;
  }
}
