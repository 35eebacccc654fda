package io.touchstone.deidentification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.bench.Stopwatch;
import io.touchstone.deidentification.recogniser.CardRecogniser;
import io.touchstone.deidentification.recogniser.EmailRecogniser;
import io.touchstone.deidentification.recogniser.IbanRecogniser;
import io.touchstone.deidentification.recogniser.IpRecogniser;
import io.touchstone.deidentification.recogniser.PhoneRecogniser;
import io.touchstone.deidentification.recogniser.Recogniser;
import io.touchstone.deidentification.recogniser.names.ContextRecogniser;
import io.touchstone.ingestion.policy.RecogniserFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Support tickets and clinic notes de-identified one by one, persons by their context included. */
final class RedactNamesBenchmark implements Benchmark {

  private static final int ROUNDS = 20;
  private static final double MEGABYTE = 1e6;

  @Override
  public String name() {
    return "redact-names";
  }

  @Override
  public String about() {
    return "the demo's tickets and notes, 20 times: all recognisers and persons by context";
  }

  @Override
  public void run(Report report) throws Exception {
    List<String> texts = texts();
    double megabytes =
        ROUNDS
            * texts.stream().mapToInt(t -> t.getBytes(StandardCharsets.UTF_8).length).sum()
            / MEGABYTE;
    Recogniser persons = ContextRecogniser.ofPersons();
    report.time("redact-names-load", Stopwatch.once(() -> persons.find("Dear Anna Kowalski")));
    List<Recogniser> patterns = new ArrayList<>(RecogniserFolder.load(Path.of("absent")));
    patterns.addAll(
        List.of(
            new EmailRecogniser(),
            new IbanRecogniser(),
            new CardRecogniser(),
            new IpRecogniser(),
            new PhoneRecogniser()));
    List<Recogniser> all = new ArrayList<>(patterns);
    all.add(persons);
    double without = megabytes / seconds(new Redactor(patterns, Recogniser.THRESHOLD), texts);
    double with = megabytes / seconds(new Redactor(all, Recogniser.THRESHOLD), texts);
    report.figure(
        "redact-names", with, "megabytes per second", without, "the same without persons");
    report.figure(
        "redact-names-alone",
        megabytes / seconds(new Redactor(List.of(persons), Recogniser.THRESHOLD), texts),
        "megabytes per second");
  }

  private static double seconds(Redactor redactor, List<String> texts) throws Exception {
    return Stopwatch.median(
            1,
            3,
            () -> {
              int length = 0;
              for (int round = 0; round < ROUNDS; round++) {
                for (String text : texts) {
                  length += redactor.redact(text).text().length();
                }
              }
              return length;
            })
        .processors();
  }

  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (String file : List.of("support-tickets-1", "clinic-notes-1")) {
      try (var in = RedactNamesBenchmark.class.getResourceAsStream("/demo/" + file + ".jsonl")) {
        for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
          try {
            texts.add(json.readTree(line).path("text").asText());
          } catch (JsonProcessingException e) {
            // Some rows are broken on purpose, to be rejected.
            continue;
          }
        }
      }
    }
    return texts;
  }
}
