package io.touchstone.deidentification.recogniser.names;

import io.touchstone.deidentification.recogniser.names.Lexicon.Cue;
import io.touchstone.deidentification.recogniser.names.Sentences.Casing;
import io.touchstone.deidentification.recogniser.names.Sentences.Sentence;
import io.touchstone.deidentification.recogniser.names.Word.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * What the model is told of a word. Names themselves are no clue, only how they are written, which
 * lists they are in and how they end, so that names never seen are judged like those seen.
 */
final class Clues {

  private static final int ALWAYS_NEUTRAL = 3;

  private final List<Word> words;
  private final Casing casing;
  private final boolean german;
  private final int[] runStart;
  private final int[] runEnd;

  Clues(Sentence sentence) {
    words = sentence.words();
    casing = sentence.casing();
    german = sentence.german();
    runStart = new int[words.size()];
    runEnd = new int[words.size()];
    findRuns();
  }

  /** Words with a capital, one after the other, small particles between them included. */
  private void findRuns() {
    for (int at = 0; at < words.size(); ) {
      int end = at + 1;
      if (isCapital(words.get(at))) {
        while (end < words.size()) {
          int next = end;
          while (next < words.size()
              && next < end + 2
              && words.get(next).isParticle()
              && words.get(next).gap() == ' ') {
            next++;
          }
          if (next == words.size()
              || !isCapital(words.get(next))
              || !words.get(next).follows(words.get(next - 1))) {
            break;
          }
          end = next + 1;
        }
      }
      for (int i = at; i < end; i++) {
        runStart[i] = at;
        runEnd[i] = end;
      }
      at = end;
    }
  }

  private static boolean isCapital(Word word) {
    return word.shape().beginsWithCapital() || word.shape() == Shape.MIXED;
  }

  /** Whether a word may belong to a name at all; of all others the model is not asked. */
  boolean isCandidate(int at) {
    Word word = words.get(at);
    int known = word.known();
    int tier = Lexicon.word(known);
    boolean listed = !Lexicon.isNoName(known) || Lexicon.place(known) > 0;
    return switch (word.shape()) {
      case NUMBER -> false;
      case UNCASED -> Lexicon.given(known) > 0 || Lexicon.surname(known) > 0 || calledBefore(at);
      case LOWER ->
          word.folded().length() > 2
              && !isPartOfAddress(at)
              && (listed && tier == 0 || tier < ALWAYS_NEUTRAL && calledBefore(at));
      case INITIAL -> runEnd[at] - runStart[at] > 1;
      default ->
          casing == Casing.UPPER
              ? listed || tier == 0 || calledBefore(at)
              : !(word.opens() && tier == ALWAYS_NEUTRAL && !listed && runEnd[at] - at == 1);
    };
  }

  /** Whether it is glued to its neighbour as in "anna@example.org" or "file_name.txt". */
  private boolean isPartOfAddress(int at) {
    return isGlued(at) || at + 1 < words.size() && isGlued(at + 1);
  }

  private boolean isGlued(int at) {
    return at > 0
        && words.get(at).gap() != ' '
        && words.get(at).gap() != '-'
        && words.get(at).start() - words.get(at - 1).end() == 1;
  }

