package io.touchstone.audit;

import io.touchstone.platform.DataFolder;
import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.files.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The newest seal in a file, outside of the database: whoever empties or shortens the trail there
 * has not the file with it.
 */
@Component
class SealCopy {

  private static final Logger log = LoggerFactory.getLogger(SealCopy.class);
  private static final String NAME = "newest-audit-seal.json";

  private final Path file;
  private final Json json;

  SealCopy(TouchstoneSettings settings, DataFolder folder, Json json) {
    this.file =
        settings.audit().newestSealFile().orElseGet(() -> folder.resolve(NAME)).toAbsolutePath();
    this.json = json;
  }

  /**
   * What the file says.
   *
   * @param number of the seal
   */
  record Kept(long number, Instant at, String hash) {

    /** Stands for a file that says no seal. */
    static final Kept UNREADABLE = new Kept(0, Instant.EPOCH, "");

    static Kept of(Seal seal) {
      return new Kept(seal.number(), seal.at(), seal.hash());
    }
  }

  Path file() {
    return file;
  }

  /**
   * @return empty where there is no file, {@link Kept#UNREADABLE} where it says no seal
   */
  Optional<Kept> read() {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(json.read(Files.readString(file), Kept.class));
    } catch (IOException | IllegalStateException e) {
      log.warn("audit_seal_unreadable file={} because={}", file, e.getClass().getSimpleName());
      return Optional.of(Kept.UNREADABLE);
    }
  }

  /** Replaces what the file says; where that fails, sealing goes on and the log says so. */
  void write(Seal seal) {
    try {
      AtomicFile.write(file, (json.write(Kept.of(seal)) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      log.warn(
          "audit_seal_not_copied seal={} file={} because={}",
          seal.number(),
          file,
          e.getClass().getSimpleName());
    }
  }
}
