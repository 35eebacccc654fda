package io.touchstone.deidentification.cleaning;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All that a stranger can read of an object, with programs that share no code with ours. */
public final class OutsideView {

  /** A body of a mail in Base64. */
  private static final Pattern CODED =
      Pattern.compile("(?is)content-transfer-encoding: *base64.*?\r\n\r\n([A-Za-z0-9+/=\\s]+)");

  private final Path folder;
  private final OutsideTools tools;

  /**
   * @param folder for what the programs write
   */
  public OutsideView(Path folder) {
    this.folder = folder;
    this.tools = new OutsideTools(folder);
  }

  /** The bytes, and what is packed, coded or drawn in them. */
  public String of(byte[] object) throws IOException {
    String raw = new String(object, UTF_8);
    Path file = Files.write(folder.resolve("seen"), object);
    if (raw.startsWith("PK")) {
      return raw + OutsideTools.text(tools.members(file));
    }
    if (raw.startsWith("%PDF")) {
      return raw
          + OutsideTools.text(tools.textOfPdf(file))
          + new String(tools.unpackedPdf(file), ISO_8859_1);
    }
    StringBuilder all = new StringBuilder(raw);
    Matcher coded = CODED.matcher(raw);
    while (coded.find()) {
      all.append('\n').append(of(Base64.getMimeDecoder().decode(coded.group(1))));
    }
    return all.toString();
  }
}
