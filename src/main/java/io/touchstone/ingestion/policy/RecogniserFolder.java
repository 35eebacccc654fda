package io.touchstone.ingestion.policy;

import io.touchstone.deidentification.recogniser.PatternRecogniser;
import io.touchstone.deidentification.recogniser.RecogniserFile;
import io.touchstone.platform.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The recognisers that are described by files: those of the product and of the installation. */
public final class RecogniserFolder {

  private RecogniserFolder() {}

  /**
   * All of them in the order of their names. A file of the installation takes the place of the
   * product's of the same name.
   *
   * @param site may be absent
   * @throws StartRefused for a broken file
   */
  public static List<PatternRecogniser> load(Path site) {
    Map<String, PatternRecogniser> byName = new TreeMap<>();
    try {
      shipped().forEach(each -> byName.put(each.name(), each));
      ofSite(site).forEach(each -> byName.put(each.name(), each));
    } catch (IOException e) {
      throw new StartRefused(
          "The recognisers' files in " + site + " cannot be read.",
          "Give this user the right to read the folder and its files.",
          e);
    }
    return List.copyOf(byName.values());
  }

  private static List<PatternRecogniser> shipped() throws IOException {
    Resource[] files =
        new PathMatchingResourcePatternResolver().getResources("classpath*:recognisers/**/*.yaml");
    List<PatternRecogniser> recognisers = new ArrayList<>();
    for (Resource file : files) {
      recognisers.add(
          RecogniserFile.shipped(
              "recognisers/" + file.getFilename(),
              file.getContentAsString(StandardCharsets.UTF_8)));
    }
    return recognisers;
  }

  private static List<PatternRecogniser> ofSite(Path folder) throws IOException {
    List<PatternRecogniser> recognisers = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
          recognisers.add(RecogniserFile.ofSite(file.toString(), Files.readString(file)));
        }
      }
    }
    return recognisers;
  }
}
