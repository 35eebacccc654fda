package io.touchstone.ingestion.recogniser.names;

import io.touchstone.ingestion.recogniser.names.NameModel.Outcome;
import io.touchstone.ingestion.recogniser.names.Sentences.Sentence;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

  private static final int TEXTS = Integer.getInteger("names.texts", 9_000);
  private static final int SEED = 20_240_229;

  private NameModelTraining() {}

  /** Writes the model to the file named, unless it is there. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    if (Files.exists(file)) {
      return;
    }
    MaxentModel model = train(Lexicon.get());
    Files.createDirectories(file.getParent());
    Path made = Files.createTempFile(file.getParent(), "model", ".part");
    try (DataOutputStream out =
        new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(made)))) {
      new BinaryGISModelWriter((AbstractModel) model, out).persist();
    }
    Files.move(made, file);
  }

  static MaxentModel train(Lexicon lexicon) throws IOException {
    Random random = new Random(SEED);
    InventedNames names =
        new InventedNames(random, lexicon, NameModelTraining::isForTraining, 0.25);
    InventedTexts texts =
        new InventedTexts(
            random,
            names,
            Lexicon.lines("training/patterns.txt"),
            Lexicon.lines("training/things.txt"),
            Lexicon.lines("regions.txt"));
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      add(texts.next(), lexicon, events);
    }
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, System.getProperty("names.alg", "MAXENT_QN"));
    parameters.put(TrainingParameters.ITERATIONS_PARAM, Integer.getInteger("names.iter", 60));
    parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
    parameters.put("L2Cost", Double.parseDouble(System.getProperty("names.l2", "1.0")));
    parameters.put("L1Cost", Double.parseDouble(System.getProperty("names.l1", "0.1")));
    parameters.put("PrintMessages", false);
    Map<String, String> report = new HashMap<>();
    EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, report);
    return trainer.train(ObjectStreamUtils.createObjectStream(events));
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
