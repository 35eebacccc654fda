package io.touchstone.quality;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What 27 people answered about the mood of 584 faces, four classes, and what the truth is.
 *
 * @param truths by face
 */
public record CrowdFaces(Map<Integer, Integer> truths, List<Answer> answers) {

  private static final Path DATA =
      Path.of(System.getProperty("test.data", "../shared/data"), "crowd-face");

  /** One person's answer. */
  public record Answer(int face, String person, int mood) {}

  /** The test is skipped where the data set is absent. */
  public static CrowdFaces read() throws IOException {
    assumeTrue(
        Files.isDirectory(DATA),
        () ->
            "Skipped: there is no folder "
                + DATA
                + " with the data set crowd-face; -Dtest.data=FOLDER names the folder above it.");
    return new CrowdFaces(
        new TreeMap<>(
            rows("truth.csv").stream()
                .collect(toMap(row -> Integer.valueOf(row[0]), row -> Integer.valueOf(row[1])))),
        rows("judgements.csv").stream()
            .map(row -> new Answer(Integer.parseInt(row[0]), row[1], Integer.parseInt(row[2])))
            .toList());
  }

  private static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(DATA.resolve(file)).stream()
        .skip(1)
        .map(line -> line.split(","))
        .toList();
  }
}
