package io.touchstone.quality.truth;

import io.touchstone.agreement.Numbering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * Who spent how long on what, judgement by judgement, as columns: 32 bytes for each, because a
 * batch may have a million of them.
 */
public final class WorkLog {

  private static final int FIRST_SIZE = 1_024;

  private final Numbering people = new Numbering();
  private final Numbering packages = new Numbering();
  private int count;
  private long[] sequence = new long[FIRST_SIZE];
  private int[] person = new int[FIRST_SIZE];
  private int[] pack = new int[FIRST_SIZE];
  private int[] item = new int[FIRST_SIZE];
  private double[] seconds = new double[FIRST_SIZE];
  private int[] characters = new int[FIRST_SIZE];

  /** One judgement; the work package by its number within the log. */
  public record Work(int item, int pack, double seconds, int characters) {}

  /**
   * What all people together need for a text: the regression of the logarithm of the seconds on
   * that of the length.
   */
  public record PaceLine(double intercept, double slope) {

    /** Logarithm of the seconds against those expected. */
    public double residual(Work work) {
      return Math.log(work.seconds()) - intercept - slope * Math.log(work.characters());
    }
  }

  /**
   * Notes one judgement, in any order.
   *
   * @param at place in the order in which judgements were made
   * @param itemNumber as in {@link TruthJudgements}; any for spans
   * @param active time in seconds, 0 or more
   * @param length of the text in characters, 1 or more
   */
  public void add(
      String annotator, String packageId, long at, int itemNumber, double active, int length) {
    if (count == person.length) {
      grow(2 * count);
    }
    sequence[count] = at;
    person[count] = people.of(annotator);
    pack[count] = packages.of(packageId);
    item[count] = itemNumber;
    seconds[count] = active;
    characters[count++] = length;
  }

  private void grow(int size) {
    sequence = Arrays.copyOf(sequence, size);
    person = Arrays.copyOf(person, size);
    pack = Arrays.copyOf(pack, size);
    item = Arrays.copyOf(item, size);
    seconds = Arrays.copyOf(seconds, size);
    characters = Arrays.copyOf(characters, size);
  }

  /** Least squares over all judgements with active time; level where all texts are as long. */
  public PaceLine paceLine() {
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (int at = 0; at < count; at++) {
      if (seconds[at] > 0) {
        double length = Math.log(characters[at]);
        double time = Math.log(seconds[at]);
        n++;
        x += length;
        y += time;
        xx += length * length;
        xy += length * time;
      }
    }
    if (n == 0) {
      return new PaceLine(0, 0);
    }
    double spread = xx - x * x / n;
    double slope = spread > 1e-9 * n ? (xy - x * y / n) / spread : 0;
    return new PaceLine((y - slope * x) / n, slope);
  }

  /** Hands over everybody's judgements in the order of their making, people by their ids. */
  public void eachPerson(BiConsumer<String, List<Work>> consumer) {
    List<String> names = people.names();
    List<List<Integer>> byPerson = new ArrayList<>();
    names.forEach(name -> byPerson.add(new ArrayList<>()));
    for (int at = 0; at < count; at++) {
      byPerson.get(person[at]).add(at);
    }
    IntStream.range(0, names.size())
        .boxed()
        .sorted(Comparator.comparing(names::get))
        .forEach(
            each -> {
              List<Integer> rows = byPerson.get(each);
              rows.sort(Comparator.comparingLong(at -> sequence[at]));
              consumer.accept(names.get(each), rows.stream().map(this::work).toList());
            });
  }

  private Work work(int at) {
    return new Work(item[at], pack[at], seconds[at], characters[at]);
  }
}
