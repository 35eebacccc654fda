package io.touchstone.deidentification.cleaning.pdf.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;

/** Copies entries that hold nothing but numbers, switches and known names. */
public final class Copying {

  /** Most bytes of a stream that is no picture. */
  public static final int MAXIMUM_BYTES = 64 * 1024 * 1024;

  private Copying() {}

  /** Numbers, switches, and arrays of them. */
  public static void numbers(COSDictionary from, COSDictionary to, String... keys) {
    for (String key : keys) {
      COSName name = COSName.getPDFName(key);
      COSBase value = from.getDictionaryObject(name);
      if (value instanceof COSNumber || value instanceof COSBoolean) {
        to.setItem(name, value);
      } else if (value instanceof COSArray array) {
        to.setItem(name, numbers(array, 4));
      }
    }
  }

  static COSArray numbers(COSArray from, int depth) {
    COSArray to = new COSArray();
    for (int i = 0; i < from.size(); i++) {
      COSBase entry = from.getObject(i);
      if (entry instanceof COSNumber || entry instanceof COSBoolean) {
        to.add(entry);
      } else if (entry instanceof COSArray inner && depth > 0) {
        to.add(numbers(inner, depth - 1));
      }
    }
    return to;
  }

  /** A name if it is one of those. */
  public static void name(COSDictionary from, COSDictionary to, String key, String... values) {
    COSName name = COSName.getPDFName(key);
    if (from.getDictionaryObject(name) instanceof COSName value) {
      for (String known : values) {
        if (value.getName().equals(known)) {
          to.setItem(name, value);
        }
      }
    }
  }

  /** A new stream of these bytes, compressed. */
  public static COSStream stream(byte[] content) throws IOException {
    COSStream stream = new COSStream();
    write(stream, content);
    return stream;
  }

  public static void write(COSStream stream, byte[] content) throws IOException {
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(content);
    }
  }

  /** Decoded content, at most so many bytes. */
  public static byte[] decoded(COSStream stream, int most) throws IOException {
    try (InputStream in = stream.createInputStream()) {
      byte[] content = in.readNBytes(most + 1);
      if (content.length > most) {
        throw new NotCopyable("stream of more than " + most + " bytes");
      }
      return content;
    }
  }

  public static int integer(COSDictionary from, String key, int otherwise) {
    return from.getDictionaryObject(COSName.getPDFName(key)) instanceof COSNumber number
        ? number.intValue()
        : otherwise;
  }

  public static COSInteger number(long value) {
    return COSInteger.get(value);
  }
}
