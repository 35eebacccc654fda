package io.touchstone.deidentification.recogniser;

import io.touchstone.deidentification.recogniser.folding.Normalised;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Makes the second normal form of a text: whatever a person reads across between two parts of an
 * identifier (blanks, doubled or spaced dividers, the end of a line with its hyphen, indentation
 * and quote marks) becomes one character of {@link Gap}. Only the neighbourhoods of what could be
 * parted so are taken; where each character came from is kept.
 */
final class Joining {

  /** Changes whenever a text would be joined otherwise; part of the recognisers' configuration. */
  static final String VERSION = "joined 3";

  /** How far from a gap the digits of a number may begin or end that it parts. */
  private static final int REACH = 64;

  /** Characters taken on each side: an identifier and the words before it. */
  private static final int MARGIN = 160;

  /** How far from a gap a figure of a number stands that needs no word. */
  private static final int BESIDE = 16;

  /** The same where a number may only be grouped otherwise. */
  private static final int NEAR = 90;

  /** Characters on each side of a divider in which its number lies. */
  private static final int NUMBER = 18;

  /** Figures of the shortest number with a check digit, nearly. */
  private static final int SHORTEST = 7;

  /** Figures and capitals of the shortest code that may be grouped otherwise. */
  private static final int SHORTEST_CODE = 5;

  private static final int MOST_DIVIDERS = 3;
  private static final int COLUMN = 4;

  private final String text;
  private final Survey survey;
  private final BitSet settled;

  private Joining(Survey survey, BitSet settled) {
    this.survey = survey;
    this.settled = settled;
    this.text = survey.text();
  }

  /**
   * A joined text.
   *
   * @param longer places of characters that stand for more than themselves
   */
  record Joined(Normalised text, BitSet longer) {}

  /** A stretch between two parts and what stands in its place; empty where it stays. */
  private record Found(int end, String instead) {

    boolean stays() {
      return instead.isEmpty();
    }
  }

  /**
   * The stretches of a text worth a second look, joined; nothing where there are none.
   *
   * @param settled places of what was found already
   */
  static Optional<Joined> of(Survey survey, BitSet settled) {
    Joining joining = new Joining(survey, settled);
    List<int[]> windows = joining.windows();
    return windows.isEmpty() ? Optional.empty() : Optional.of(joining.join(windows));
  }

  private Joined join(List<int[]> windows) {
    int length = windows.stream().mapToInt(window -> window[1] - window[0] + 2).sum();
    Normalised.Builder joined = new Normalised.Builder(length);
    BitSet longer = new BitSet();
    for (int[] window : windows) {
      if (joined.length() > 0) {
        joined.add("\n\n", window[0], window[0]);
      }
      copy(window[0], window[1], joined, longer);
    }
    return new Joined(joined.build(), longer);
  }

  private void copy(int from, int to, Normalised.Builder joined, BitSet longer) {
    for (int i = from; i < to; ) {
      Found gap = i > from ? found(i) : new Found(i + 1, "");
      int end = Math.min(to, gap.end());
      if (gap.stays()) {
        for (int place = i; place < end; place++) {
          joined.add(text.charAt(place), place, place + 1);
        }
      } else {
        longer.set(joined.length());
        joined.add(gap.instead(), i, gap.end());
        end = gap.end();
      }
      i = end;
    }
  }

  /** Where something is parted by more than one plain divider and digits or an @ are near. */
  private List<int[]> windows() {
    List<int[]> windows = new ArrayList<>();
    int[] last = {-1, -1};
    for (int i = 1; i < text.length(); ) {
      char c = text.charAt(i);
      if (c < 128 ? !LOOKED_AT[c] : !other(c)) {
        i++;
      } else if (Bracketed.opens(c)) {
        Found gap = found(i);
        if (!gap.stays()) {
          last = window(i - MARGIN, gap.end() + MARGIN, last, windows);
        }
        i = gap.end();
      } else if (isPlain(i)) {
        if (isWithinNumber(i) && !isSettled(i, i + 1)) {
          last = window(i - NEAR, i + NEAR, last, windows);
        }
        i++;
      } else {
        Found gap = gapAt(i);
        if (!gap.stays() && !isSettled(i, gap.end()) && matters(i, gap.end())) {
          last = window(i - MARGIN, gap.end() + MARGIN, last, windows);
        }
        i = gap.end();
      }
    }
    windows.forEach(window -> window[1] = wordStart(window[1]));
    return windows;
  }

