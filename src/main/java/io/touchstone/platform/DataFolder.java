package io.touchstone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The folder that holds everything durable. Files in it are readable by the owner only. */
@Component
public class DataFolder {

  private final Path root;

  DataFolder(TouchstoneSettings settings) {
    this.root = settings.data();
    try {
      createFolders(root);
      Files.delete(Files.createTempFile(root, ".writable", ""));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private StartRefused unwritable(IOException cause) {
    return new StartRefused(
        "The data folder "
            + root
            + " cannot be created or written by user \""
            + System.getProperty("user.name")
            + "\".",
        "Make it writable for that user, or set TOUCHSTONE_DATA to a folder that is.",
        cause);
  }

  private static void createFolders(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  public Path root() {
    return root;
  }

  /** A path below the data folder; its parent folders exist afterwards. */
  public Path resolve(String first, String... more) {
    Path path = root.resolve(Path.of(first, more));
    try {
      Files.createDirectories(path.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return path;
  }

  /** Writes a small secret that only the owner may read, atomically. */
  public void writeSecret(Path path, String content) {
    try {
      Path temporary = path.resolveSibling(path.getFileName() + ".tmp");
      Files.deleteIfExists(temporary);
      createPrivate(temporary);
      Files.writeString(temporary, content);
      Files.move(temporary, path, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void createPrivate(Path path) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(path);
    }
  }

  /**
   * Takes the folder for this process until it ends.
   *
   * @throws StartRefused if another process holds it; the sentence says which
   */
  public FolderLock lock() {
    Path path = resolve("touchstone.lock");
    try {
      FileChannel channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      Optional<FileLock> lock = tryLock(channel);
      if (lock.isEmpty()) {
        String holder = read(channel);
        channel.close();
        throw new StartRefused(
            "The data folder " + root + " is in use by process " + holder + ".",
            "Stop that process, or set TOUCHSTONE_DATA to another folder.");
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
          0);
      return new FolderLock(channel);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      // One byte far behind the content: on Windows a locked range could not be read by others.
      return Optional.ofNullable(channel.tryLock(1_000_000, 1, false));
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(32);
    channel.read(buffer, 0);
    String pid = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII).trim();
    return pid.isEmpty() ? "(unknown)" : pid;
  }

  /** Held while open. */
  public record FolderLock(FileChannel channel) implements AutoCloseable {

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
