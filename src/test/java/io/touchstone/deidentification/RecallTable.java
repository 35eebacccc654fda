package io.touchstone.deidentification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.deidentification.recogniser.CardRecogniser;
import io.touchstone.deidentification.recogniser.EmailRecogniser;
import io.touchstone.deidentification.recogniser.IbanRecogniser;
import io.touchstone.deidentification.recogniser.IpRecogniser;
import io.touchstone.deidentification.recogniser.NameRecogniser;
import io.touchstone.deidentification.recogniser.PhoneRecogniser;
import io.touchstone.deidentification.recogniser.Recogniser;
import io.touchstone.deidentification.recogniser.names.ContextRecogniser;
import io.touchstone.ingestion.PlantedCases;
import io.touchstone.ingestion.policy.RecogniserFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Prints how much of what was planted in texts is masked, by kind and by noise, and what else is.
 *
 * <p>Arguments: a file with a case per line ({@code kind, noise, text, start, end}, places in code
 * points), a file with a text without personal data per line ({@code text}).
 */
public final class RecallTable {

  private static final Set<String> OF_PERSONS = Set.of("NAME", "PERSON", "PLACE", "ADDRESS");
  private static final int SHOWN = Integer.getInteger("shown", 0);

  private final Redactor redactor;
  private final Map<String, int[]> byKind = new TreeMap<>();
  private final Map<String, int[]> byNoise = new TreeMap<>();
  private final Map<String, int[]> byBoth = new TreeMap<>();
  private final int[] all = new int[2];
  private int planted;
  private int besides;
  private int persons;
  private int negatives;
  private int masked;
  private final List<String> missed = new ArrayList<>();
  private final List<String> mistaken = new ArrayList<>();

  public RecallTable(Redactor redactor) {
    this.redactor = redactor;
  }

  /** What every project gets, with or without the model of person names. */
  public static Redactor standard(boolean names) {
    List<Recogniser> recognisers =
        new ArrayList<>(
            List.of(
                new EmailRecogniser(),
                new IbanRecogniser(),
                new CardRecogniser(),
                new IpRecogniser(),
                new PhoneRecogniser()));
    recognisers.addAll(RecogniserFolder.load(Path.of("no-such-folder")));
    recognisers.add(new NameRecogniser(List.of()));
    if (names) {
      recognisers.add(ContextRecogniser.ofPersons());
    }
    return new Redactor(recognisers, Recogniser.THRESHOLD);
  }

  public static void main(String[] arguments) throws IOException {
    for (boolean names : new boolean[] {false, true}) {
      RecallTable table = new RecallTable(standard(names));
      ObjectMapper json = new ObjectMapper();
      for (String line : Files.readAllLines(Path.of(arguments[0]))) {
        JsonNode each = json.readTree(line);
        table.add(
            new PlantedCases.Case(
                each.path("kind").asText(),
                each.path("noise").asText(),
                each.path("text").asText(),
                each.path("start").asInt(),
                each.path("end").asInt()));
      }
      for (String line : Files.readAllLines(Path.of(arguments[1]))) {
        table.addNegative(json.readTree(line).path("text").asText());
      }
      System.out.println(names ? "with the model of person names" : "without a model of names");
      table.print();
    }
  }

  /** Takes a case into the count; whether it was covered. */
  public boolean add(PlantedCases.Case each) {
    int[] points = each.text().codePoints().toArray();
    boolean[] covered = new boolean[points.length];
    for (Finding finding : redactor.redact(each.text()).findings()) {
      Arrays.fill(covered, finding.start(), finding.end(), true);
      if (finding.start() < each.end() && finding.end() > each.start()) {
        planted++;
      } else if (OF_PERSONS.contains(finding.type().id())) {
        persons++;
      } else {
        besides++;
        note(mistaken, each.kind() + " " + finding.type() + ": " + each.text());
      }
    }
    boolean found = true;
    for (int i = each.start(); i < each.end(); i++) {
      found &= covered[i] || !Character.isLetterOrDigit(points[i]);
    }
    count(all, found);
    count(byKind.computeIfAbsent(each.kind(), key -> new int[2]), found);
    count(byNoise.computeIfAbsent(each.noise(), key -> new int[2]), found);
    count(byBoth.computeIfAbsent(each.kind() + " | " + each.noise(), key -> new int[2]), found);
    if (!found) {
      note(
          missed,
          each.kind()
              + " | "
              + each.noise()
              + ": "
              + each.text()
              + " -> "
              + redactor.redact(each.text()).text());
    }
    return found;
  }

  /** Takes a text without personal data into the count. */
  public void addNegative(String text) {
    Redaction redaction = redactor.redact(text);
    negatives++;
    if (!redaction.findings().isEmpty()) {
      masked++;
      note(mistaken, text + " -> " + redaction.findings());
    }
  }

  private static void note(List<String> list, String line) {
    list.add(line.replace("\n", "\\n").replace("\t", "\\t"));
  }

  private static void count(int[] counts, boolean found) {
    counts[0] += found ? 1 : 0;
    counts[1]++;
  }

  private static double share(int[] counts) {
    return (double) counts[0] / Math.max(1, counts[1]);
  }

  /** Share of the cases that are covered, 0 to 1. */
  public double recall() {
    return share(all);
  }

  /** Share of the cases of a noise that are covered, 0 to 1. */
  public double recall(String noise) {
    return share(byNoise.getOrDefault(noise, new int[2]));
  }

  /** Share of the cases of some noises that are covered, 0 to 1. */
  double recallOf(List<String> noises) {
    int[] sum = new int[2];
    for (String noise : noises) {
      int[] counts = byNoise.getOrDefault(noise, new int[2]);
      sum[0] += counts[0];
      sum[1] += counts[1];
    }
    return share(sum);
  }

  /** Share of what is masked in the cases that was planted, 0 to 1; persons aside. */
  public double precision() {
    return (double) planted / Math.max(1, planted + besides);
  }

  /** Share of the texts without personal data that stay as they are, 0 to 1. */
  public double unmasked() {
    return 1 - (double) masked / Math.max(1, negatives);
  }

  /** What was masked by mistake. */
  List<String> mistaken() {
    return List.copyOf(mistaken);
  }

  public void print() {
    System.out.println("by kind");
    byKind.forEach(RecallTable::line);
    System.out.println("by noise");
    byNoise.forEach(RecallTable::line);
    System.out.printf("recall %.4f of %d%n", recall(), all[1]);
    System.out.printf(
        "precision %.4f (%d planted, %d besides; with names %.4f, %d of persons)%n",
        precision(),
        planted,
        besides,
        (double) planted / Math.max(1, planted + besides + persons),
        persons);
    System.out.printf("unmasked %.4f of %d%n", unmasked(), negatives);
    if (SHOWN > 0) {
      byBoth.forEach(
          (name, counts) -> {
            if (share(counts) < 0.9) {
              line(name, counts);
            }
          });
      missed.stream().limit(SHOWN).forEach(text -> System.out.println("missed " + text));
      mistaken.stream().limit(SHOWN).forEach(text -> System.out.println("mistaken " + text));
    }
  }

  private static void line(String name, int[] counts) {
    System.out.printf("  %-40s %.4f %6d%n", name, share(counts), counts[1]);
  }
}