  /** Whether the word before, or the one before that, introduces a name. */
  private boolean calledBefore(int at) {
    for (int i = at - 1; i >= Math.max(0, at - 2); i--) {
      int known = words.get(i).known();
      if (Lexicon.cue(known, Cue.TITLE)
          || Lexicon.cue(known, Cue.CALL)
          || Lexicon.cue(known, Cue.PERSON)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The clues of a candidate.
   *
   * @param before what the word before was taken for, "-" if it is no neighbour
   */
  String[] of(int at, String before) {
    List<String> clues = new ArrayList<>(48);
    Word word = words.get(at);
    String lists = lists(word);
    String open = word.opens() ? "1" : "0";
    clues.add("c" + casing);
    clues.add("l" + lists);
    clues.add("lc" + lists + casing);
    clues.add("lo" + lists + open);
    clues.add("de" + german + lists);
    clues.add("du" + german + word.shape() + (runEnd[at] - runStart[at]));
    clues.add("g" + Lexicon.given(word.known()));
    clues.add("s" + Lexicon.surname(word.known()));
    clues.add("w" + Lexicon.word(word.known()) + open);
    clues.add("p" + Lexicon.place(word.known()));
    clues.add("r" + Lexicon.region(word.known()));
    clues.add("h" + word.shape() + casing);
    if (word.shape() == Shape.CAPITALS) {
      clues.add("k" + Math.min(6, word.folded().length()) + casing + lists);
      clues.add("kl" + Math.min(6, word.folded().length()) + casing);
    }
    clues.add("b" + before);
    clues.add("bl" + before + lists);
    endings(word, clues);
    if (Lexicon.isNoName(word.known()) && Lexicon.word(word.known()) > 0) {
      clues.add("v" + word.folded());
    }
    neighbour(at, at - 1, "-1", clues);
    neighbour(at, at + 1, "+1", clues);
    far(at - 2, "-2", clues);
    far(at + 2, "+2", clues);
    run(at, clues);
    return clues.toArray(String[]::new);
  }

  /** In which lists a word is and how common it is in each. */
  private static String lists(Word word) {
    int known = word.known();
    return ""
        + Lexicon.given(known)
        + Lexicon.surname(known)
        + Lexicon.word(known)
        + Lexicon.place(known)
        + (Lexicon.region(known) ? "r" : "")
        + (Lexicon.cue(known, Cue.AFTER) ? "a" : "")
        + (Lexicon.cue(known, Cue.TITLE) ? "t" : "");
  }

  private static void endings(Word word, List<String> clues) {
    String folded = word.folded();
    int length = folded.length();
    if (word.shape() == Shape.UNCASED || length < 3) {
      return;
    }
    if (Lexicon.word(word.known()) < 2) {
      clues.add("e2" + folded.substring(length - 2));
      clues.add("e3" + folded.substring(length - 3));
      if (length > 4) {
        clues.add("e4" + folded.substring(length - 4));
      }
    }
    if (folded.indexOf('\'') > 0 || folded.startsWith("mc")) {
      clues.add("mc");
    }
    if (folded.indexOf('-') > 0) {
      clues.add("hy");
    }
  }

  private void neighbour(int at, int other, String side, List<String> clues) {
    if (other < 0 || other >= words.size()) {
      clues.add("x" + side + "none");
      return;
    }
    Word word = words.get(other);
    char gap = other < at ? words.get(at).gap() : word.gap();
    String spoken = spoken(word);
    String cues = cues(word.known());
    String lists = lists(word);
    clues.add("x" + side + spoken);
    clues.add("xg" + side + spoken + gap);
    clues.add("q" + side + cues + gap);
    clues.add("n" + side + lists + gap);
    clues.add("nl" + side + lists + gap + lists(words.get(at)));
    clues.add("i" + side + word.shape() + gap);
    clues.add("qs" + side + cues + gap + words.get(at).shape() + casing);
    clues.add("qg" + side + cues + (Lexicon.given(words.get(at).known()) > 0));
  }

  private void far(int other, String side, List<String> clues) {
    if (other >= 0 && other < words.size()) {
      clues.add("x" + side + spoken(words.get(other)));
      clues.add("q" + side + cues(words.get(other).known()));
    }
  }

  /** The word itself where it is a common one, else how it is written. */
  private static String spoken(Word word) {
    return Lexicon.word(word.known()) > 1 || cues(word.known()).length() > 0
        ? word.folded()
        : "#" + word.shape();
  }

  private static String cues(int known) {
    StringBuilder cues = new StringBuilder();
    for (Cue cue : Cue.values()) {
      if (Lexicon.cue(known, cue)) {
        cues.append(cue.name().charAt(0));
      }
    }
    return cues.toString();
  }

  /** The run of capitals in which the word stands, and what stands around the run. */
  private void run(int at, List<String> clues) {
    int start = runStart[at];
    int end = runEnd[at];
    Word last = words.get(end - 1);
    String place = Math.min(4, end - start) + "/" + Math.min(3, at - start);
    clues.add("u" + place);
    clues.add("us" + place + casing + (words.get(start).opens() ? 1 : 0));
    clues.add("ul" + cues(last.known()) + (at == end - 1));
    clues.add("uf" + lists(words.get(start)) + (at == start));
    clues.add("ue" + lists(last) + (at == end - 1));
    clues.add("uk" + kinds(start, end));
    if (end - start == 2) {
      clues.add("u2" + lists(words.get(start)) + "+" + lists(last));
    }
    Word word = words.get(at);
    if (start > 0) {
      Word before = words.get(start - 1);
      clues.add("ub" + spoken(before) + words.get(start).gap());
      clues.add("uq" + cues(before.known()) + words.get(start).gap());
      clues.add("uql" + cues(before.known()) + lists(word));
    } else {
      clues.add("ub^");
    }
    if (end < words.size()) {
      Word after = words.get(end);
      clues.add("ua" + spoken(after) + after.gap());
      clues.add("ur" + cues(after.known()) + after.gap() + Math.min(3, end - start));
    } else {
      clues.add("ua$");
    }
  }

  /** Of which kinds of words a run consists. */
  private String kinds(int start, int end) {
    boolean name = false;
    boolean plain = false;
    boolean unknown = false;
    for (int i = start; i < end; i++) {
      int known = words.get(i).known();
      if (!Lexicon.isNoName(known)) {
        name = true;
      } else if (Lexicon.word(known) > 0) {
        plain = true;
      } else if (words.get(i).shape() != Shape.INITIAL) {
        unknown = true;
      }
    }
    return (name ? "n" : "") + (plain ? "w" : "") + (unknown ? "?" : "") + Math.min(4, end - start);
  }
}
