package io.touchstone.deidentification.cleaning.office.container;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Writes a container that is the same for the same parts: one date, no comments, no extras. */
public final class ArchiveWriter {

  private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final SeekableInMemoryByteChannel bytes = new SeekableInMemoryByteChannel();
  private final ZipArchiveOutputStream zip;

  public ArchiveWriter() throws IOException {
    zip = new ZipArchiveOutputStream(bytes);
    zip.setUseZip64(Zip64Mode.Never);
    zip.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.NEVER);
  }

  public void add(String name, byte[] content) throws IOException {
    ZipArchiveEntry entry = entry(name);
    entry.setMethod(ZipArchiveEntry.DEFLATED);
    write(entry, content);
  }

  /** Adds a part that is packed already. */
  public void add(String name, NewPackage.Packed packed) throws IOException {
    ZipArchiveEntry entry = entry(name);
    entry.setMethod(ZipArchiveEntry.DEFLATED);
    entry.setSize(packed.size());
    entry.setCompressedSize(packed.bytes().length);
    entry.setCrc(packed.crc());
    zip.addRawArchiveEntry(entry, new ByteArrayInputStream(packed.bytes()));
  }

  /** Adds a part without compression, as formats want it for the one that names the format. */
  public void addStored(String name, byte[] content) throws IOException {
    ZipArchiveEntry entry = entry(name);
    entry.setMethod(ZipArchiveEntry.STORED);
    CRC32 sum = new CRC32();
    sum.update(content);
    entry.setCrc(sum.getValue());
    entry.setSize(content.length);
    write(entry, content);
  }

  public byte[] toByteArray() throws IOException {
    zip.finish();
    byte[] buffer = bytes.array();
    byte[] written = new byte[(int) bytes.size()];
    System.arraycopy(buffer, 0, written, 0, written.length);
    return written;
  }

  private static ZipArchiveEntry entry(String name) {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setTimeLocal(DATE);
    return entry;
  }

  private void write(ZipArchiveEntry entry, byte[] content) throws IOException {
    zip.putArchiveEntry(entry);
    zip.write(content);
    zip.closeArchiveEntry();
  }
}
