package io.touchstone.deidentification.cleaning.pdf.copy;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.NotCleanable;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.pdf.page.Budget;
import io.touchstone.deidentification.cleaning.pdf.page.Copying;
import io.touchstone.deidentification.cleaning.pdf.page.Counts;
import io.touchstone.deidentification.cleaning.pdf.page.NotCopyable;
import io.touchstone.deidentification.cleaning.pdf.page.PicturePixels;
import io.touchstone.deidentification.cleaning.pdf.page.PlainJpeg;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Copies pictures. Each is looked at by the cleaner of pictures; one that comes back with the same
 * pixels keeps its samples, and one that is refused goes. A JPEG stays one.
 */
public final class PictureCopier {

  /** Smaller ones, in pixels a side, show nobody. */
  private static final int SMALLEST = 16;

  private final CleaningTools tools;
  private final Counts counts;
  private final MaskReading masks;

  public PictureCopier(CleaningTools tools, Counts counts) {
    this.masks = new MaskReading(tools);
    this.tools = tools;
    this.counts = counts;
  }

  /** Empty if the picture goes. */
  Optional<COSBase> copy(COSStream given, ColourCopier colours) throws IOException {
    int width = given.getInt(COSName.WIDTH, 0);
    int height = given.getInt(COSName.HEIGHT, 0);
    if (width <= 0 || height <= 0) {
      return Optional.empty();
    }
    if ((long) width * height > Budget.PIXELS) {
      throw new NotCleanable(
          Quarantine.TOO_MANY_PIXELS,
          "a picture in it has more than 50 million pixels. Send it with a smaller one.");
    }
    if (tools.readsPictures() && !isSmall(given) && masks.hideText(given)) {
      // What is drawn through a mask is covered where the page shows it.
      throw new NotCopyable("mask with text that has to go");
    }
    try {
      Optional<COSStream> copy =
          given.getBoolean(COSName.IMAGE_MASK, false)
              ? Optional.of(samples(given, colours))
              : isJpeg(given) ? jpeg(given, colours) : looked(given, colours);
      if (copy.isEmpty()) {
        counts.removed("picture");
      }
      return copy.map(c -> c);
    } catch (NotCleanable e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      counts.removed("picture-unreadable");
      return Optional.empty();
    }
  }

  private static boolean isJpeg(COSStream given) {
    List<COSName> filters = new PDStream(given).getFilters();
    return !filters.isEmpty() && COSName.DCT_DECODE.equals(filters.get(filters.size() - 1));
  }

  private Optional<COSStream> jpeg(COSStream given, ColourCopier colours) throws IOException {
    byte[] raw;
    try (InputStream in =
        new PDStream(given).createInputStream(List.of(COSName.DCT_DECODE.getName()))) {
      raw = in.readNBytes(Copying.MAXIMUM_BYTES);
    }
    Optional<PlainJpeg> plain = PlainJpeg.of(raw);
    if (plain.isEmpty()) {
      return looked(given, colours);
    }
    counts.removed("picture-metadata", plain.get().dropped());
    if (isSmall(given)) {
      return Optional.of(jpeg(given, colours, plain.get(), plain.get()));
    }
    Optional<Cleaning.Cleaned> cleaned = clean(plain.get().bytes());
    if (cleaned.isEmpty()) {
      return Optional.empty();
    }
    Optional<PlainJpeg> result =
        cleaned.get().type() == ObjectType.JPEG
            ? PlainJpeg.of(cleaned.get().object())
            : Optional.empty();
    return Optional.of(
        result.isPresent()
            ? jpeg(given, colours, plain.get(), result.get())
            : pixels(given, colours, PicturePixels.read(cleaned.get().object())));
  }

  private COSStream jpeg(COSStream given, ColourCopier colours, PlainJpeg before, PlainJpeg after)
      throws IOException {
    COSStream copy = frame(given, after.width(), after.height(), colours);
    if (before.components() == after.components()) {
      copy.setItem(COSName.COLORSPACE, space(given, colours));
      Copying.numbers(given, copy, "Decode");
    } else {
      copy.setItem(
          COSName.COLORSPACE, after.components() == 1 ? COSName.DEVICEGRAY : COSName.DEVICERGB);
    }
    copy.setInt(COSName.BITS_PER_COMPONENT, 8);
    copy.setItem(COSName.FILTER, COSName.DCT_DECODE);
    Copying.name(given, copy, "Intent", "Perceptual");
    if (given.getDictionaryObject(COSName.DECODE_PARMS)
        instanceof org.apache.pdfbox.cos.COSDictionary parameters) {
      org.apache.pdfbox.cos.COSDictionary kept = new org.apache.pdfbox.cos.COSDictionary();
      Copying.numbers(parameters, kept, "ColorTransform");
      if (kept.size() > 0) {
        copy.setItem(COSName.DECODE_PARMS, kept);
      }
    }
    try (OutputStream out = copy.createRawOutputStream()) {
      out.write(after.bytes());
    }
    return copy;
  }

