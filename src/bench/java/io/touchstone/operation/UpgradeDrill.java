package io.touchstone.operation;

import io.touchstone.audit.History;
import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.pipeline.Stage;
import io.touchstone.road.Installation;
import io.touchstone.road.StagedBatches;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An earlier version, built from its commit, brings a batch to rest in each stage and is stopped;
 * today's starts on the same data folder and takes each batch to its end. {@code -Dfrom=COMMIT}
 * says from where; Git and Maven, with what that version needs, have to be there.
 */
final class UpgradeDrill implements Benchmark {

  /** Before people, versions of projects, access by project and LDAP. */
  private static final String FROM = System.getProperty("from", "dad3bf84");

  private static final String BATCHES = "src/test/java/io/touchstone/road/StagedBatches.java";
  private static final String MIGRATIONS = "src/main/resources/db/migration";
  private static final Pattern RESTS = Pattern.compile("rests (\\w+) (\\S+)");

  @Override
  public String name() {
    return "drill-upgrade";
  }

  @Override
  public String about() {
    return "a batch in each stage, begun under an earlier commit, ends under this one";
  }

  @Override
  public void run(Report report) throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "upgrade-");
    Path earlier = folder.resolve("earlier");
    here("git", "worktree", "add", "--detach", earlier.toString(), FROM);
    Map<Stage, String> resting;
    try {
      resting = begin(earlier, folder);
      report.figure(
          "upgrade-from", here("git", "rev-list", FROM + "..HEAD").lines().count(), "commits ago");
      String added = here("git", "diff", "--name-only", "--diff-filter=A", FROM, "--", MIGRATIONS);
      report.figure("upgrade-over", added.lines().count(), "migrations");
    } finally {
      here("git", "worktree", "remove", "--force", earlier.toString());
    }
    long begin = System.nanoTime();
    try (Installation installation = StagedBatches.start(folder, Map.of())) {
      report.figure("upgrade-start", (System.nanoTime() - begin) / 1e9, "seconds");
      StagedBatches.end(
          installation,
          resting,
          (stage, id) -> System.out.println("began in " + stage.id() + " and ended: " + id));
      report.figure("upgrade-ended", resting.size(), "batches");
      if (!installation.bean(History.class).check(Optional.empty()).unbroken()) {
        throw new IllegalStateException("The sealed history does not hold after the upgrade.");
      }
    }
  }

  /** By the earlier version's own classes, in a process of their own. */
  private static Map<Stage, String> begin(Path earlier, Path folder) throws Exception {
    Path libraries = folder.resolve("class-path");
    run(
        earlier,
        "mvn",
        "-q",
        "-B",
        "-o",
        "-Dspotless.check.skip=true",
        "test-compile",
        "dependency:build-classpath",
        "-DincludeScope=test",
        "-Dmdep.outputFile=" + libraries);
    String classPath =
        String.join(
            File.pathSeparator,
            folder.resolve("batches").toString(),
            earlier.resolve("target/test-classes").toString(),
            earlier.resolve("target/classes").toString(),
            Files.readString(libraries).strip());
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String source = Path.of(BATCHES).toAbsolutePath().toString();
    run(
        earlier,
        java + "c",
        "-proc:none",
        "-d",
        folder.resolve("batches").toString(),
        "-cp",
        classPath,
        source);
    String output =
        run(
            earlier,
            java,
            "-Xmx512m",
            "-cp",
            classPath,
            StagedBatches.class.getName(),
            folder.toString());
    Map<Stage, String> resting = new EnumMap<>(Stage.class);
    RESTS
        .matcher(output)
        .results()
        .forEach(found -> resting.put(Stage.valueOf(found.group(1)), found.group(2)));
    return resting;
  }

  private static String here(String... command) throws IOException, InterruptedException {
    return run(Path.of("").toAbsolutePath(), command);
  }

  /** What a program prints; it has to end well. */
  private static String run(Path folder, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(new ArrayList<>(List.of(command)))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command[0] + " failed:\n" + output);
    }
    return output;
  }
}
