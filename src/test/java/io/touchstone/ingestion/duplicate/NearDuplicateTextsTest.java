package io.touchstone.ingestion.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures against published values and closed forms, groups against every pair compared. */
@DisplayName("Texts that nearly say the same")
class NearDuplicateTextsTest {

  /**
   * Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, example 3.8: the permutations are x
   * + 1 and 3x + 1 modulo 5.
   */
  @ParameterizedTest
  @CsvSource({"'0 3', '1 0'", "'2', '3 2'", "'1 3 4', '0 0'", "'0 2 3', '1 0'"})
  void have_the_signatures_of_the_textbook(String set, String signature) {
    MinHash hash = new MinHash(new long[] {1, 3}, new long[] {1, 1}, 5);

    assertThat(hash.signature(numbers(set))).isEqualTo(numbers(signature));
  }

  private static long[] numbers(String written) {
    return Arrays.stream(written.split(" ")).mapToLong(Long::parseLong).toArray();
  }

  /**
   * The share of permutations that agree estimates the resemblance s with standard deviation
   * sqrt(s(1 - s) / 128); over 200 pairs the mean is within four of its own.
   */
  @ParameterizedTest
  @CsvSource({"50, 50", "80, 20", "20, 80", "95, 5"})
  void agree_in_as_many_permutations_as_they_resemble_each_other(int common, int other) {
    Random random = new Random(7);
    double sum = 0;
    for (int pair = 0; pair < 200; pair++) {
      long[] both = random.longs(common).toArray();
      long[] one =
          LongStream.concat(Arrays.stream(both), random.longs(other / 2 + other % 2)).toArray();
      long[] two = LongStream.concat(Arrays.stream(both), random.longs(other / 2)).toArray();
      long[] a = MinHash.STANDARD.signature(one);
      long[] b = MinHash.STANDARD.signature(two);
      sum += IntStream.range(0, 128).filter(i -> a[i] == b[i]).count() / 128.0;
    }
    double s = (double) common / (common + other);
    assertThat(sum / 200).isCloseTo(s, within(4 * Math.sqrt(s * (1 - s) / 128 / 200)));
  }

  /** Of 5-word runs: 6 of 8, 1 of 1 below five words, none, and 5-character runs 4 of 6. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a b c d e f g h i j k                | A, b; c d E f g h i j x | 0.75
          Danke, José!                         | danke jose              | 1
          thanks a lot                         | thanks a lot more       | 0
          one two three four five six          | six five four three two | 0
          路由器又坏了请帮忙                        | 路由器又坏了请帮我          | 0.6666667
          """)
  void resemble_each_other_by_runs_of_five_words(String one, String other, double resemblance) {
    assertThat(Shingles.of(one).resemblance(Shingles.of(other)))
        .isCloseTo(resemblance, within(1e-6));
    assertThat(Shingles.of(one).resembles(Shingles.of(other), 0.7)).isEqualTo(resemblance >= 0.7);
  }

  @Test
  void are_none_where_there_are_no_words() {
    assertThat(Shingles.of("")).matches(Shingles::isEmpty);
    assertThat(Shingles.of(" ... \uD83D\uDE00 ")).matches(Shingles::isEmpty);
    assertThat(Shingles.of("one")).matches(one -> !one.isEmpty());
  }

  /** Texts of 30 to 60 words, of which some are others with one to three words changed. */
  private static List<String> texts(Random random, int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean changed = i > 20 && random.nextInt(3) == 0;
      List<String> words =
          changed
              ? new ArrayList<>(List.of(texts.get(random.nextInt(i)).split(" ")))
              : random
                  .ints(30 + random.nextInt(30), 0, 400)
                  .mapToObj(w -> "w" + w)
                  .collect(Collectors.toCollection(ArrayList::new));
      for (int edit = changed ? random.nextInt(3) : 0; edit > 0; edit--) {
        words.set(random.nextInt(words.size()), "x" + random.nextInt(1_000));
      }
      texts.add(String.join(" ", words));
    }
    return texts;
  }

  @Test
  void form_the_groups_that_comparing_every_pair_of_word_sets_forms() {
    List<String> texts = texts(new Random(11), 1_500);

    Map<Integer, Integer> groups = groups(texts, 0, new HashMap<>());

    Map<Integer, Integer> expected = byEveryPair(texts);
    assertThat(expected).hasSizeGreaterThan(400);
    assertThat(groups).isEqualTo(expected);
  }

  @Test
  void join_a_group_of_an_earlier_batch() {
    List<String> texts = texts(new Random(12), 1_000);
    Map<Integer, Integer> earlier = groups(texts.subList(0, 600), 0, new HashMap<>());

    Map<Integer, Integer> all = new TreeMap<>(earlier);
    all.putAll(groups(texts, 600, earlier));

    assertThat(all).isEqualTo(byEveryPair(texts));
  }

  /**
   * @param old how many of the first texts were compared before
   */
  private static Map<Integer, Integer> groups(
      List<String> texts, int old, Map<Integer, Integer> before) {
    NearDuplicateGroups groups = new NearDuplicateGroups(texts.size(), before);
    List<Shingles> shingles = texts.stream().map(Shingles::of).toList();
    List<int[]> bands = shingles.stream().map(MinHash.STANDARD::bands).toList();
    for (int band = 0; band < MinHash.BANDS; band++) {
      int at = band;
      IntStream.range(0, texts.size())
          .boxed()
          .sorted(Comparator.comparingInt((Integer i) -> bands.get(i)[at]).thenComparing(i -> i))
          .forEach(i -> groups.compare(bands.get(i)[at], i + 1, i >= old, shingles.get(i)));
    }
    return groups.changed();
  }

  /** Connected by pairs whose sets of runs of five words, as strings, agree by 0.8. */
  private static Map<Integer, Integer> byEveryPair(List<String> texts) {
    List<Set<String>> runs = texts.stream().map(NearDuplicateTextsTest::runs).toList();
    int[] group = IntStream.range(0, texts.size()).toArray();
    for (int i = 0; i < group.length; i++) {
      for (int k = 0; k < i; k++) {
        Set<String> common = new HashSet<>(runs.get(i));
        common.retainAll(runs.get(k));
        double either = runs.get(i).size() + runs.get(k).size() - common.size();
        if (common.size() / either >= 0.8 && group[i] != group[k]) {
          int from = Math.max(group[i], group[k]);
          int to = Math.min(group[i], group[k]);
          for (int each = 0; each < group.length; each++) {
            group[each] = group[each] == from ? to : group[each];
          }
        }
      }
    }
    Map<Integer, Integer> grouped = new TreeMap<>();
    for (int i = 0; i < group.length; i++) {
      if (group[i] != i) {
        grouped.put(i + 1, group[i] + 1);
        grouped.put(group[i] + 1, group[i] + 1);
      }
    }
    return grouped;
  }

  private static Set<String> runs(String text) {
    String[] words = text.split(" ");
    Set<String> runs = new HashSet<>();
    for (int at = 0; at + 5 <= words.length; at++) {
      runs.add(String.join(" ", Arrays.copyOfRange(words, at, at + 5)));
    }
    return runs;
  }
}
