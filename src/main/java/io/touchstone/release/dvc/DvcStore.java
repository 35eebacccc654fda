package io.touchstone.release.dvc;

import io.touchstone.platform.files.AtomicFile;
import io.touchstone.release.format.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A directory in the layout of a DVC 3 remote: {@code files/md5/ab/cdef…}, objects named by their
 * MD5, never changed. An object is there as a whole or not at all; a directory's manifest is
 * written after all its files, because a client that sees the manifest takes the files for granted.
 *
 * <p>One writer at a time; readers may come at any time, from any node that sees the directory.
 */
public final class DvcStore {

  private static final Pattern OBJECT_PATH =
      Pattern.compile("([0-9a-f]{2})/([0-9a-f]{30}(?:\\.dir)?)");
  private static final Pattern OBJECT_ID =
      Pattern.compile("([0-9a-f]{2})([0-9a-f]{30}(?:\\.dir)?)");

  private final Path objects;
  private final Consumer<String> progress;

  /**
   * @param root the remote, parent of {@code files/md5}
   * @param progress is told after every durable step
   */
  public DvcStore(Path root, Consumer<String> progress) {
    this.objects = root.resolve("files").resolve("md5");
    this.progress = progress;
  }

  /**
   * Stores all files of the directory, then its manifest. Repeating it changes nothing.
   *
   * @return the manifest under which {@link #materialise} finds them again
   */
  public DirectoryManifest add(Path directory) throws IOException {
    DirectoryManifest manifest = DirectoryManifest.of(directory);
    for (DirectoryManifest.Entry entry : manifest.entries()) {
      Path target = location(entry.md5());
      if (!holds(target, entry.md5())) {
        AtomicFile.copy(directory.resolve(entry.path()), target);
      }
      AtomicFile.makeReadOnly(target);
      progress.accept("dvc object " + entry.md5());
    }
    Path target = location(manifest.id());
    if (!Files.exists(target)) {
      AtomicFile.write(target, manifest.bytes());
    }
    AtomicFile.makeReadOnly(target);
    progress.accept("dvc directory " + manifest.id());
    return manifest;
  }

  /** The manifest of that id. */
  public DirectoryManifest manifest(String id) throws IOException {
    return DirectoryManifest.parse(Files.readAllBytes(location(id)));
  }

  /** Whether a directory of that id is in the store. */
  public boolean contains(String id) {
    return Files.exists(location(id));
  }

  /** Copies the files of a stored directory below the target, which must not exist. */
  public void materialise(String id, Path target) throws IOException {
    for (DirectoryManifest.Entry entry : manifest(id).entries()) {
      Path file = target.resolve(entry.path()).normalize();
      if (!file.startsWith(target)) {
        throw new IllegalStateException("The manifest " + id + " names a path outside.");
      }
      Files.createDirectories(file.getParent());
      Files.copy(location(entry.md5()), file, StandardCopyOption.REPLACE_EXISTING);
      AtomicFile.makeWritable(file);
    }
  }

  /** The object that a request for {@code files/md5/<path>} means; empty if there is none. */
  public Optional<Path> served(String path) {
    Matcher matcher = OBJECT_PATH.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Path object = objects.resolve(matcher.group(1)).resolve(matcher.group(2));
    return Optional.of(object).filter(Files::isRegularFile);
  }

  /** Path of the object of that id, whether it exists or not. */
  public Path location(String id) {
    Matcher matcher = OBJECT_ID.matcher(id);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not the id of a DVC object: " + id);
    }
    return objects.resolve(matcher.group(1)).resolve(matcher.group(2));
  }

  private static boolean holds(Path target, String md5) throws IOException {
    return Files.exists(target) && Digests.md5Hex(target).equals(md5);
  }
}
