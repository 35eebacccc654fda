package io.touchstone.deidentification.cleaning.pdf.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceEntry;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/** Draws words into a rectangle, as a viewer does with an answer that nothing draws. */
final class WrittenAnswer {

  private static final double LARGEST = 10;
  private static final double SMALLEST = 4;
  private static final double LEADING = 1.15;

  private final PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

  private WrittenAnswer() {}

  /** Empty where the words are not in Latin letters, or have no room. */
  static Optional<PDAppearanceStream> of(String words, PDRectangle room) throws IOException {
    return new WrittenAnswer().drawn(words.strip(), room);
  }

  /** A look that consists of one form. */
  static PDAppearanceDictionary appearance(PDAppearanceStream form) {
    PDAppearanceDictionary look = new PDAppearanceDictionary();
    look.setNormalAppearance(new PDAppearanceEntry(form.getCOSObject()));
    return look;
  }

  private Optional<PDAppearanceStream> drawn(String words, PDRectangle room) throws IOException {
    CharsetEncoder latin = java.nio.charset.Charset.forName("windows-1252").newEncoder();
    String plain = words.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    if (!latin.canEncode(plain) || !plain.replace("\n", "").chars().allMatch(this::isDrawn)) {
      return Optional.empty();
    }
    double size = Math.min(LARGEST, 0.8 * room.getHeight());
    List<String> lines = lines(plain, size, room.getWidth() - 4);
    while (size > SMALLEST && lines.size() * size * LEADING > room.getHeight()) {
      size -= 0.5;
      lines = lines(plain, size, room.getWidth() - 4);
    }
    if (size < SMALLEST || lines.size() * size > room.getHeight()) {
      return Optional.empty();
    }
    return Optional.of(form(lines, size, room));
  }

  private boolean isDrawn(int letter) {
    try {
      font.encode(Character.toString(letter));
      return letter >= ' ';
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private List<String> lines(String text, double size, double width) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n")) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.split(" ")) {
        if (line.length() > 0 && font.getStringWidth(line + " " + word) / 1000 * size > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.length() > 0 ? " " : "").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private PDAppearanceStream form(List<String> lines, double size, PDRectangle room)
      throws IOException {
    StringBuilder content = new StringBuilder();
    content.append(
        String.format(
            Locale.ROOT,
            "0 g BT /F1 %.2f Tf %.2f TL 2 %.2f Td\n",
            size,
            size * LEADING,
            room.getHeight() - size));
    for (String line : lines) {
      content.append('<').append(HexFormat.of().formatHex(font.encode(line))).append("> Tj T*\n");
    }
    content.append("ET\n");
    COSStream stream = new COSStream();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(content.toString().getBytes(StandardCharsets.US_ASCII));
    Copying.write(stream, bytes.toByteArray());
    stream.setItem(COSName.TYPE, COSName.XOBJECT);
    stream.setItem(COSName.SUBTYPE, COSName.FORM);
    PDAppearanceStream form = new PDAppearanceStream(stream);
    form.setBBox(new PDRectangle(room.getWidth(), room.getHeight()));
    PDResources resources = new PDResources();
    resources.put(COSName.getPDFName("F1"), font);
    form.setResources(resources);
    return form;
  }
}
