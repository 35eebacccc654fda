package io.touchstone.operation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Five rows alone, and behind three archives of documents that fill all threads. */
final class FairTurns implements AutoCloseable {

  private static final int LARGE = 3;
  private static final String BATCHES = "/projects/support-tickets/batches";
  private static final String DRAWN = "privacy_sample_drawn batch=%s ";

  private final StartedApplication application;
  private final MachineClient client;
  private final List<String> large = new ArrayList<>();

  FairTurns(Path data) {
    application =
        StartedApplication.start(
            data,
            Map.of(
                "TOUCHSTONE_ADMIN_PASSWORD",
                MachineClient.PASSWORD,
                "TOUCHSTONE_PROJECTS",
                "classpath:demo/projects/"));
    client = new MachineClient(application);
  }

  /**
   * Delivers five rows.
   *
   * @param word that the rows begin with, so that no two deliveries are alike
   * @return seconds from the delivery until the privacy officer's sample is drawn
   */
  double fiveRows(String word) throws Exception {
    String rows =
        IntStream.range(0, 5)
            .mapToObj(row -> "{\"text\": \"%s parcel number %d is late\"}\n".formatted(word, row))
            .collect(Collectors.joining());
    long begin = System.nanoTime();
    String batch = deliver("application/jsonl", rows.getBytes(StandardCharsets.UTF_8));
    application.await(DRAWN.formatted(batch));
    return (System.nanoTime() - begin) / 1e9;
  }

  /**
   * Delivers three archives and waits until the first of them is being read.
   *
   * @param files documents in each
   */
  void deliverLarge(int files) throws Exception {
    for (int batch = 0; batch < LARGE; batch++) {
      large.add(deliver("application/zip", PlantedDocuments.archive(10_000 * (batch + 1), files)));
    }
    application.await("objects_ingested");
  }

  /** How many of the three archives have been read to their end and sampled. */
  long largeDone() {
    String output = application.output();
    return large.stream().filter(batch -> output.contains(DRAWN.formatted(batch))).count();
  }

  private String deliver(String type, byte[] content) throws Exception {
    String answer = new String(client.send("POST", BATCHES, type, content), StandardCharsets.UTF_8);
    return answer.replaceAll("(?s).*\"batchId\":\"([^\"]+)\".*", "$1");
  }

  @Override
  public void close() {
    application.close();
  }
}
