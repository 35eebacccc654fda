package io.touchstone.quality.truth;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.touchstone.quality.truth.DawidSkene.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What 27 people answered about the mood of 584 faces, and what the truth is. */
class CrowdFaceTest {

  private static final Path DATA =
      Path.of(System.getProperty("test.data", "../shared/data"), "crowd-face");

  private final Map<String, Integer> truths = new TreeMap<>();
  private final Map<String, List<String[]>> judgements = new TreeMap<>();

  @Test
  void inferred_moods_are_as_right_as_the_majority_or_righter() throws IOException {
    read();
    JudgedItems items = items();

    TruthModel model = DawidSkene.fit(items, Settings.STANDARD);

    double inferred = 0;
    double majority = 0;
    double[] posterior = new double[4];
    double[] votes = new double[4];
    int item = 0;
    for (int truth : truths.values()) {
      model.posterior(items, item, posterior);
      inferred += MajorityVote.leading(posterior) == truth ? 1 : 0;
      MajorityVote.shares(items, item++, votes);
      majority +=
          votes[truth] == votes[MajorityVote.leading(votes)]
              ? 1.0 / MajorityVote.leaders(votes)
              : 0;
    }
    System.out.printf(
        "crowd-face: majority %.4f, Dawid-Skene %.4f of %d items, %d judgements, %d iterations%n",
        majority / item, inferred / item, item, items.judgements(), model.iterations());
    assertThat(items.judgements()).isEqualTo(5_242);
    assertThat(inferred / item).isGreaterThan(majority / item - 0.015);
  }

  private JudgedItems items() {
    TreeSet<String> people = new TreeSet<>();
    judgements.values().forEach(of -> of.forEach(row -> people.add(row[1])));
    List<String> numbered = new ArrayList<>(people);
    JudgedItems.Builder items = JudgedItems.builder();
    truths
        .keySet()
        .forEach(
            item -> {
              items.item();
              judgements
                  .getOrDefault(item, List.of())
                  .forEach(
                      row -> items.judgement(numbered.indexOf(row[1]), Integer.parseInt(row[2])));
            });
    return items.build(4);
  }

  private void read() throws IOException {
    assumeTrue(
        Files.isDirectory(DATA),
        () ->
            "Skipped: there is no folder "
                + DATA
                + " with the data set crowd-face; -Dtest.data=FOLDER names the folder above it.");
    truths.putAll(
        rows("truth.csv").stream().collect(toMap(row -> row[0], row -> Integer.valueOf(row[1]))));
    rows("judgements.csv")
        .forEach(row -> judgements.computeIfAbsent(row[0], key -> new ArrayList<>()).add(row));
  }

  private static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(DATA.resolve(file)).stream()
        .skip(1)
        .map(line -> line.split(","))
        .toList();
  }
}
