package io.touchstone.deidentification.cleaning.pdf.copy;

import io.touchstone.deidentification.cleaning.pdf.page.NotCopyable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes TrueType and OpenType fonts anew with the tables that show glyphs and no other. */
final class FontTables {

  private static final Set<String> KEPT =
      Set.of(
          "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep", "vhea",
          "vmtx", "OS/2", "post", "CFF ", "VORG", "gasp");

  private static final int HEAD_CHECKSUM = 8;
  private static final int HEAD_DATES = 20;
  private static final int POST_HEADER = 32;

  private FontTables() {}

  static byte[] kept(byte[] font) throws IOException {
    Map<String, byte[]> tables = tables(font);
    if (!tables.containsKey("head") || !tables.containsKey("maxp")) {
      if (!tables.containsKey("CFF ")) {
        throw new NotCopyable("font without its tables");
      }
    }
    byte[] head = tables.get("head");
    if (head != null) {
      ByteBuffer.wrap(head).putInt(HEAD_CHECKSUM, 0);
      ByteBuffer.wrap(head).putLong(HEAD_DATES, 0).putLong(HEAD_DATES + 8, 0);
    }
    if (tables.containsKey("cmap") && tables.containsKey("post")) {
      tables.put("post", withoutNames(tables.get("post")));
    }
    if (tables.containsKey("OS/2") && tables.get("OS/2").length >= 62) {
      ByteBuffer.wrap(tables.get("OS/2")).putInt(58, 0x20202020);
    }
    if (tables.containsKey("CFF ")) {
      CompactFont.blank(tables.get("CFF "));
    }
    return written(ByteBuffer.wrap(font).getInt(0), tables);
  }

  private static Map<String, byte[]> tables(byte[] font) throws NotCopyable {
    ByteBuffer in = ByteBuffer.wrap(font);
    int kind = in.getInt(0);
    if (kind != 0x00010000 && kind != 0x4F54544F && kind != 0x74727565) {
      throw new NotCopyable("font of an unknown form");
    }
    Map<String, byte[]> tables = new TreeMap<>();
    int count = in.getShort(4) & 0xffff;
    for (int i = 0; i < count; i++) {
      int entry = 12 + 16 * i;
      String tag = new String(font, entry, 4, StandardCharsets.ISO_8859_1);
      long offset = in.getInt(entry + 8) & 0xffffffffL;
      long length = in.getInt(entry + 12) & 0xffffffffL;
      if (KEPT.contains(tag) && offset < font.length) {
        byte[] table = new byte[(int) Math.min(length, font.length - offset)];
        System.arraycopy(font, (int) offset, table, 0, table.length);
        tables.put(tag, table);
      }
    }
    return tables;
  }

  /** Version 3 of the table has no names of glyphs. */
  private static byte[] withoutNames(byte[] post) {
    byte[] header = java.util.Arrays.copyOf(post, POST_HEADER);
    ByteBuffer.wrap(header).putInt(0, 0x00030000);
    return header;
  }

  private static byte[] written(int kind, Map<String, byte[]> tables) {
    int size = 12 + 16 * tables.size();
    for (byte[] table : tables.values()) {
      size += (table.length + 3) & ~3;
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    int power = Integer.highestOneBit(tables.size());
    out.putInt(kind).putShort((short) tables.size()).putShort((short) (power * 16));
    out.putShort((short) Integer.numberOfTrailingZeros(power));
    out.putShort((short) (tables.size() * 16 - power * 16));
    int at = 12 + 16 * tables.size();
    for (Map.Entry<String, byte[]> table : tables.entrySet()) {
      byte[] content = table.getValue();
      out.put(table.getKey().getBytes(StandardCharsets.ISO_8859_1));
      out.putInt(checksum(content)).putInt(at).putInt(content.length);
      System.arraycopy(content, 0, out.array(), at, content.length);
      at += (content.length + 3) & ~3;
    }
    return out.array();
  }

  private static int checksum(byte[] table) {
    int sum = 0;
    for (int i = 0; i < table.length; i++) {
      sum += (table[i] & 0xff) << (24 - 8 * (i % 4));
    }
    return sum;
  }
}
