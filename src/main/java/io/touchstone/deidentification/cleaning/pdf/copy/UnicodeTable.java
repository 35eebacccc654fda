package io.touchstone.deidentification.cleaning.pdf.copy;

import io.touchstone.deidentification.cleaning.pdf.page.Glyph;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** Writes what the codes of a font mean (ISO 32000-1, 9.10.3). */
final class UnicodeTable {

  /** Most entries of a block. */
  private static final int BLOCK = 100;

  private UnicodeTable() {}

  static byte[] of(Collection<Glyph> glyphs) {
    StringBuilder table =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            """);
    List<Integer> lengths = glyphs.stream().map(g -> g.bytes).distinct().sorted().toList();
    table.append(lengths.size()).append(" begincodespacerange\n");
    for (int length : lengths) {
      table.append('<').append("00".repeat(length)).append("> <");
      table.append("FF".repeat(length)).append(">\n");
    }
    table.append("endcodespacerange\n");
    List<Glyph> all = new ArrayList<>(glyphs);
    for (int from = 0; from < all.size(); from += BLOCK) {
      List<Glyph> block = all.subList(from, Math.min(from + BLOCK, all.size()));
      table.append(block.size()).append(" beginbfchar\n");
      for (Glyph glyph : block) {
        table.append('<').append(hex(glyph.code, glyph.bytes)).append("> <");
        byte[] text = glyph.text.getBytes(StandardCharsets.UTF_16BE);
        table.append(HexFormat.of().withUpperCase().formatHex(text)).append(">\n");
      }
      table.append("endbfchar\n");
    }
    table.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return table.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static String hex(int code, int bytes) {
    return HexFormat.of().withUpperCase().toHexDigits(code, bytes * 2);
  }
}
