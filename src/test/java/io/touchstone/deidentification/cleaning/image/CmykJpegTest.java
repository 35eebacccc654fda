package io.touchstone.deidentification.cleaning.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.ObjectType;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

/** Pictures for printers, in four inks, are seen as they would be printed. */
class CmykJpegTest {

  /** Half of the cyan and a tenth of the black: red 255 (1 - .5) (1 - .1) and so on. */
  private static final int[] INKS = {128, 0, 0, 26};

  private static final int[] SEEN = {114, 229, 229};

  @Test
  void inks_become_light() throws IOException {
    assertSeen(jpeg(INKS));
  }

  @Test
  void inks_that_adobe_stores_inverted_become_the_same_light() throws IOException {
    int[] inverted = new int[4];
    for (int i = 0; i < 4; i++) {
      inverted[i] = 255 - INKS[i];
    }
    byte[] plain = jpeg(inverted);
    // Marker APP14, "Adobe", version 100, two flags, transform 0 (Adobe Technical Note 5116).
    ByteBuffer marked = ByteBuffer.allocate(plain.length + 16);
    marked.put(plain, 0, 2).putShort((short) 0xffee).putShort((short) 14);
    marked.put(new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0});

    assertSeen(marked.put(plain, 2, plain.length - 2).array());
  }

  private static void assertSeen(byte[] jpeg) throws IOException {
    try (PictureFile file = PictureFile.open(jpeg, ObjectType.JPEG)) {
      BufferedImage image = file.read(0);
      int rgb = image.getRGB(20, 20);
      for (int i = 0; i < 3; i++) {
        int light = rgb >> 16 - 8 * i & 255;
        assertThat(light).isBetween(SEEN[i] - 3, SEEN[i] + 3);
      }
    }
  }

  private static byte[] jpeg(int[] inks) throws IOException {
    WritableRaster raster =
        Raster.createWritableRaster(new BandedSampleModel(DataBuffer.TYPE_BYTE, 40, 40, 4), null);
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 40; x++) {
        raster.setPixel(x, y, inks);
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(raster, null, null), null);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
