package io.touchstone.platform.database;

import io.touchstone.platform.DataFolder;
import io.touchstone.platform.StartRefused;
import io.touchstone.platform.files.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A note beside an embedded cluster that says to where its content has moved, so that nobody goes
 * on working in what was left behind.
 */
final class MovedAway {

  private final Path file;

  private MovedAway(Path file) {
    this.file = file;
  }

  static MovedAway of(DataFolder folder) {
    return new MovedAway(folder.resolve("postgres", "moved-away.txt"));
  }

  /** Whether the content has moved. */
  boolean isNoted() {
    return Files.exists(file);
  }

  /**
   * Notes it; a note of an earlier move is replaced.
   *
   * @param address of the database that holds the content now, without a login
   */
  void note(String address) {
    try {
      AtomicFile.write(file, (address + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws StartRefused if the content has moved
   */
  void refuseStart() {
    if (isNoted()) {
      throw new StartRefused(
          "The embedded database has moved to " + address() + ", says " + file + ".",
          "Set TOUCHSTONE_DATABASE_URL to that address, and user and password. To go back to the"
              + " embedded database, as it was before the move and without all that was done"
              + " since, remove the file.");
    }
  }

  /**
   * @throws StartRefused if the content has moved
   */
  void refuseMove() {
    if (isNoted()) {
      throw new StartRefused(
          "The embedded database was moved before, to " + address() + ", says " + file + ".",
          "Start with that address. To move once more, without all that was done since, remove the"
              + " file.");
    }
  }

  private String address() {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
