package io.touchstone.deidentification.cleaning.pdf.copy;

import io.touchstone.deidentification.cleaning.pdf.page.Copying;
import io.touchstone.deidentification.cleaning.pdf.page.NotCopyable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** Copies functions of colours: numbers, and programs of the operators of a calculator. */
final class FunctionCopier {

  private static final Set<String> CALCULATOR =
      Set.of(
          ("abs add atan ceiling cos cvi cvr div exp floor idiv ln log mod mul neg round sin sqrt"
                  + " sub truncate and bitshift eq false ge gt le lt ne not or true xor if ifelse"
                  + " copy dup exch index pop roll { }")
              .split(" "));

  private FunctionCopier() {}

  static COSBase function(COSBase given) throws IOException {
    return function(given, 5);
  }

  private static COSBase function(COSBase given, int depth) throws IOException {
    if (COSName.IDENTITY.equals(given)) {
      return given;
    }
    if (given instanceof COSArray array && depth > 0) {
      COSArray copy = new COSArray();
      for (int i = 0; i < array.size(); i++) {
        copy.add(function(array.getObject(i), depth - 1));
      }
      return copy;
    }
    if (depth == 0 || !(given instanceof COSDictionary dictionary)) {
      throw new NotCopyable("function");
    }
    int kind = Copying.integer(dictionary, "FunctionType", -1);
    COSDictionary copy = kind == 0 || kind == 4 ? new COSStream() : new COSDictionary();
    Copying.numbers(dictionary, copy, "FunctionType", "Domain", "Range");
    switch (kind) {
      case 0 -> {
        Copying.numbers(dictionary, copy, "Size", "BitsPerSample", "Order", "Encode", "Decode");
        Copying.write((COSStream) copy, samples(dictionary));
      }
      case 2 -> Copying.numbers(dictionary, copy, "C0", "C1", "N");
      case 3 -> {
        Copying.numbers(dictionary, copy, "Bounds", "Encode");
        copy.setItem(
            COSName.FUNCTIONS,
            function(dictionary.getDictionaryObject(COSName.FUNCTIONS), depth - 1));
      }
      case 4 -> Copying.write((COSStream) copy, program(dictionary));
      default -> throw new NotCopyable("function");
    }
    return copy;
  }

  private static byte[] samples(COSDictionary dictionary) throws IOException {
    if (!(dictionary instanceof COSStream stream)) {
      throw new NotCopyable("function");
    }
    return Copying.decoded(stream, 4 << 20);
  }

  /** Anything that is no number and no operator, comments among them, goes. */
  private static byte[] program(COSDictionary dictionary) throws IOException {
    String given = new String(samples(dictionary), StandardCharsets.ISO_8859_1);
    StringBuilder program = new StringBuilder();
    for (String line : given.split("[\r\n]")) {
      int comment = line.indexOf('%');
      String code = comment < 0 ? line : line.substring(0, comment);
      for (String token : code.replace("{", " { ").replace("}", " } ").split("[\\s\\x00]+")) {
        if (CALCULATOR.contains(token) || isNumber(token)) {
          program.append(token).append(' ');
        }
      }
    }
    return program.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean isNumber(String token) {
    return !token.isEmpty()
        && token.length() < 24
        && token.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+');
  }
}
