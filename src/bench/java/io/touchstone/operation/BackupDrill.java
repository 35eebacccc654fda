package io.touchstone.operation;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.pipeline.Stage;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Backs up and restores both kinds of installation. {@code -Dpostgres.programs=FOLDER} holds
 * pg_dump and pg_restore, {@code -Dpostgres.port=PORT} is that of a server of their version or an
 * older one on this machine, without databases named labels and restored, whose superuser is
 * postgres with the password postgres; without them the embedded kind alone is drilled.
 */
final class BackupDrill implements Benchmark {

  private static final String PROGRAMS = System.getProperty("postgres.programs", "");
  private static final int PORT = Integer.getInteger("postgres.port", 0);

  @Override
  public String name() {
    return "drill-backup";
  }

  @Override
  public String about() {
    return "backed up with a batch in each stage, restored after work went on, each batch ended";
  }

  @Override
  public void run(Report report) throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "backup-");
    tell("backup-folder", new BackupAndRestore(folder.resolve("folder")).ofDataFolder(), report);
    if (PROGRAMS.isEmpty() || PORT == 0) {
      System.out.println("The existing server was left out: -Dpostgres.programs, -Dpostgres.port.");
      return;
    }
    try (ExistingServer server = new ExistingServer(PORT)) {
      tell(
          "backup-server",
          new BackupAndRestore(folder.resolve("server"))
              .ofExistingServer(server, Path.of(PROGRAMS)),
          report);
    }
  }

  private static void tell(String name, BackupAndRestore.Outcome outcome, Report report) {
    report.figure(name + "-copied", outcome.backupSeconds(), "seconds");
    report.figure(name + "-size", outcome.megabytes(), "megabytes");
    report.figure(name + "-restored", outcome.restoreSeconds(), "seconds");
    report.figure(name + "-ended", outcome.ended().size(), "batches");
    if (!outcome.unbroken() || outcome.ended().size() < Stage.values().length) {
      throw new IllegalStateException("The drill failed: " + outcome);
    }
  }
}
