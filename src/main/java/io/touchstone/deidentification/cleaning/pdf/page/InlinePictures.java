package io.touchstone.deidentification.cleaning.pdf.page;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** Makes pictures that stand in the content itself to objects, so that one code cleans both. */
public final class InlinePictures {

  private static final Map<String, String> FILTERS =
      Map.of(
          "AHx", "ASCIIHexDecode",
          "A85", "ASCII85Decode",
          "LZW", "LZWDecode",
          "Fl", "FlateDecode",
          "RL", "RunLengthDecode",
          "CCF", "CCITTFaxDecode",
          "DCT", "DCTDecode");

  private static final Map<String, String> SPACES =
      Map.of("G", "DeviceGray", "RGB", "DeviceRGB", "CMYK", "DeviceCMYK", "I", "Indexed");

  private static final Map<String, String> KEYS =
      Map.of(
          "W", "Width",
          "H", "Height",
          "BPC", "BitsPerComponent",
          "D", "Decode",
          "IM", "ImageMask",
          "I", "Interpolate",
          "DP", "DecodeParms");

  private InlinePictures() {}

  public static Optional<COSStream> asObject(Operator operator, Optional<COSDictionary> resources) {
    COSDictionary given = operator.getImageParameters();
    byte[] data = operator.getImageData();
    if (given == null || data == null) {
      return Optional.empty();
    }
    COSStream picture = new COSStream();
    picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
    for (Map.Entry<COSName, COSBase> entry : given.entrySet()) {
      String key = entry.getKey().getName();
      COSBase value = entry.getValue();
      if (key.equals("F") || key.equals("Filter")) {
        picture.setItem(COSName.FILTER, longNames(value, FILTERS));
      } else if (key.equals("CS") || key.equals("ColorSpace")) {
        picture.setItem(COSName.COLORSPACE, space(value, resources));
      } else {
        picture.setItem(COSName.getPDFName(KEYS.getOrDefault(key, key)), value);
      }
    }
    try (OutputStream raw = picture.createRawOutputStream()) {
      raw.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(picture);
  }

  private static COSBase space(COSBase value, Optional<COSDictionary> resources) {
    if (value instanceof COSName name && !SPACES.containsKey(name.getName())) {
      return ResourceNames.lookup(resources, "ColorSpace", name).orElse(value);
    }
    return longNames(value, SPACES);
  }

  private static COSBase longNames(COSBase value, Map<String, String> names) {
    if (value instanceof COSName name) {
      return COSName.getPDFName(names.getOrDefault(name.getName(), name.getName()));
    }
    if (value instanceof COSArray array) {
      COSArray all = new COSArray();
      array.forEach(entry -> all.add(longNames(entry, names)));
      return all;
    }
    return value;
  }
}
