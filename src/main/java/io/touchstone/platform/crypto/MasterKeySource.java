package io.touchstone.platform.crypto;

import io.touchstone.platform.StartRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;

/**
 * Where the master key comes from: a setting, or else a file that only its owner may read, made at
 * first start.
 */
final class MasterKeySource {

  private final String configured;
  private final Path file;
  private final Secrets secrets;

  /**
   * @param configured base64 of 32 bytes, or blank
   * @param file used when nothing is configured
   */
  MasterKeySource(String configured, Path file, Secrets secrets) {
    this.configured = configured;
    this.file = file;
    this.secrets = secrets;
  }

  /**
   * @throws StartRefused if the setting or the file holds no key
   */
  MasterKey load() {
    if (!configured.isBlank()) {
      return decode(configured, "The setting touchstone.master-key");
    }
    try {
      if (Files.notExists(file)) {
        create();
      }
      return decode(
          Files.readString(file, StandardCharsets.US_ASCII), "The master key file " + file);
    } catch (IOException e) {
      throw new StartRefused(
          "The master key file " + file + " can be neither read nor made.",
          "Give the user that runs Touchstone access to it, or set TOUCHSTONE_MASTER_KEY.",
          e);
    }
  }

  private void create() throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent(), onlyOwner("rwx------"));
    byte[] encoded =
        (Base64.getEncoder().encodeToString(secrets.newKey("master")) + "\n")
            .getBytes(StandardCharsets.US_ASCII);
    Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".master", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(encoded));
        channel.force(true);
      }
      // A link instead of a rename: of two nodes that start at once, one wins and both use its key.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      return;
    } finally {
      Files.delete(draft);
    }
  }

  private static FileAttribute<?>[] onlyOwner(String permissions) {
    Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
    return views.contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static MasterKey decode(String encoded, String where) {
    try {
      byte[] key = Base64.getDecoder().decode(encoded.strip());
      if (key.length == 32) {
        return MasterKey.of(key);
      }
    } catch (IllegalArgumentException e) {
      // Told below, without the text of the exception: it may quote the key.
    }
    throw new StartRefused(
        where + " does not hold the base64 of 32 bytes.",
        "Put back the key that the data was encrypted under. For a new installation a new one comes"
            + " from: openssl rand -base64 32");
  }
}
