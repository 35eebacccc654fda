package io.touchstone.operation;

import io.touchstone.audit.History;
import io.touchstone.pipeline.Stage;
import io.touchstone.road.Installation;
import io.touchstone.road.StagedBatches;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The backup that config/README.md describes, made while a batch rests in each stage, and restored
 * into an empty place after work has gone on.
 */
final class BackupAndRestore {

  private final Path folder;

  /**
   * @param folder empty
   */
  BackupAndRestore(Path folder) {
    this.folder = folder;
  }

  /**
   * What came of it.
   *
   * @param backupSeconds in which the application was stopped, or read beside its work
   * @param megabytes of the backup
   * @param restoreSeconds until the restored application was ready
   * @param ended stages whose batch was brought to its end after the restoring
   * @param unbroken whether the sealed history holds, before and after that
   */
  record Outcome(
      double backupSeconds,
      double megabytes,
      double restoreSeconds,
      Set<Stage> ended,
      boolean unbroken) {}

  /** With the embedded database: stop, copy the data folder, start. */
  Outcome ofDataFolder() throws IOException {
    Path original = folder.resolve("original");
    Path backup = folder.resolve("backup");
    Map<Stage, String> resting;
    try (Installation installation = StagedBatches.start(original, Map.of())) {
      resting = StagedBatches.begin(installation);
    }
    long began = System.nanoTime();
    copy(original.resolve("data"), backup);
    double backupSeconds = seconds(began);
    try (Installation installation = StagedBatches.start(original, Map.of())) {
      StagedBatches.end(installation, resting, (stage, id) -> {});
    }
    began = System.nanoTime();
    Path restored = folder.resolve("restored");
    copy(backup, restored.resolve("data"));
    return restored(restored, Map.of(), resting, began, backupSeconds, backup);
  }

  /**
   * With an existing server, while the application runs: {@code pg_dump} first, the data folder
   * after it.
   *
   * @param programs folder of pg_dump and pg_restore, of the server's version or a later one
   */
  Outcome ofExistingServer(ExistingServer server, Path programs) throws Exception {
    Path original = folder.resolve("original");
    Path backup = Files.createDirectories(folder.resolve("backup"));
    server.prepare("labels");
    Map<Stage, String> resting;
    double backupSeconds;
    try (Installation installation = StagedBatches.start(original, server.settings("labels"))) {
      resting = StagedBatches.begin(installation);
      long began = System.nanoTime();
      Path dump = backup.resolve("database.dump");
      program(server, programs, "pg_dump", "-Fc", "-f", dump.toString(), "labels");
      copy(original.resolve("data"), backup.resolve("data"));
      backupSeconds = seconds(began);
      StagedBatches.end(installation, resting, (stage, id) -> {});
    }
    long began = System.nanoTime();
    server.prepare("restored");
    String dump = backup.resolve("database.dump").toString();
    program(server, programs, "pg_restore", "--exit-on-error", "-d", "restored", dump);
    Path restored = folder.resolve("restored");
    copy(backup.resolve("data"), restored.resolve("data"));
    Files.deleteIfExists(restored.resolve("data/newest-audit-seal.json"));
    return restored(restored, server.settings("restored"), resting, began, backupSeconds, backup);
  }

  private static Outcome restored(
      Path folder,
      Map<String, String> settings,
      Map<Stage, String> resting,
      long began,
      double backupSeconds,
      Path backup)
      throws IOException {
    try (Installation installation = StagedBatches.start(folder, settings)) {
      double restoreSeconds = seconds(began);
      boolean before = unbroken(installation);
      Set<Stage> ended = EnumSet.noneOf(Stage.class);
      StagedBatches.end(installation, resting, (stage, id) -> ended.add(stage));
      return new Outcome(
          backupSeconds,
          megabytes(backup),
          restoreSeconds,
          ended,
          before && unbroken(installation));
    }
  }

  private static boolean unbroken(Installation installation) {
    return installation.bean(History.class).check(Optional.empty()).unbroken();
  }

  /** With its permissions, as {@code cp -a}. */
  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.toAbsolutePath().getParent());
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(
            each,
            to.resolve(from.relativize(each)),
            StandardCopyOption.COPY_ATTRIBUTES,
            LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private static double megabytes(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(Path::toFile).mapToLong(File::length).sum() / 1e6;
    }
  }

  private static void program(
      ExistingServer server, Path programs, String name, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(programs.resolve(name).toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().putAll(server.superuser());
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(name + " failed: " + output);
    }
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
