package io.touchstone.deidentification.cleaning.pdf.copy;

import io.touchstone.deidentification.cleaning.pdf.page.Copying;
import io.touchstone.deidentification.cleaning.pdf.page.NotCopyable;
import java.io.IOException;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/**
 * Copies colour spaces without names of inks, profiles and comments. A profile (ICCBased) carries
 * texts and private tags, and gives way to the device's space of as many components: colours may
 * shift a little, no letter stays.
 */
final class ColourCopier {

  private static final Set<String> DEVICE =
      Set.of("DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern");

  private static final Map<String, String> SHORT =
      Map.of(
          "G", "DeviceGray",
          "RGB", "DeviceRGB",
          "CMYK", "DeviceCMYK",
          "CalGray", "DeviceGray",
          "CalRGB", "DeviceRGB",
          "CalCMYK", "DeviceCMYK");

  private static final Set<String> INKS =
      Set.of("All", "None", "Cyan", "Magenta", "Yellow", "Black", "Red", "Green", "Blue", "Gray");

  private static final int DEPTH = 6;

  private final Map<COSBase, COSBase> copied = new IdentityHashMap<>();

  /** A colour space, or the one that is closest to it. */
  COSBase space(COSBase given) throws IOException {
    COSBase known = copied.get(given);
    if (known == null) {
      known = space(given, DEPTH);
      copied.put(given, known);
    }
    return known;
  }

  private COSBase space(COSBase given, int depth) throws IOException {
    if (given instanceof COSName name) {
      String device = SHORT.getOrDefault(name.getName(), name.getName());
      if (DEVICE.contains(device)) {
        return COSName.getPDFName(device);
      }
    }
    if (depth == 0 || !(given instanceof COSArray array) || array.size() == 0) {
      throw new NotCopyable("colour space");
    }
    String kind = array.getObject(0) instanceof COSName name ? name.getName() : "";
    if (array.size() == 1) {
      return space(array.getObject(0), depth - 1);
    }
    return switch (kind) {
      case "CalGray", "CalRGB", "Lab" -> calibrated(kind, array.getObject(1));
      case "ICCBased" -> profile(array.getObject(1), depth);
      case "Indexed", "I" -> indexed(array, depth);
      case "Separation", "DeviceN" -> inks(kind, array, depth);
      case "Pattern" -> of("Pattern", space(array.getObject(1), depth - 1));
      default -> throw new NotCopyable("colour space");
    };
  }

  private static COSArray of(String kind, COSBase... entries) {
    COSArray array = new COSArray();
    array.add(COSName.getPDFName(kind));
    array.addAll(Arrays.asList(entries));
    return array;
  }

  private static COSBase calibrated(String kind, COSBase given) throws NotCopyable {
    if (!(given instanceof COSDictionary dictionary)) {
      throw new NotCopyable("calibrated colour space");
    }
    COSDictionary copy = new COSDictionary();
    Copying.numbers(dictionary, copy, "WhitePoint", "BlackPoint", "Gamma", "Matrix", "Range");
    return of(kind, copy);
  }

  private COSBase profile(COSBase given, int depth) throws IOException {
    if (!(given instanceof COSStream profile)) {
      throw new NotCopyable("profile");
    }
    COSBase other = profile.getDictionaryObject(COSName.ALTERNATE);
    if (other instanceof COSArray array
        && array.getObject(0) instanceof COSName kind
        && kind.getName().equals("Lab")) {
      return space(other, depth - 1);
    }
    return switch (profile.getInt(COSName.N)) {
      case 1 -> COSName.DEVICEGRAY;
      case 3 -> COSName.DEVICERGB;
      case 4 -> COSName.DEVICECMYK;
      default -> throw new NotCopyable("profile");
    };
  }

  private COSBase indexed(COSArray given, int depth) throws IOException {
    if (given.size() < 4 || !(given.getObject(2) instanceof COSInteger highest)) {
      throw new NotCopyable("palette");
    }
    COSBase base = space(given.getObject(1), depth - 1);
    int colours = Math.min(Math.max(highest.intValue(), 0), 255) + 1;
    byte[] table =
        given.getObject(3) instanceof COSStream stream
            ? Copying.decoded(stream, 1 << 20)
            : given.getObject(3) instanceof COSString string ? string.getBytes() : new byte[0];
    byte[] used = Arrays.copyOf(table, Math.min(table.length, colours * components(base)));
    return of("Indexed", base, Copying.number(colours - 1L), Copying.stream(used));
  }

  private COSBase inks(String kind, COSArray given, int depth) throws IOException {
    if (given.size() < 4) {
      throw new NotCopyable("inks");
    }
    COSBase names;
    if (given.getObject(1) instanceof COSArray all) {
      COSArray array = new COSArray();
      for (int i = 0; i < all.size(); i++) {
        array.add(ink(all.getObject(i), i));
      }
      names = array;
    } else {
      names = ink(given.getObject(1), 0);
    }
    return of(
        kind,
        names,
        space(given.getObject(2), depth - 1),
        FunctionCopier.function(given.getObject(3)));
  }

  private static COSName ink(COSBase given, int index) {
    return given instanceof COSName name && INKS.contains(name.getName())
        ? name
        : COSName.getPDFName("Ink" + (index + 1));
  }

  /** Numbers per colour. */
  static int components(COSBase space) {
    if (space instanceof COSName name) {
      return name.equals(COSName.DEVICEGRAY) ? 1 : name.equals(COSName.DEVICECMYK) ? 4 : 3;
    }
    COSArray array = (COSArray) space;
    return switch (array.getName(0)) {
      case "CalGray", "Indexed", "Separation" -> 1;
      case "DeviceN" -> ((COSArray) array.getObject(1)).size();
      default -> 3;
    };
  }
}
