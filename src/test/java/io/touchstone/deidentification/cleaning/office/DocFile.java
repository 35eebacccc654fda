package io.touchstone.deidentification.cleaning.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Builds the smallest DOC that Word's format description ([MS-DOC]) allows. */
public final class DocFile {

  private static final int TEXT_AT = 1024;
  private static final int FCLCB_AT = 154;

  private final List<Run> runs = new ArrayList<>();
  private String header = "";
  private String orphan = "";

  private record Run(String text, byte[] properties) {}

  public DocFile text(String text) {
    runs.add(new Run(text, new byte[0]));
    return this;
  }

  /** Text that was deleted while changes were tracked: sprmCFRMarkDel. */
  public DocFile deleted(String text) {
    runs.add(new Run(text, new byte[] {0x00, 0x08, 1}));
    return this;
  }

  /** Hidden text: sprmCFVanish. */
  public DocFile hidden(String text) {
    runs.add(new Run(text, new byte[] {0x3C, 0x08, 1}));
    return this;
  }

  public DocFile header(String text) {
    header = text;
    return this;
  }

  /** Text in the stream that no piece refers to, as fast saving leaves it. */
  public DocFile orphan(String text) {
    orphan = text;
    return this;
  }

  public byte[] bytes() {
    StringBuilder all = new StringBuilder();
    runs.forEach(run -> all.append(run.text()));
    int body = all.length();
    all.append(header);
    int length = all.length();
    int chpxPage = (TEXT_AT + 2 * (length + orphan.length())) / 512 + 1;
    ByteBuffer main = little((chpxPage + 2) * 512);
    main.putShort(0, (short) 0xA5EC).putShort(2, (short) 0xC1).putShort(10, (short) 0x0200);
    main.putInt(24, TEXT_AT).putInt(28, TEXT_AT + 2 * length);
    main.putShort(32, (short) 14).putShort(62, (short) 22);
    main.putInt(64, main.capacity()).putInt(76, body).putInt(84, header.length());
    main.putShort(152, (short) 0x5D);
    main.put(TEXT_AT, (all + orphan).getBytes(StandardCharsets.UTF_16LE));
    characters(main, chpxPage * 512, length);
    paragraphs(main, (chpxPage + 1) * 512, all.toString());
    return container(main.array(), table(main, length, chpxPage));
  }

  private void characters(ByteBuffer main, int page, int length) {
    int count = runs.size() + (header.isEmpty() ? 0 : 1);
    int at = TEXT_AT;
    int free = 510;
    for (int i = 0; i < count; i++) {
      main.putInt(page + 4 * i, at);
      boolean isBody = i < runs.size();
      at += 2 * (isBody ? runs.get(i).text().length() : header.length());
      byte[] properties = isBody ? runs.get(i).properties() : new byte[0];
      if (properties.length > 0) {
        free = (free - properties.length - 1) & ~1;
        main.put(page + free, (byte) properties.length);
        main.put(page + free + 1, properties);
        main.put(page + 4 * (count + 1) + i, (byte) (free / 2));
      }
    }
    main.putInt(page + 4 * count, TEXT_AT + 2 * length);
    main.put(page + 511, (byte) count);
  }

  private static void paragraphs(ByteBuffer main, int page, String text) {
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\r') {
        ends.add(TEXT_AT + 2 * (i + 1));
      }
    }
    main.putInt(page, TEXT_AT);
    for (int i = 0; i < ends.size(); i++) {
      main.putInt(page + 4 * (i + 1), ends.get(i));
    }
    main.put(page + 511, (byte) ends.size());
  }

  private static byte[] table(ByteBuffer main, int length, int chpxPage) {
    ByteBuffer table = little(1024);
    entry(
        main,
        table,
        33,
        little(21)
            .put((byte) 2)
            .putInt(16)
            .putInt(0)
            .putInt(length)
            .putShort((short) 0)
            .putInt(TEXT_AT)
            .putShort((short) 0));
    ByteBuffer pages = little(12).putInt(TEXT_AT).putInt(TEXT_AT + 2 * length);
    entry(main, table, 12, pages.putInt(chpxPage));
    pages = little(12).putInt(TEXT_AT).putInt(TEXT_AT + 2 * length);
    entry(main, table, 13, pages.putInt(chpxPage + 1));
    entry(main, table, 6, little(20).putInt(0).putInt(length).putShort((short) 0).putInt(-1));
    entry(main, table, 1, little(20).putShort((short) 18).putShort((short) 0).putShort((short) 10));
    entry(main, table, 15, little(4));
    entry(main, table, 31, little(500));
    return table.array();
  }

  /** Puts a structure into the table stream and its place into the file information block. */
  private static void entry(ByteBuffer main, ByteBuffer table, int number, ByteBuffer structure) {
    main.putInt(FCLCB_AT + 8 * number, table.position());
    main.putInt(FCLCB_AT + 8 * number + 4, structure.capacity());
    table.put(structure.array());
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] container(byte[] main, byte[] table) {
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      container.createDocument(new ByteArrayInputStream(padded(main)), "WordDocument");
      container.createDocument(new ByteArrayInputStream(padded(table)), "1Table");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      container.writeFilesystem(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] padded(byte[] stream) {
    return java.util.Arrays.copyOf(stream, Math.max(4096, stream.length));
  }
}
