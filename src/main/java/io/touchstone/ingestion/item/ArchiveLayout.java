package io.touchstone.ingestion.item;

import java.util.ArrayList;
import java.util.List;

/**
 * Which members of an archive are archives themselves and how much lies in them: with it each of
 * all files has a number, and one is found without opening the others.
 *
 * @param inner in the order of their numbers
 */
public record ArchiveLayout(List<Inner> inner) {

  /** No member is an archive. */
  public static final ArchiveLayout FLAT = new ArchiveLayout(List.of());

  /**
   * An archive in the archive.
   *
   * @param member its number, from 1
   * @param files in it and in the archives in it, at least 1
   * @param bytes that it unpacks to, on all levels
   */
  public record Inner(int member, int files, long bytes) {}

  /**
   * Where a file lies.
   *
   * @param member of the outer archive
   * @param inside number of the file in that member, from 1; 0 where the member is the file
   * @param bytesBefore what archives before that member unpack to
   */
  public record Place(int member, int inside, long bytesBefore) {}

  public ArchiveLayout {
    inner = List.copyOf(inner);
  }

  /** From its stored form, three numbers for each inner archive. */
  public static ArchiveLayout of(Long[] stored) {
    List<Inner> inner = new ArrayList<>();
    for (int i = 0; i < stored.length; i += 3) {
      inner.add(new Inner(stored[i].intValue(), stored[i + 1].intValue(), stored[i + 2]));
    }
    return inner.isEmpty() ? FLAT : new ArchiveLayout(inner);
  }

  /** The stored form. */
  public Long[] stored() {
    return inner.stream()
        .flatMap(each -> List.of((long) each.member(), (long) each.files(), each.bytes()).stream())
        .toArray(Long[]::new);
  }

  /**
   * How many files there are on all levels.
   *
   * @param members of the outer archive
   */
  public int files(int members) {
    return members + inner.stream().mapToInt(each -> each.files() - 1).sum();
  }

  /**
   * Where the file of a number lies.
   *
   * @param number from 1, over all levels in the order of the archives' directories
   */
  public Place place(int number) {
    int before = 0;
    long bytes = 0;
    for (Inner each : inner) {
      int first = each.member() + before;
      if (number < first) {
        break;
      }
      if (number < first + each.files()) {
        return new Place(each.member(), number - first + 1, bytes);
      }
      before += each.files() - 1;
      bytes += each.bytes();
    }
    return new Place(number - before, 0, bytes);
  }
}
