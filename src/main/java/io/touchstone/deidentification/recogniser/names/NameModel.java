package io.touchstone.deidentification.recogniser.names;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import opennlp.tools.ml.maxent.io.BinaryGISModelReader;
import opennlp.tools.ml.model.MaxentModel;

/**
 * Weighs the clues of a word: a maximum-entropy model of Apache OpenNLP (Ratnaparkhi 1996), trained
 * during the build. It judges one word after the other and gives each a probability of its own,
 * which a search over whole sequences does not.
 */
public final class NameModel {

  /** Where the build puts it. */
  public static final String RESOURCE = "/names/model.gz";

  /** What a word may be. */
  public enum Outcome {
    PERSON,
    PLACE,
    /** A capitalised thing that is neither: an organisation, a work, a month. */
    THING,
    ORDINARY
  }

  private final MaxentModel model;
  private final int[] places = new int[Outcome.values().length];

  /** A model as trained. */
  public NameModel(MaxentModel model) {
    this.model = model;
    for (Outcome outcome : Outcome.values()) {
      places[outcome.ordinal()] = model.getIndex(outcome.name());
    }
  }

  private static final class Holder {
    private static final NameModel ONE = load();
  }

  /** The model of this build, read on first use: some 0.3 s. */
  public static NameModel get() {
    return Holder.ONE;
  }

  private static NameModel load() {
    try (InputStream in = NameModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            "The name model is missing. Run \"mvn process-classes\", which trains it.");
      }
      DataInputStream data =
          new DataInputStream(new BufferedInputStream(new GZIPInputStream(in), 1 << 16));
      return new NameModel(new BinaryGISModelReader(data).getModel());
    } catch (IOException e) {
      throw new UncheckedIOException("The name model cannot be read.", e);
    }
  }

  /** SHA-256 of the model and the lists, read without loading either; part of every policy. */
  static String digest() {
    return Digest.ALL;
  }

  private static final class Digest {
    private static final String ALL =
        of(
            "model.gz",
            "given.txt",
            "surnames.txt",
            "words.txt",
            "places.txt",
            "regions.txt",
            "cues.txt");

    private static String of(String... files) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String file : files) {
          try (InputStream in = NameModel.class.getResourceAsStream("/names/" + file)) {
            digest.update(in == null ? new byte[0] : in.readAllBytes());
          }
        }
        return HexFormat.of().formatHex(digest.digest());
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("This Java lacks SHA-256.", e);
      } catch (IOException e) {
        throw new UncheckedIOException("The name model cannot be read.", e);
      }
    }
  }

  /** The probability of each outcome, by its ordinal. */
  double[] weigh(String[] clues) {
    double[] found = model.eval(clues);
    double[] ordered = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      ordered[i] = places[i] < 0 ? 0 : found[places[i]];
    }
    return ordered;
  }
}