  /** What stands between two parts there. */
  private Found found(int place) {
    char c = text.charAt(place);
    if (Bracketed.opens(c)) {
      int end = Bracketed.end(text, place);
      return end > place
          ? new Found(end, String.valueOf(text.charAt(place + 1)))
          : new Found(place + 1, "");
    }
    return mayBeginGap(c) ? gapAt(place) : new Found(place + 1, "");
  }

  /** Whether the gap is amid something that was found. */
  private boolean isSettled(int start, int end) {
    return settled.nextClearBit(start - 1) > end;
  }

  /** The window with which the stretch is one, or a new one. */
  private int[] window(int start, int end, int[] last, List<int[]> windows) {
    int from = Math.max(0, start);
    int to = Math.min(text.length(), end);
    if (from <= last[1]) {
      last[1] = Math.max(to, last[1]);
      return last;
    }
    int[] next = {wordStart(from), to};
    windows.add(next);
    return next;
  }

  /** Whether one plain divider stands there alone. */
  private boolean isPlain(int place) {
    char c = text.charAt(place);
    return (c == ' ' || c == '-' || c == '.' || c == '/' || c == '_' || c == ':')
        && place + 1 < text.length()
        && !mayBeginGap(text.charAt(place + 1));
  }

  /** The place itself, or the next behind the word it lies in. */
  private int wordStart(int place) {
    int start = place;
    int limit = Math.min(text.length(), place + MARGIN);
    while (start > 0 && start < limit && !Character.isWhitespace(text.charAt(start - 1))) {
      start++;
    }
    return start;
  }

  /** A single divider amid figures: beside a word for them they may be grouped in any way. */
  private boolean isWithinNumber(int place) {
    char left = text.charAt(place - 1);
    char right = text.charAt(place + 1);
    if (left == '<' || right == '<') {
      return (left == '<' || isOfCode(left)) && (right == '<' || isOfCode(right));
    }
    return isOfCode(left)
        && isOfCode(right)
        && survey.hasWord(place - REACH, place + REACH)
        && hasEnough(place, isDigit(left) && isDigit(right) ? SHORTEST : SHORTEST_CODE);
  }

  /** Whether so many figures and capitals follow each other on both sides of a divider. */
  private boolean hasEnough(int place, int least) {
    int count = 0;
    int first = place - 1;
    while (first >= 0 && first > place - NUMBER && goesOn(first, first + 1)) {
      count += Character.isLetterOrDigit(text.charAt(first--)) ? 1 : 0;
    }
    int end = Math.min(text.length(), place + NUMBER);
    int last = place + 1;
    while (last < end && goesOn(last, last - 1)) {
      count += Character.isLetterOrDigit(text.charAt(last++)) ? 1 : 0;
    }
    return count >= least && !isTag(first, last) && !isWord(place);
  }

  private boolean isTag(int before, int behind) {
    return before >= 0
        && behind < text.length()
        && text.charAt(before) == '['
        && text.charAt(behind) == ']';
  }

  /** Whether what ends there is a word that announces a number rather than a part of it. */
  private boolean isWord(int end) {
    int start = end;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return end - start > 2 && survey.hasWord(start, start);
  }

  /** Figures, capitals, what stands between, and a small letter beside a figure. */
  private boolean goesOn(int place, int neighbour) {
    char c = text.charAt(place);
    return isOfCode(c) || mayBeginGap(c) || c >= 'a' && c <= 'z' && isDigit(text.charAt(neighbour));
  }

  private static boolean isOfCode(char c) {
    return isDigit(c) || c >= 'A' && c <= 'Z';
  }

  private boolean matters(int start, int end) {
    return survey.hasDigit(start - BESIDE, end + BESIDE)
        || survey.hasDigit(start - REACH, end + REACH) && survey.hasWord(start - REACH, end + REACH)
        || isNear('@', start, end)
        || isNear('<', start, end)
        || end < text.length()
            && isOfCode(text.charAt(end))
            && survey.hasWord(start - REACH, start);
  }

  private boolean isNear(char sign, int start, int end) {
    int last = Math.min(text.length(), end + REACH);
    for (int i = Math.max(0, start - REACH); i < last; i++) {
      if (text.charAt(i) == sign) {
        return true;
      }
    }
    return false;
  }

  private static final boolean[] GAPS = new boolean[128];
  private static final boolean[] LOOKED_AT = new boolean[128];

  static {
    for (char c = 0; c < GAPS.length; c++) {
      GAPS[c] = isBlank(c) || isEnd(c) || isDivider(c) || c == '=';
      LOOKED_AT[c] = GAPS[c] || Bracketed.opens(c);
    }
  }

