package io.touchstone.ingestion.object;

import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import io.touchstone.deidentification.cleaning.Quarantine;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The members of a ZIP in the order of its directory. Their names are never used, so a name cannot
 * lead anywhere and needs no rule.
 */
public final class ZipArchive implements Closeable {

  /** More than that are to be sent in several archives. */
  static final int MOST_MEMBERS = 10_000;

  private static final long MOST_UNPACKED_BYTES = 1L << 30;
  private static final int WIDEST_RATIO = 100;
  private static final int RATIO_MATTERS_FROM = 1 << 20;
  private static final byte[] BEGINNING = {'P', 'K', 3, 4};
  private static final Set<String> DOCUMENT_PARTS = Set.of("[Content_Types].xml", "mimetype");

  private final ZipFile zip;
  private final List<ZipArchiveEntry> members;
  private final long[] unpacked;

  private ZipArchive(ZipFile zip, List<ZipArchiveEntry> members) {
    this.zip = zip;
    this.members = members;
    this.unpacked = new long[members.size() + 1];
    for (int i = 0; i < members.size(); i++) {
      unpacked[i + 1] = unpacked[i] + Math.max(0, members.get(i).getSize());
    }
  }

  /** What reading a member came to. */
  sealed interface Member {

    /** Its whole content. */
    record Content(byte[] bytes) implements Member {}

    /** Why it is not looked at. */
    record Kept(Quarantined why) implements Member {}
  }

  /**
   * Opens an object as an archive.
   *
   * @return nothing if it is none: no ZIP, a damaged one, or a document that is a ZIP itself
   */
  public static Optional<ZipArchive> open(SeekableByteChannel channel) {
    try {
      ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get();
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      Set<String> names =
          entries.stream().map(ZipArchiveEntry::getName).collect(Collectors.toSet());
      if (entries.isEmpty() || !Collections.disjoint(names, DOCUMENT_PARTS)) {
        zip.close();
        return Optional.empty();
      }
      return Optional.of(
          new ZipArchive(zip, entries.stream().filter(e -> !e.isDirectory()).toList()));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Number of members; folders are none. */
  public int size() {
    return members.size();
  }

  /**
   * Reads a member.
   *
   * @param ordinal from 1
   * @param mostBytes largest content that is taken
   * @param before bytes that other archives of the delivery unpacked to before
   */
  Member member(int ordinal, int mostBytes, long before) {
    ZipArchiveEntry entry = members.get(ordinal - 1);
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return kept(
          Quarantine.ENCRYPTED, "the archive's member is encrypted. Send it without a password.");
    }
    if (entry.isUnixSymlink()) {
      return kept(
          Quarantine.UNSUPPORTED_TYPE, "the archive's member is a link. Send the file itself.");
    }
    if (entry.getSize() > mostBytes) {
      return tooLarge(mostBytes);
    }
    if (before + unpackedUpTo(ordinal) > MOST_UNPACKED_BYTES || isBomb(entry)) {
      return kept(
          Quarantine.BOMB,
          "the archive unpacks to far more than it is, or to more than 1 GiB. Send its files in"
              + " several archives.");
    }
    return read(entry, mostBytes);
  }

  private Member read(ZipArchiveEntry entry, int mostBytes) {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        return tooLarge(mostBytes);
      }
      if (entry.getSize() >= 0 && bytes.length != entry.getSize()) {
        return damaged();
      }
      return new Member.Content(bytes);
    } catch (IOException | RuntimeException e) {
      return damaged();
    }
  }

  /** Bytes that the members up to this one unpack to. */
  long unpackedUpTo(int ordinal) {
    return unpacked[ordinal];
  }

  /** Whether a member may be an archive, by its first bytes. */
  boolean beginsLikeArchive(int ordinal) {
    ZipArchiveEntry entry = members.get(ordinal - 1);
    if (entry.getGeneralPurposeBit().usesEncryption() || entry.isUnixSymlink()) {
      return false;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return Arrays.equals(in.readNBytes(BEGINNING.length), BEGINNING);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static boolean isBomb(ZipArchiveEntry entry) {
    return entry.getSize() > RATIO_MATTERS_FROM
        && entry.getSize() > WIDEST_RATIO * Math.max(1, entry.getCompressedSize());
  }

  private static Member tooLarge(int mostBytes) {
    return kept(Quarantine.TOO_LARGE, ObjectOutcome.tooLarge(mostBytes));
  }

  private static Member damaged() {
    return kept(
        Quarantine.UNREADABLE,
        "the archive's member cannot be unpacked. Pack the file again and send it.");
  }

  private static Member kept(Quarantine reason, String sentence) {
    return new Member.Kept(new Quarantined(reason, sentence));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
