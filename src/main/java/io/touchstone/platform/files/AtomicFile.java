package io.touchstone.platform.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes a file beside its place, forces it to the disk and renames it. The temporary name depends
 * on the target alone, so that a repetition after a crash cleans up what the crash left. One writer
 * per target at a time.
 */
public final class AtomicFile {

  private static final String TEMPORARY = ".tmp";

  private AtomicFile() {}

  /** Replaces the target by the bytes. */
  public static void write(Path target, byte[] bytes) throws IOException {
    Path temporary = temporary(target);
    try (FileChannel out = create(temporary)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      out.force(true);
    }
    rename(temporary, target);
  }

  /** Replaces the target by a copy of the source. */
  public static void copy(Path source, Path target) throws IOException {
    Path temporary = temporary(target);
    try (FileChannel in = FileChannel.open(source, StandardOpenOption.READ);
        FileChannel out = create(temporary)) {
      long size = in.size();
      for (long done = 0; done < size; ) {
        done += in.transferTo(done, size - done, out);
      }
      out.force(true);
    }
    rename(temporary, target);
  }

  /** Renames a file or directory within its file system and makes the renaming durable. */
  public static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    force(to.getParent());
  }

  /** Mode 0444, where the file system knows modes. */
  public static void makeReadOnly(Path file) throws IOException {
    permissions(file, "r--r--r--");
  }

  /** Mode 0644, where the file system knows modes. */
  public static void makeWritable(Path file) throws IOException {
    permissions(file, "rw-r--r--");
  }

  /** Deletes a file or a directory with all below it; nothing happens if there is none. */
  public static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static Path temporary(Path target) throws IOException {
    Files.createDirectories(target.getParent());
    return target.resolveSibling(target.getFileName() + TEMPORARY);
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  private static void permissions(Path file, String mode) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString(mode));
    }
  }

  /** Forces the directory entry itself, which POSIX keeps apart; Windows cannot and need not. */
  private static void force(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
