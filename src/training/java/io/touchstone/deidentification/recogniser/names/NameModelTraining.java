package io.touchstone.deidentification.recogniser.names;

import io.touchstone.deidentification.recogniser.names.NameModel.Outcome;
import io.touchstone.deidentification.recogniser.names.Sentences.Sentence;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.io.BinaryGISModelWriter;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Makes the name model from invented texts; a step of the build. The same lists and patterns give
 * the same model.
 */
public final class NameModelTraining {

  private static final int TEXTS = 7_000;
  private static final String MAKERS =
      "(?:Clues|Sentences|Word|Lexicon|Invented|NameModelTraining).*[.]class";

  /** Share of names in no list: the more, the more context counts. */
  private static final double UNLISTED = 0.25;

  private static final int SEED = 20_240_229;

  private NameModelTraining() {}

  /**
   * Writes the model to the file named first, unless it is there and made from the same; the folder
   * named second holds the patterns and things that texts are invented from.
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Path patterns = Path.of(arguments[1]);
    Path mark = file.resolveSibling("model.sha256");
    String made = digest(List.of(file.getParent(), patterns));
    if (Files.exists(file) && Files.exists(mark) && Files.readString(mark).equals(made)) {
      return;
    }
    System.out.printf(
        "Training the model that finds names from %,d invented texts: some seconds, and again only"
            + " when its lists or its code change.%n",
        TEXTS);
    Files.deleteIfExists(mark);
    write(file, patterns);
    Files.writeString(mark, made);
  }

  /** What the model depends on: lists, patterns and the classes that read and fill them. */
  private static String digest(List<Path> lists) throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path folder : lists) {
      all.addAll(files(folder, ".*[.]txt"));
    }
    for (Class<?> type : List.of(Clues.class, NameModelTraining.class)) {
      all.addAll(files(folderOf(type), MAKERS));
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path each : all) {
        digest.update(Files.readAllBytes(each));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java lacks SHA-256.", e);
    }
  }

  private static List<Path> files(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.getFileName().toString().matches(name)).sorted().toList();
    }
  }

  /** Where the compiler has put it. */
  private static Path folderOf(Class<?> type) {
    try {
      return Path.of(type.getResource(type.getSimpleName() + ".class").toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("There is no folder of " + type + ".", e);
    }
  }

  private static void write(Path file, Path patterns) throws IOException {
    MaxentModel model = train(Lexicon.get(), patterns);
    Files.createDirectories(file.getParent());
    Path made = Files.createTempFile(file.getParent(), "model", ".part");
    try (DataOutputStream out =
        new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(made)))) {
      new BinaryGISModelWriter((AbstractModel) model, out).persist();
    }
    Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static MaxentModel train(Lexicon lexicon, Path patterns) throws IOException {
    Random random = new Random(SEED);
    InventedNames names =
        new InventedNames(random, lexicon, NameModelTraining::isForTraining, UNLISTED);
    InventedTexts texts =
        new InventedTexts(
            random,
            names,
            lines(patterns.resolve("patterns.txt")),
            lines(patterns.resolve("things.txt")),
            Lexicon.lines("regions.txt"));
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      add(texts.next(), lexicon, events);
    }
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, "MAXENT_QN");
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 25);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
    parameters.put("DataIndexer", "OnePass");
    // Elastic net: most clues get no weight, none too much (Zou and Hastie 2005).
    parameters.put("L2Cost", 1.0);
    parameters.put("L1Cost", 0.1);
    parameters.put("PrintMessages", false);
    Map<String, String> report = new HashMap<>();
    EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, report);
    return trainer.train(ObjectStreamUtils.createObjectStream(events));
  }

  private static List<String> lines(Path file) throws IOException {
    return Lexicon.lines(Files.newBufferedReader(file));
  }

  /** Half of the names; those of the other half are for tests. */
  static boolean isForTraining(String name) {
    return (name.hashCode() & 1) == 0;
  }

  private static void add(InventedText text, Lexicon lexicon, List<Event> events) {
    for (Sentence sentence : Sentences.of(text.text(), lexicon)) {
      Clues clues = new Clues(sentence);
      String before = "-";
      for (int at = 0; at < sentence.words().size(); at++) {
        if (!clues.isCandidate(at)) {
          before = "-";
          continue;
        }
        Word word = sentence.words().get(at);
        Outcome outcome = text.of(word);
        boolean neighbour = at > 0 && word.follows(sentence.words().get(at - 1));
        events.add(new Event(outcome.name(), clues.of(at, neighbour ? before : "-")));
        before = outcome.name();
      }
    }
  }
}
