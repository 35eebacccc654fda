package io.touchstone.ingestion.object;

import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import io.touchstone.deidentification.cleaning.ObjectTypes;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.ingestion.item.ArchiveLayout;
import io.touchstone.ingestion.object.ZipArchive.Member;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The files of an archive and of the archives in it, as if they lay in one. The bounds of an
 * archive hold for all of them together, whatever lies in what.
 */
public final class NestedArchive implements Closeable {

  /** Archives in the delivered one are opened down to here. */
  static final int DEEPEST = 3;

  private static final int MOST_BYTES = ObjectCleaning.MOST_BYTES;

  private final ZipArchive outer;
  private final ArchiveLayout layout;

  /** The member of which the files are known, and the archives that were opened in it last. */
  private int member;

  private List<Leaf> leaves = List.of();
  private final List<Opened> chain = new ArrayList<>();

  /**
   * @param outer is closed with this
   * @param layout of it, as {@link #layout} found it
   */
  NestedArchive(ZipArchive outer, ArchiveLayout layout) {
    this.outer = outer;
    this.layout = layout;
  }

  /**
   * A file in an inner archive.
   *
   * @param path its number in each archive, from the outermost
   * @param before bytes that were unpacked before its archive's first member
   */
  private record Leaf(List<Integer> path, long before) {}

  /** An archive that lies in another. */
  private record Opened(List<Integer> path, ZipArchive archive) {}

  /** There are more files than are taken. */
  private static final class TooMany extends RuntimeException {
    TooMany() {
      super(null, null, false, false);
    }
  }

  /** What is found on the way through archives. */
  private interface Visitor {
    void leaf(Leaf leaf);
  }

  /**
   * Looks for archives in an archive.
   *
   * @return nothing if there are more than {@link ZipArchive#MOST_MEMBERS} files in all, or none
   */
  public static Optional<ArchiveLayout> layout(ZipArchive outer) throws IOException {
    if (outer.size() < 1 || outer.size() > ZipArchive.MOST_MEMBERS) {
      return Optional.empty();
    }
    List<ArchiveLayout.Inner> inner = new ArrayList<>();
    int files = 0;
    long before = 0;
    for (int member = 1; member <= outer.size(); member++) {
      Optional<ZipArchive> nested = inner(outer, member, before);
      int[] count = {nested.isPresent() ? 0 : 1};
      if (nested.isPresent()) {
        int most = ZipArchive.MOST_MEMBERS - files;
        long start = before + outer.unpackedUpTo(member);
        try (ZipArchive archive = nested.get()) {
          long bytes =
              visit(
                  archive,
                  List.of(member),
                  start,
                  leaf -> {
                    if (++count[0] > most) {
                      throw new TooMany();
                    }
                  });
          inner.add(new ArchiveLayout.Inner(member, count[0], bytes));
          before += bytes;
        } catch (TooMany e) {
          return Optional.empty();
        }
      }
      files += count[0];
      if (files > ZipArchive.MOST_MEMBERS) {
        return Optional.empty();
      }
    }
    return Optional.of(inner.isEmpty() ? ArchiveLayout.FLAT : new ArchiveLayout(inner));
  }

  /**
   * Goes through the files of an inner archive.
   *
   * @param path of the archive
   * @param before bytes that were unpacked up to it
   * @return bytes that it unpacks to, on all levels
   */
  private static long visit(ZipArchive archive, List<Integer> path, long before, Visitor visitor)
      throws IOException {
    long deeper = 0;
    for (int member = 1; member <= archive.size(); member++) {
      List<Integer> place = with(path, member);
      Optional<ZipArchive> nested =
          path.size() < DEEPEST ? inner(archive, member, before + deeper) : Optional.empty();
      if (nested.isPresent()) {
        try (ZipArchive inner = nested.get()) {
          long start = before + deeper + archive.unpackedUpTo(member);
          deeper += visit(inner, place, start, visitor);
        }
      } else {
        visitor.leaf(new Leaf(place, before + deeper));
      }
    }
    return deeper + archive.unpackedUpTo(archive.size());
  }

  private static List<Integer> with(List<Integer> path, int member) {
    List<Integer> place = new ArrayList<>(path);
    place.add(member);
    return List.copyOf(place);
  }

  /** A member as an archive, if it is one with files in it and within the bounds. */
  private static Optional<ZipArchive> inner(ZipArchive archive, int member, long before) {
    return archive.beginsLikeArchive(member)
            && archive.member(member, MOST_BYTES, before) instanceof Member.Content content
        ? opened(content.bytes())
        : Optional.empty();
  }

  private static Optional<ZipArchive> opened(byte[] object) {
    return ObjectTypes.of(object) instanceof ObjectTypes.Archive
        ? ZipArchive.open(new SeekableInMemoryByteChannel(object)).filter(each -> each.size() > 0)
        : Optional.empty();
  }

  /**
   * Reads a file.
   *
   * @param number from 1, over all levels
   */
  Member member(int number) throws IOException {
    ArchiveLayout.Place place = layout.place(number);
    if (place.inside() == 0) {
      return outer.member(place.member(), MOST_BYTES, place.bytesBefore());
    }
    Leaf leaf = leaf(place);
    List<Integer> path = leaf.path();
    int last = path.size() - 1;
    Member read = archive(path.subList(0, last)).member(path.get(last), MOST_BYTES, leaf.before());
    boolean tooDeep =
        last == DEEPEST && read instanceof Member.Content content && isArchive(content.bytes());
    return tooDeep
        ? new Member.Kept(
            new Quarantined(
                Quarantine.TOO_DEEP,
                "it is an archive more than %d archives deep. Send it by itself."
                    .formatted(DEEPEST)))
        : read;
  }

  private static boolean isArchive(byte[] object) {
    return ObjectTypes.of(object) instanceof ObjectTypes.Archive;
  }

  /** The number of a file in each archive, from the outermost; empty where there is one only. */
  List<Integer> path(int number) throws IOException {
    ArchiveLayout.Place place = layout.place(number);
    return place.inside() == 0 ? List.of() : leaf(place).path();
  }

  private Leaf leaf(ArchiveLayout.Place place) throws IOException {
    if (place.member() != member) {
      List<Leaf> found = new ArrayList<>();
      List<Integer> path = List.of(place.member());
      long start = place.bytesBefore() + outer.unpackedUpTo(place.member());
      visit(archive(path), path, start, found::add);
      leaves = found;
      member = place.member();
    }
    return leaves.get(place.inside() - 1);
  }

  /** The archive of a path; those on the way to it stay open, at most one on each level. */
  private ZipArchive archive(List<Integer> path) throws IOException {
    if (path.isEmpty()) {
      return outer;
    }
    int level = path.size() - 1;
    if (level < chain.size() && chain.get(level).path().equals(path)) {
      return chain.get(level).archive();
    }
    ZipArchive above = archive(path.subList(0, level));
    while (chain.size() > level) {
      chain.remove(chain.size() - 1).archive().close();
    }
    // The bounds were kept to when the layout was made.
    Member read = above.member(path.get(level), MOST_BYTES, 0);
    Optional<ZipArchive> opened =
        read instanceof Member.Content content ? opened(content.bytes()) : Optional.empty();
    ZipArchive archive =
        opened.orElseThrow(() -> new IOException("An archive in the archive opens no more."));
    chain.add(new Opened(List.copyOf(path), archive));
    return archive;
  }

  @Override
  public void close() throws IOException {
    for (Opened opened : chain) {
      opened.archive().close();
    }
    outer.close();
  }
}
