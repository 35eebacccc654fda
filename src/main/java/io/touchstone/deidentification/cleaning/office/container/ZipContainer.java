package io.touchstone.deidentification.cleaning.office.container;

import io.touchstone.deidentification.cleaning.NotCleanable;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import io.touchstone.deidentification.cleaning.office.xml.XmlReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts of a ZIP container, unpacked one at a time. What a header says about sizes is not
 * believed: bytes are counted as they come out.
 */
public final class ZipContainer implements AutoCloseable {

  static final int MOST_ENTRIES = 10_000;

  /** Bytes of all parts together. */
  static final long MOST_UNPACKED = 256L << 20;

  /** Bytes of one part. */
  static final long MOST_OF_A_PART = 64L << 20;

  /** Unpacked to packed, counted above {@link #RATIO_COUNTS_ABOVE}. */
  static final long HIGHEST_RATIO = 100;

  static final long RATIO_COUNTS_ABOVE = 1 << 20;

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
  private long unpacked;

  private ZipContainer(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * Opens a container and looks at its table of contents.
   *
   * @throws NotCleanable if it is encrypted, a bomb, or names its parts in a way that nobody should
   */
  public static ZipContainer open(byte[] object) throws IOException {
    ZipFile zip;
    try {
      zip =
          ZipFile.builder()
              .setSeekableByteChannel(new SeekableInMemoryByteChannel(object))
              .setIgnoreLocalFileHeader(true)
              .get();
    } catch (IOException | RuntimeException e) {
      throw NotCleanable.unreadable("its container is damaged.");
    }
    ZipContainer archive = new ZipContainer(zip);
    try {
      archive.list();
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
    return archive;
  }

  private void list() throws IOException {
    List<ZipArchiveEntry> all = new ArrayList<>();
    zip.getEntries().asIterator().forEachRemaining(all::add);
    if (all.size() > MOST_ENTRIES) {
      throw bomb("it has more than 10,000 parts.");
    }
    long declared = 0;
    Set<String> names = new HashSet<>();
    for (ZipArchiveEntry entry : all) {
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw NotCleanable.encrypted();
      }
      String name = entry.getName().replace('\\', '/');
      if (isBad(name) || entry.isUnixSymlink()) {
        throw NotCleanable.unreadable("a part of it has a path that leads out of it.");
      }
      if (!names.add(name.toLowerCase(Locale.ROOT))) {
        throw NotCleanable.unreadable("two parts of it have the same name.");
      }
      declared += Math.max(0, entry.getSize());
      if (!entry.isDirectory()) {
        entries.put(name, entry);
      }
    }
    if (declared > MOST_UNPACKED) {
      throw bomb("it unpacks to more than 256 MiB.");
    }
  }

  private static boolean isBad(String name) {
    return name.isEmpty()
        || name.startsWith("/")
        || name.indexOf('\0') >= 0
        || name.matches("[A-Za-z]:.*")
        || List.of(name.split("/", -1)).contains("..");
  }

  /** Names of all parts, folders left out, in the order of the container. */
  public List<String> names() {
    return List.copyOf(entries.keySet());
  }

  public boolean has(String name) {
    return entries.containsKey(name);
  }

  /** A part as a stream that is counted; empty if there is none of that name. */
  public Optional<InputStream> stream(String name) throws IOException {
    ZipArchiveEntry entry = entries.get(name);
    if (entry == null) {
      return Optional.empty();
    }
    if (!zip.canReadEntryData(entry)) {
      throw NotCleanable.unreadable("a part of it is packed in an unusual way.");
    }
    try {
      return Optional.of(new Counted(zip.getInputStream(entry), entry.getCompressedSize()));
    } catch (RuntimeException e) {
      throw NotCleanable.unreadable("a part of it is damaged.");
    }
  }

  /** A part as a whole. */
  public Optional<byte[]> bytes(String name) throws IOException {
    Optional<InputStream> stream = stream(name);
    if (stream.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = stream.get()) {
      return Optional.of(in.readAllBytes());
    }
  }

  /** The relations that a part with that name lists. */
  public List<Element> relations(String file) throws IOException {
    Optional<byte[]> xml = bytes(file);
    return xml.isEmpty() ? List.of() : XmlReader.read(xml.get()).elements();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static NotCleanable bomb(String what) {
    return new NotCleanable(Quarantine.BOMB, what + " Split the document and send the pieces.");
  }

  /** Counts what comes out of a part and stops where it is too much. */
  private final class Counted extends FilterInputStream {

    private final long packed;
    private long out;

    Counted(InputStream in, long packed) {
      super(in);
      this.packed = Math.max(1, packed);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read;
      try {
        read = super.read(into, from, length);
      } catch (RuntimeException e) {
        throw NotCleanable.unreadable("a part of it is damaged.");
      }
      if (read > 0) {
        count(read);
      }
      return read;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(int read) throws IOException {
      out += read;
      unpacked += read;
      if (out > RATIO_COUNTS_ABOVE && out / packed > HIGHEST_RATIO) {
        throw bomb("a part of it unpacks to more than 100 times its size.");
      }
      if (unpacked > MOST_UNPACKED) {
        throw bomb("it unpacks to more than 256 MiB.");
      }
      if (out > MOST_OF_A_PART) {
        throw NotCleanable.tooLarge("a part of it is larger than 64 MiB.");
      }
    }
  }
}
