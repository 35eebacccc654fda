package io.touchstone.deidentification.cleaning.pdf;

import io.touchstone.deidentification.cleaning.pdf.copy.ResourceCopier;
import io.touchstone.deidentification.cleaning.pdf.copy.ScriptWriter;
import io.touchstone.deidentification.cleaning.pdf.page.Copying;
import io.touchstone.deidentification.cleaning.pdf.page.NotCopyable;
import io.touchstone.deidentification.cleaning.pdf.page.PageReading;
import io.touchstone.deidentification.cleaning.pdf.page.Script;
import io.touchstone.deidentification.cleaning.pdf.page.Tag;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Makes the pages of the new document. */
final class PageWriter {

  private final ResourceCopier resources;

  PageWriter(ResourceCopier resources) {
    this.resources = resources;
  }

  /**
   * The page with the letters that stay, and the tags above them.
   *
   * @throws NotCopyable if something that it uses cannot be copied
   */
  PDPage page(PDPage given, PageReading reading, List<Tag> tags) throws IOException {
    COSDictionary page = new COSDictionary();
    page.setItem(COSName.TYPE, COSName.PAGE);
    page.setItem(COSName.MEDIA_BOX, given.getMediaBox().getCOSArray());
    page.setItem(COSName.CROP_BOX, given.getCropBox().getCOSArray());
    if (given.getRotation() != 0) {
      page.setInt(COSName.ROTATE, given.getRotation());
    }
    Copying.numbers(given.getCOSObject(), page, "UserUnit");
    resources.group(given.getCOSObject()).ifPresent(group -> page.setItem(COSName.GROUP, group));
    ScriptWriter writer = new ScriptWriter(resources);
    writer.plain("q");
    writer.write(reading.script);
    writer.plain("Q");
    for (Script note : reading.notes) {
      writer.plain("q");
      writer.write(note);
      writer.plain("Q");
    }
    writer.paint(tags);
    page.setItem(COSName.RESOURCES, writer.resources());
    page.setItem(COSName.CONTENTS, Copying.stream(writer.content()));
    return new PDPage(page);
  }

  /** A page that is a picture, with the tags above it. */
  PDPage page(PagePicture picture, List<Tag> tags) throws IOException {
    COSStream image = new COSStream();
    image.setItem(COSName.TYPE, COSName.XOBJECT);
    image.setItem(COSName.SUBTYPE, COSName.IMAGE);
    image.setInt(COSName.WIDTH, picture.jpeg().width());
    image.setInt(COSName.HEIGHT, picture.jpeg().height());
    image.setInt(COSName.BITS_PER_COMPONENT, 8);
    image.setItem(
        COSName.COLORSPACE,
        picture.jpeg().components() == 1 ? COSName.DEVICEGRAY : COSName.DEVICERGB);
    image.setItem(COSName.FILTER, COSName.DCT_DECODE);
    try (OutputStream out = image.createRawOutputStream()) {
      out.write(picture.jpeg().bytes());
    }
    ScriptWriter writer = new ScriptWriter(resources);
    writer.plain("q");
    writer.number("cm", picture.width(), 0, 0, picture.height(), 0, 0);
    writer.image(image);
    writer.plain("Q");
    writer.paint(tags.stream().map(tag -> moved(tag, picture.toPicture())).toList());
    COSDictionary page = new COSDictionary();
    page.setItem(COSName.TYPE, COSName.PAGE);
    page.setItem(
        COSName.MEDIA_BOX, new PDRectangle(picture.width(), picture.height()).getCOSArray());
    page.setItem(COSName.RESOURCES, writer.resources());
    page.setItem(COSName.CONTENTS, Copying.stream(writer.content()));
    return new PDPage(page);
  }

  private static Tag moved(Tag tag, AffineTransform by) {
    AffineTransform place = new AffineTransform(by);
    place.concatenate(tag.place());
    return new Tag(tag.text(), place, tag.width(), tag.size());
  }
}