  private static boolean mayBeginGap(char c) {
    return c < 128 ? GAPS[c] : other(c);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isEnd(char c) {
    return c >= '\n' && c <= '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  private static boolean isDivider(char c) {
    return c == '-' || c == '.' || c == '/' || c == '_' || c == ':' || c == '\\' || c == '~';
  }

  private static boolean other(char c) {
    return isEnd(c) || c == '\u00B7' || c == '\u2022' || c == '\u2219' || c == '\u30FB';
  }

  /** What was seen between two parts. */
  private static final class Seen {
    private int ends;
    private int pages;
    private int blanks;
    private boolean tab;
    private int dividers;
    private char divider;
    private boolean mixed;
    private int before = -1;
    private int after = -1;
    private int afterBlanks;
  }

  private Found gapAt(int start) {
    char first = text.charAt(start);
    int next = start + 1;
    boolean alone = next < text.length() && !mayBeginGap(text.charAt(next));
    if (alone && (first == ' ' || first < 128 && isDivider(first) && Gap.plain(first) == first)
        || first == '=' && !(next < text.length() && isEnd(text.charAt(next)))) {
      return new Found(next, "");
    }
    Seen seen = new Seen();
    int end = look(start, seen);
    if (end < text.length() && seen.mixed && seen.ends == 1 && seen.after < 0) {
      // "no.:" at a line's end: signs behind a word, not between the parts of a number.
      return new Found(end, isDigit(text.charAt(start - 1)) ? "" : String.valueOf(Gap.BREAK));
    }
    if (end >= text.length() || seen.mixed || seen.dividers > MOST_DIVIDERS) {
      return new Found(end, "");
    }
    return new Found(end, seen.ends > 0 ? overLines(start, seen) : onLine(start, end, seen));
  }

  private int look(int start, Seen seen) {
    int i = start;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isEnd(c)) {
        seen.ends += c == '\n' && i > start && text.charAt(i - 1) == '\r' || c == '\f' ? 0 : 1;
        seen.pages += c == '\f' ? 1 : 0;
        seen.afterBlanks = 0;
      } else if (isBlank(c)) {
        seen.blanks++;
        seen.afterBlanks++;
        seen.tab |= c == '\t';
      } else if (c == '>' && seen.ends > 0) {
        seen.afterBlanks = 0;
      } else if (c == '=' && i + 1 < text.length() && isEnd(text.charAt(i + 1))) {
        seen.afterBlanks = 0;
      } else if (mayBeginGap(c) && c != '=') {
        divider(i, Gap.plain(c), seen);
      } else {
        break;
      }
    }
    seen.ends = seen.ends == 0 && seen.pages > 0 ? 1 : seen.ends;
    return i;
  }

  private static void divider(int place, char divider, Seen seen) {
    seen.mixed |= seen.dividers > 0 && seen.divider != divider;
    seen.divider = divider;
    seen.dividers++;
    seen.afterBlanks = 0;
    if (seen.ends > 0 || seen.pages > 0) {
      seen.after = place;
    } else {
      seen.before = place;
    }
  }

  private String onLine(int start, int end, Seen seen) {
    if (seen.dividers == 0) {
      return String.valueOf(seen.tab || seen.blanks >= COLUMN ? Gap.WIDE : ' ');
    }
    boolean attached = !isBlank(text.charAt(start)) && seen.blanks > 0;
    // A full stop or a colon with blanks only behind it ends a clause, if not amid figures.
    if (attached
        && (seen.divider == '.' || seen.divider == ':')
        && !AmidFigures.is(text, start, end)) {
      return "";
    }
    return instead(seen);
  }

  /** Two colons are not one: they stand for zeros in addresses. */
  private static String instead(Seen seen) {
    return seen.divider == ':' && seen.dividers == 2 ? "::" : String.valueOf(seen.divider);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private String overLines(int start, Seen seen) {
    boolean far = seen.ends > (seen.pages > 0 ? 3 : 1);
    if (far) {
      return seen.divider == ':' && seen.ends == 2 ? ":" : "\n";
    }
    if (seen.dividers == 0) {
      return String.valueOf(Gap.BREAK);
    }
    // A bullet or a list's dash, not a divider.
    if (seen.after >= 0 && seen.afterBlanks > 0) {
      return "";
    }
    boolean hyphen = seen.divider == '-' && seen.dividers == 1 && seen.before == start;
    return hyphen ? String.valueOf(Gap.HYPHEN) : instead(seen);
  }
}
