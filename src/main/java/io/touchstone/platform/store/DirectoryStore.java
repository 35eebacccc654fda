package io.touchstone.platform.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Objects as files of one directory. An object is written beside its place, forced to disk, renamed
 * and its directory forced, so that a crash leaves the whole object or none.
 */
public final class DirectoryStore implements ObjectStore {

  private static final Pattern KEY =
      Pattern.compile("[a-z0-9][a-z0-9._-]{0,199}(?:/[a-z0-9][a-z0-9._-]{0,199}){0,7}");
  private static final String UNFINISHED = ".unfinished-";
  private final Path root;

  public DirectoryStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public void write(String key, Content content) throws IOException {
    Path target = path(key);
    Path directory = target.getParent();
    createDurably(directory);
    // The temporary file is made with rights for its owner alone, and the rename keeps them.
    Path draft = Files.createTempFile(directory, UNFINISHED, "");
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        OutputStream out = Channels.newOutputStream(channel);
        content.writeTo(out);
        channel.force(true);
      }
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      force(directory);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  @Override
  public InputStream open(String key, long fromByte) throws IOException {
    FileChannel channel = FileChannel.open(path(key), StandardOpenOption.READ);
    channel.position(fromByte);
    return Channels.newInputStream(channel);
  }

  @Override
  public long size(String key) throws IOException {
    return Files.size(path(key));
  }

  @Override
  public void delete(String key) throws IOException {
    Files.deleteIfExists(path(key));
  }

  @Override
  public void visitWrittenBefore(Instant time, Consumer<String> visitor) throws IOException {
    try (Stream<Path> files = filesBefore(time, name -> !name.startsWith(UNFINISHED))) {
      files.map(file -> root.relativize(file).toString().replace('\\', '/')).forEach(visitor);
    }
  }

  @Override
  public void removeUnfinished(Instant before) throws IOException {
    try (Stream<Path> files = filesBefore(before, name -> name.startsWith(UNFINISHED))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.deleteIfExists(file);
      }
    }
  }

  private Stream<Path> filesBefore(Instant time, Predicate<String> name) throws IOException {
    if (Files.notExists(root)) {
      return Stream.empty();
    }
    return Files.walk(root)
        .filter(file -> name.test(file.getFileName().toString()))
        .filter(Files::isRegularFile)
        .filter(file -> isOlder(file, time));
  }

  private static boolean isOlder(Path file, Instant time) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(time);
    } catch (NoSuchFileException e) {
      // Another node was faster.
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path path(String key) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("Not a key of an object store.");
    }
    return root.resolve(key);
  }

  private static void createDurably(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    createDurably(directory.getParent());
    Files.createDirectories(directory);
    force(directory.getParent());
  }

  private static void force(Path directory) throws IOException {
    if (System.getProperty("os.name").startsWith("Windows")) {
      // Windows neither opens nor needs to force a directory.
      return;
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
