package io.touchstone.deidentification.cleaning;

import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Text that does not say what it is written in: UTF-8 where it is that, because hardly any other
 * text is UTF-8 by chance, else what the project says. Nothing is guessed: a name in the wrong
 * characters is found by no recogniser and is readable for people all the same.
 */
public final class UndeclaredText {

  private UndeclaredText() {}

  /** What bytes were read as. */
  public sealed interface Reading {

    /** Their characters. */
    record Text(String text) implements Reading {}

    /** Why they are not read. */
    record Refused(Quarantined why) implements Reading {}
  }

  /**
   * Reads bytes strictly.
   *
   * @param encoding what the project's texts are written in that are not UTF-8
   */
  public static Reading read(byte[] bytes, Optional<Charset> encoding) {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    if (firstFault(bytes, StandardCharsets.UTF_8, text) < 0) {
      return new Reading.Text(text.flip().toString());
    }
    if (encoding.isEmpty()) {
      return refused(
          Quarantine.UNKNOWN_ENCODING,
          "it is text, not in UTF-8, and does not say what it is written in. Save it as UTF-8, or"
              + " name the encoding in the project's description (project.yaml: delivery,"
              + " encoding), and send it again.");
    }
    int fault = firstFault(bytes, encoding.get(), text.clear());
    return fault < 0
        ? new Reading.Text(text.flip().toString())
        : refused(
            Quarantine.UNREADABLE,
            ("the byte at offset %d stands for no character in %s, which the project's description"
                    + " names under delivery, encoding. Save it as UTF-8 and send it again.")
                .formatted(fault, encoding.get().name()));
  }

  /**
   * The offset of the first byte, from 0, that stands for no character; -1 if all do.
   *
   * @param text gets the characters; as long as the bytes
   */
  public static int firstFault(byte[] bytes, Charset charset, CharBuffer text) {
    CharsetDecoder strict = charset.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    return strict.decode(in, text, true).isError() ? in.position() : -1;
  }

  private static Reading refused(Quarantine reason, String sentence) {
    return new Reading.Refused(new Quarantined(reason, sentence));
  }
}
