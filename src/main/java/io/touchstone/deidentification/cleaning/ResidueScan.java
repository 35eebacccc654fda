package io.touchstone.deidentification.cleaning;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Looks for values in an object wherever they may be left: as they are, in several codings, in the
 * members of archives and in compressed streams within one another. It knows no format, so that it
 * sees what a cleaner that misunderstood one has left behind.
 */
public final class ResidueScan {

  /** Bytes of codings that are looked for in one pass: a few dozen megabytes of tables. */
  private static final int AT_ONCE = 100_000;

  /** Bytes that are looked at of what an object unpacks to. */
  private static final long MOST = 256L << 20;

  /** Characters of a value that are looked for: where its beginning stands, it was left. */
  private static final int LONGEST = 32;

  private final List<String> values;
  private final Optional<Charset> encoding;

  private ResidueScan(Collection<String> values, Optional<Charset> encoding) {
    this.encoding = encoding;
    this.values = List.copyOf(new LinkedHashSet<>(values));
  }

  /**
   * A search for these; short ones come about by chance.
   *
   * @param values each of at least five characters
   */
  public static ResidueScan of(Collection<String> values) {
    return of(values, Optional.empty());
  }

  /**
   * A search for these in one more encoding.
   *
   * @param encoding what the project's texts are written in that are not UTF-8
   */
  public static ResidueScan of(Collection<String> values, Optional<Charset> encoding) {
    return new ResidueScan(values, encoding);
  }

  /**
   * Those that stand in an object: in UTF-8, Latin-1, UTF-16, the project's own encoding,
   * hexadecimal, Base64 at any alignment or percent-encoded, broken into lines or not, packed three
   * times at most. Of what the object unpacks to the first 256 MiB are looked at.
   */
  public List<String> in(byte[] object) {
    List<String> left = new ArrayList<>();
    int from = 0;
    while (from < values.size()) {
      BytePatterns.Builder patterns = new BytePatterns.Builder();
      int to = from;
      while (to < values.size() && (to == from || patterns.size() < AT_ONCE)) {
        String value = values.get(to);
        String beginning = value.substring(0, Math.min(LONGEST, value.length()));
        for (byte[] coded : Codings.of(beginning, encoding)) {
          patterns.add(coded, to);
        }
        to++;
      }
      BitSet found = new PackedSearch(patterns.build(), MOST).search(object);
      found.stream().mapToObj(values::get).forEach(left::add);
      from = to;
    }
    return left;
  }
}
