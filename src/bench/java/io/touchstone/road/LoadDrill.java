package io.touchstone.road;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Fifty people label for ten minutes, a label every four to eight seconds, their logins spread over
 * the first minute; {@code -Dminutes} and {@code -Dpeople} say otherwise.
 */
final class LoadDrill implements Benchmark {

  private static final int PEOPLE = Integer.getInteger("people", 50);
  private static final double MINUTES = Double.parseDouble(System.getProperty("minutes", "10"));
  private static final double LOGIN_SECONDS = Math.min(60, 60 * MINUTES / 4);
  private static final double LABELS_A_SECOND = 1 / 4.0;

  @Override
  public String name() {
    return "drill-load";
  }

  @Override
  public String about() {
    return "50 simulated people label for 10 minutes; answers, errors, resident memory";
  }

  @Override
  public void run(Report report) throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "load-");
    int items = (int) (PEOPLE * MINUTES * 60 * LABELS_A_SECOND) + PEOPLE * 40;
    Process installation = start(folder, items);
    try {
      int port = port(installation);
      LoadTimes times = work(port);
      times.report(report);
      report.figure("load-resident-application", megabytes(installation.pid()), "megabytes");
      report.figure("load-resident-database", databaseMegabytes(folder), "megabytes");
    } finally {
      installation.getOutputStream().close();
      if (!installation.waitFor(60, TimeUnit.SECONDS)) {
        installation.destroyForcibly();
      }
    }
  }

  private static LoadTimes work(int port) throws InterruptedException {
    LoadTimes times = new LoadTimes();
    long begin = System.nanoTime();
    long end = begin + (long) (MINUTES * 60e9);
    List<Thread> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      long start = begin + (long) (i * LOGIN_SECONDS / PEOPLE * 1e9);
      people.add(new Thread(new LoadPerson(i, port, start, end, times)));
    }
    people.forEach(Thread::start);
    for (Thread person : people) {
      person.join();
    }
    return times;
  }

  private static Process start(Path folder, int items) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            LoadedInstallation.class.getName(),
            folder.toString(),
            String.valueOf(PEOPLE),
            String.valueOf(items))
        .redirectErrorStream(true)
        .start();
  }

  /** Reads what the installation prints until it is ready, and goes on reading beside the work. */
  private static int port(Process installation) throws IOException {
    BufferedReader output =
        new BufferedReader(
            new InputStreamReader(installation.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder before = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("load_ready port=")) {
        Thread drain =
            new Thread(
                () -> output.lines().filter(LoadDrill::isTrouble).forEach(System.out::println));
        drain.setDaemon(true);
        drain.start();
        return Integer.parseInt(line.replaceAll("\\D", ""));
      }
      before.append(line).append('\n');
    }
    throw new IllegalStateException("The installation did not become ready:\n" + before);
  }

  private static boolean isTrouble(String line) {
    return line.contains(" ERROR ") || line.contains("Exception");
  }

  private static double megabytes(long pid) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .sum();
    }
  }

  /** Of the server and its children; what they share is divided among them (Pss). */
  private static double databaseMegabytes(Path folder) throws IOException {
    long server =
        Long.parseLong(
            Files.readAllLines(folder.resolve("data/postgres/cluster/postmaster.pid")).get(0));
    List<Long> all = new ArrayList<>(List.of(server));
    ProcessHandle.of(server).orElseThrow().descendants().forEach(child -> all.add(child.pid()));
    double sum = 0;
    for (long pid : all) {
      Path file = Path.of("/proc", String.valueOf(pid), "smaps_rollup");
      if (Files.isReadable(file)) {
        try (Stream<String> lines = Files.lines(file)) {
          sum +=
              lines
                  .filter(line -> line.startsWith("Pss:"))
                  .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                  .sum();
        }
      }
    }
    return sum;
  }
}