  private static boolean isSmall(COSStream given) {
    return given.getInt(COSName.WIDTH, 0) < SMALLEST || given.getInt(COSName.HEIGHT, 0) < SMALLEST;
  }

  private Optional<COSStream> looked(COSStream given, ColourCopier colours) throws IOException {
    if (isSmall(given)) {
      return Optional.of(samples(given, colours));
    }
    BufferedImage image = new PDImageXObject(new PDStream(given), null).getOpaqueImage(null, 1);
    Optional<Cleaning.Cleaned> cleaned = clean(PicturePixels.png(image));
    if (cleaned.isEmpty()) {
      return Optional.empty();
    }
    BufferedImage result = PicturePixels.read(cleaned.get().object());
    return Optional.of(
        PicturePixels.areSame(image, result) && !isPacked(given)
            ? samples(given, colours)
            : pixels(given, colours, result));
  }

  /** What its filter unpacks to is not what the dictionary says. */
  private static boolean isPacked(COSStream given) {
    List<COSName> filters = new PDStream(given).getFilters();
    return filters.contains(COSName.JPX_DECODE) || filters.contains(COSName.DCT_DECODE);
  }

  private Optional<Cleaning.Cleaned> clean(byte[] picture) {
    if (tools.nested(picture) instanceof Cleaning.Cleaned cleaned && cleaned.type().isImage()) {
      counts.add(cleaned);
      return Optional.of(cleaned);
    }
    return Optional.empty();
  }

  /** The picture with its samples as they are, unpacked and packed again: nothing hides behind. */
  private COSStream samples(COSStream given, ColourCopier colours) throws IOException {
    int width = given.getInt(COSName.WIDTH);
    int height = given.getInt(COSName.HEIGHT);
    COSStream copy = frame(given, width, height, colours);
    boolean mask = given.getBoolean(COSName.IMAGE_MASK, false);
    int components = 1;
    int bits = 1;
    if (mask) {
      copy.setBoolean(COSName.IMAGE_MASK, true);
    } else {
      COSBase space = space(given, colours);
      copy.setItem(COSName.COLORSPACE, space);
      components = ColourCopier.components(space);
      bits = Math.min(16, Math.max(1, given.getInt(COSName.BITS_PER_COMPONENT, 1)));
    }
    copy.setInt(COSName.BITS_PER_COMPONENT, bits);
    Copying.numbers(given, copy, "Decode");
    long size = ((long) width * components * bits + 7) / 8 * height;
    byte[] all = Copying.decoded(given, 4 * Copying.MAXIMUM_BYTES);
    Copying.write(copy, all.length > size ? Arrays.copyOf(all, (int) size) : all);
    return copy;
  }

  private COSStream pixels(COSStream given, ColourCopier colours, BufferedImage image)
      throws IOException {
    COSStream copy = frame(given, image.getWidth(), image.getHeight(), colours);
    copy.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
    copy.setInt(COSName.BITS_PER_COMPONENT, 8);
    Copying.write(copy, PicturePixels.samples(image));
    return copy;
  }

  private static COSBase space(COSStream given, ColourCopier colours) throws IOException {
    COSBase space = given.getDictionaryObject(COSName.COLORSPACE);
    if (space == null) {
      throw new NotCopyable("picture without colours");
    }
    return colours.space(space);
  }

  private COSStream frame(COSStream given, int width, int height, ColourCopier colours)
      throws IOException {
    COSStream copy = new COSStream();
    copy.setItem(COSName.TYPE, COSName.XOBJECT);
    copy.setItem(COSName.SUBTYPE, COSName.IMAGE);
    copy.setInt(COSName.WIDTH, width);
    copy.setInt(COSName.HEIGHT, height);
    Copying.numbers(given, copy, "Interpolate");
    for (COSName key : List.of(COSName.SMASK, COSName.MASK)) {
      COSBase mask = given.getDictionaryObject(key);
      if (mask instanceof COSStream stream && mask != given) {
        copy.setItem(key, mask(stream, colours));
      } else if (mask instanceof COSArray && key == COSName.MASK) {
        Copying.numbers(given, copy, "Mask");
      }
    }
    return copy;
  }

  /** A mask has no mask. */
  private COSStream mask(COSStream given, ColourCopier colours) throws IOException {
    if ((long) given.getInt(COSName.WIDTH, 0) * given.getInt(COSName.HEIGHT, 0) > Budget.PIXELS) {
      throw new NotCopyable("mask");
    }
    COSStream plain = given;
    if (given.containsKey(COSName.SMASK) || given.containsKey(COSName.MASK)) {
      throw new NotCopyable("mask of a mask");
    }
    COSStream copy = samples(plain, colours);
    Copying.numbers(given, copy, "Matte");
    return copy;
  }
}
