package io.touchstone.ingestion.intake;

import io.touchstone.ingestion.row.SourceFormat;
import io.touchstone.platform.web.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of a delivery that lies in a folder, one after the other; links are not followed. */
final class FolderDelivery {

  private static final Set<String> SIGNS = Set.of(Inbox.READY, Inbox.REFUSED);

  private FolderDelivery() {}

  /**
   * What is to be read, in the order of the paths.
   *
   * @throws IOException if the folder cannot be read
   */
  static Iterable<Source> sources(Path delivery) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(delivery)) {
      files =
          walk.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
              .filter(path -> !isSign(delivery, path))
              .sorted()
              .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return () -> opened(files.iterator());
  }

  private static boolean isSign(Path delivery, Path path) {
    return path.getParent().equals(delivery) && SIGNS.contains(path.getFileName().toString());
  }

  /** Each file is closed when the next one is asked for. */
  private static Iterator<Source> opened(Iterator<Path> files) {
    return new Iterator<>() {
      private InputStream open = InputStream.nullInputStream();

      @Override
      public boolean hasNext() {
        if (!files.hasNext()) {
          close();
        }
        return files.hasNext();
      }

      @Override
      public Source next() {
        close();
        Path file = files.next();
        String type =
            SourceFormat.ofDelivered("", file.getFileName().toString())
                .orElseThrow(BatchIntake::unsupported)
                .mediaType();
        open = content(file);
        return new Source(type, open);
      }

      private void close() {
        try {
          open.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  /** A link has no content of its own: it becomes an empty object, which the manifest names. */
  private static InputStream content(Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)
          : InputStream.nullInputStream();
    } catch (IOException e) {
      throw brokenOff();
    }
  }

  private static Refusal brokenOff() {
    return new Refusal(
        400,
        "delivery-broken-off",
        "A file of the delivery disappeared or cannot be read. Lay the delivery down again.");
  }

  /** Removes a delivery that was taken; {@code .ready} goes last but the folder. */
  static void remove(Path delivery) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(delivery)) {
      Comparator<Path> signsLast = Comparator.comparing(path -> isSign(delivery, path));
      paths =
          walk.filter(path -> !path.equals(delivery))
              .sorted(signsLast.thenComparing(Comparator.reverseOrder()))
              .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
    Files.deleteIfExists(delivery);
  }
}
