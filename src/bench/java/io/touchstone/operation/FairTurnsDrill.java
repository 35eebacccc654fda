package io.touchstone.operation;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long five rows take from their delivery to the sample of the privacy officer: alone, and
 * behind three archives of {@code -Dfiles} documents each.
 */
final class FairTurnsDrill implements Benchmark {

  private static final int FILES = Integer.getInteger("files", 210);
  private static final int LARGE = 3;
  private static final String BATCHES = "/projects/support-tickets/batches";

  @Override
  public String name() {
    return "drill-fair-turns";
  }

  @Override
  public String about() {
    return "5 rows alone, and behind three batches of 210 files";
  }

  @Override
  public void run(Report report) throws Exception {
    Path data = Files.createTempDirectory("fair-turns-");
    try (StartedApplication application =
        StartedApplication.start(
            data, Map.of("TOUCHSTONE_ADMIN_PASSWORD", MachineClient.PASSWORD))) {
      MachineClient client = new MachineClient(application);
      fiveRows(application, client, "first");
      double alone = fiveRows(application, client, "alone");
      for (int batch = 0; batch < LARGE; batch++) {
        client.send(
            "POST",
            BATCHES,
            "application/zip",
            PlantedDocuments.archive(10_000 * (batch + 1), FILES));
      }
      application.await("objects_ingested");
      double behind = fiveRows(application, client, "behind");
      report.figure("fair-turns-alone", alone, "seconds");
      report.figure("fair-turns-behind-large", behind, "seconds", alone, "the same rows alone");
    }
  }

  private static double fiveRows(StartedApplication application, MachineClient client, String name)
      throws Exception {
    String rows =
        IntStream.range(0, 5)
            .mapToObj(row -> "{\"text\": \"%s parcel number %d is late\"}\n".formatted(name, row))
            .collect(Collectors.joining());
    long begin = System.nanoTime();
    String answer =
        new String(
            client.send(
                "POST", BATCHES, "application/jsonl", rows.getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.UTF_8);
    String batch = answer.replaceAll("(?s).*\"batchId\":\"([^\"]+)\".*", "$1");
    application.await("privacy_sample_drawn batch=" + batch + " ");
    return (System.nanoTime() - begin) / 1e9;
  }
}
