package io.touchstone.platform.security;

import io.touchstone.platform.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Passwords that were drawn: shown once at the console and kept in a file of the owner's. */
@Component
public class FirstRunNotes {

  private final DataFolder folder;
  private final Map<String, String> drawn = new LinkedHashMap<>();

  FirstRunNotes(DataFolder folder) {
    this.folder = folder;
  }

  /** Where the passwords are kept, readable by the owner only. */
  public Path file() {
    return folder.resolve("first-run.txt");
  }

  /** Adds a password to the file. */
  public synchronized void note(String userId, String password) {
    drawn.put(userId, password);
    try {
      String before = Files.exists(file()) ? Files.readString(file()) : "";
      folder.writeSecret(file(), before + userId + " " + password + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The passwords drawn since this process started, by user id. */
  public synchronized Map<String, String> drawn() {
    return Map.copyOf(drawn);
  }
}
