package io.touchstone.deidentification.recogniser.names;

import io.touchstone.deidentification.recogniser.names.Lexicon.Cue;
import io.touchstone.deidentification.recogniser.names.NameModel.Outcome;
import io.touchstone.deidentification.recogniser.names.Sentences.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the persons or places of a text. Immutable. */
final class NameSearch {

  /** How sure the model must be of a word that stands beside a surer one. */
  private static final double BESIDE = 0.2;

  /** How sure a title makes of the word behind it. */
  private static final double ADDRESSED = 0.95;

  private final Lexicon lexicon;
  private final NameModel model;

  NameSearch(Lexicon lexicon, NameModel model) {
    this.lexicon = lexicon;
    this.model = model;
  }

  /**
   * A run of words that are one name.
   *
   * @param probability of the surest of its words, 0 to 1
   * @param why what spoke for it, without the text
   */
  record Found(int start, int end, double probability, String why) {}

  /**
   * All runs that the model takes for one with at least this probability, in order.
   *
   * @param least 0 to 1
   */
  List<Found> in(String text, Outcome wanted, double least) {
    List<Found> found = new ArrayList<>();
    for (Sentence sentence : Sentences.of(text, lexicon)) {
      double[] probabilities = weigh(sentence, wanted);
      if (probabilities.length > 0) {
        join(sentence.words(), probabilities, least, found);
      }
    }
    return found;
  }

  /** Of each word the probability; empty if no word is a candidate. */
  private double[] weigh(Sentence sentence, Outcome wanted) {
    List<Word> words = sentence.words();
    Clues clues = null;
    double[] probabilities = new double[0];
    String before = "-";
    for (int at = 0; at < words.size(); at++) {
      if (clues == null) {
        clues = new Clues(sentence);
      }
      if (!clues.isCandidate(at)) {
        before = "-";
        continue;
      }
      if (probabilities.length == 0) {
        probabilities = new double[words.size()];
      }
      boolean neighbour = at > 0 && words.get(at).follows(words.get(at - 1));
      double[] weights = model.weigh(clues.of(at, neighbour ? before : "-"));
      if (isAddressed(words, at)) {
        Arrays.fill(weights, 0);
        weights[Outcome.PERSON.ordinal()] = ADDRESSED;
      }
      probabilities[at] = weights[wanted.ordinal()];
      before = likeliest(weights);
    }
    return probabilities;
  }

  /** "Dr. Paris", "Mrs Brown", "Herr Lang": what a title makes a name needs no other sign. */
  private static boolean isAddressed(List<Word> words, int at) {
    return at > 0
        && (words.get(at).shape() == Word.Shape.CAPITALISED
            || words.get(at).shape() == Word.Shape.CAPITALS && words.get(at).folded().length() > 2)
        && Lexicon.cue(words.get(at - 1).known(), Cue.MISTER)
        && words.get(at - 1).shape() == Word.Shape.CAPITALISED
        && (words.get(at).gap() == ' ' || words.get(at).gap() == '.')
        && words.get(at).start() - words.get(at - 1).end() <= 2
        && !Lexicon.cue(words.get(at).known(), Cue.TITLE)
        && !(at + 1 < words.size() && Lexicon.cue(words.get(at + 1).known(), Cue.AFTER));
  }

  private static String likeliest(double[] weights) {
    int best = 0;
    for (int i = 1; i < weights.length; i++) {
      best = weights[i] > weights[best] ? i : best;
    }
    return Outcome.values()[best].name();
  }

  private static void join(
      List<Word> words, double[] probabilities, double least, List<Found> found) {
    for (int at = 0; at < words.size(); at++) {
      if (probabilities[at] < Math.min(least, BESIDE)) {
        continue;
      }
      int end = at + 1;
      double surest = probabilities[at];
      while (end < words.size()) {
        int next = end;
        while (next < words.size() && next < end + 2 && words.get(next).isParticle()) {
          next++;
        }
        if (next == words.size()
            || probabilities[next] < Math.min(least, BESIDE)
            || !words.get(next).follows(words.get(next - 1))) {
          break;
        }
        surest = Math.max(surest, probabilities[next]);
        end = next + 1;
      }
      if (surest >= least) {
        Word first = words.get(at);
        Word last = words.get(end - 1);
        found.add(new Found(first.start(), last.end(), surest, why(words, at, end)));
      }
      at = end - 1;
    }
  }

  private static String why(List<Word> words, int start, int end) {
    List<String> reasons = new ArrayList<>();
    boolean given = false;
    boolean surname = false;
    boolean place = false;
    for (int at = start; at < end; at++) {
      int known = words.get(at).known();
      given |= Lexicon.given(known) > 0;
      surname |= Lexicon.surname(known) > 0;
      place |= Lexicon.place(known) > 0;
    }
    if (given) {
      reasons.add("a listed given name");
    }
    if (surname) {
      reasons.add("a listed surname");
    }
    if (place) {
      reasons.add("a listed place");
    }
    if (reasons.isEmpty()) {
      reasons.add("in no list");
    }
    if (start > 0) {
      Word before = words.get(start - 1);
      if (Lexicon.word(before.known()) > 1 || introduces(before.known())) {
        reasons.add("after \"" + before.folded() + "\"");
      }
    }
    if (end < words.size() && Lexicon.cue(words.get(end).known(), Cue.VERB)) {
      reasons.add("before \"" + words.get(end).folded() + "\"");
    }
    return String.join(", ", reasons);
  }

  private static boolean introduces(int known) {
    return Lexicon.cue(known, Cue.TITLE)
        || Lexicon.cue(known, Cue.CALL)
        || Lexicon.cue(known, Cue.PERSON);
  }
}
