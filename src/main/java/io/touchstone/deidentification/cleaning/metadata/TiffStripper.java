package io.touchstone.deidentification.cleaning.metadata;

import io.touchstone.deidentification.cleaning.ObjectType;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * TIFF (6.0): written anew, page by page, with the tags that are needed to show it and the coded
 * pixels, so that no gap keeps what nothing points to. BigTIFF, cameras' raw files and JPEG of the
 * old style are refused.
 */
final class TiffStripper implements Stripper {

  private static final int MOST_PAGES = 10_000;

  @Override
  public ObjectType type() {
    return ObjectType.TIFF;
  }

  @Override
  public Stripped strip(byte[] object) throws IOException {
    boolean little = Cursor.big(object).startsWith("II");
    Cursor file = little ? Cursor.little(object) : Cursor.big(object);
    if (!little && !file.startsWith("MM")) {
      throw new IOException("A TIFF does not begin as one.");
    }
    file.skip(2);
    int version = file.u16();
    if (version != 42) {
      throw new IOException("A TIFF is of a version that is not kept, such as BigTIFF.");
    }
    return pages(file, little, object);
  }

  private static Stripped pages(Cursor file, boolean little, byte[] object) throws IOException {
    Map<String, Integer> removed = new TreeMap<>();
    TiffWriter writer = new TiffWriter(little, object.length);
    Set<Long> seen = new HashSet<>();
    long place = file.u32();
    while (place != 0) {
      if (!seen.add(place) || seen.size() > MOST_PAGES || place > object.length) {
        throw new IOException("The pages of a TIFF follow each other without end.");
      }
      TiffPage page = TiffPage.read(file.from((int) place, little), removed);
      if (page.isPreview()) {
        if (seen.size() == 1) {
          throw new IOException("A TIFF begins with a preview, as cameras' raw files do.");
        }
        removed.merge("thumbnail", 1, Integer::sum);
      } else {
        page.write(writer);
      }
      place = page.next();
    }
    if (seen.isEmpty()) {
      throw new IOException("A TIFF has no page.");
    }
    return new Stripped(writer.written(), removed);
  }
}
