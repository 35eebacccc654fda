package io.touchstone.deidentification.cleaning.ocr;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Invented letters, screens and badges as pictures, with where each value stands in them. */
public final class PrintedPictures {

  private static final String[] FONTS = {
    "DejaVu Sans",
    "DejaVu Serif",
    "DejaVu Sans Mono",
    "Liberation Sans",
    "Liberation Serif",
    "Liberation Mono",
    "Liberation Sans Narrow",
    "DejaVu Sans Condensed"
  };
  private static final String[] GIVEN = {
    "Anna", "Thomas", "Maria", "Jonathan", "Katharina", "Michael", "Elizabeth", "Stefan", "Julia",
    "Robert", "Hannah", "William", "Claudia", "Peter", "Margaret", "Sebastian", "Laura", "Andrew"
  };
  private static final String[] SURNAMES = {
    "Kowalski", "Schneider", "Thompson", "Fischer", "Henderson", "Zimmermann", "Garcia", "Wagner",
    "Robinson", "Hoffmann", "Patterson", "Schulz", "Campbell", "Krüger", "Mitchell", "Lehmann"
  };

  private PrintedPictures() {}

  /**
   * A value and where its letters are.
   *
   * @param kind NAME, PHONE, MEDICAL_RECORD or EMAIL
   * @param area around its letters alone
   */
  public record Planted(String kind, String value, Shape area) {}

  /**
   * A picture.
   *
   * @param look what it is like, for the report
   * @param height of a line of its text in pixels
   * @param lines its text as it was written
   */
  public record Printed(
      BufferedImage image, String look, int height, List<Planted> planted, List<String> lines) {}

  /** How a picture is made worse. */
  public record Harm(double degrees, double noise, boolean dark, boolean jpeg) {

    /** As it was drawn. */
    public static final Harm NONE = new Harm(0, 0, false, false);
  }

  /** Number {@code seed} of an endless row of pictures of all kinds. */
  public static Printed of(int seed) {
    Random random = new Random(7919L * seed + 17);
    int[] sizes = {12, 14, 16, 20, 24, 28, 32, 40};
    int size = sizes[seed % sizes.length];
    Harm harm =
        new Harm(
            seed % 3 == 1 ? random.nextDouble() * 4 - 2 : 0,
            seed % 4 == 2 ? 6 + random.nextDouble() * 6 : 0,
            seed % 5 == 3,
            seed % 2 == 1);
    String font = FONTS[(seed / 3) % FONTS.length];
    return drawn(text(seed % 4, random), new Font(font, Font.PLAIN, size), harm, random);
  }

  /** One picture of given lines; what stands in {@code {KIND|...}} is planted. */
  public static Printed drawn(List<String> lines, Font font, Harm harm, Random random) {
    FontRenderContext context = new FontRenderContext(new AffineTransform(), true, true);
    double pitch = font.getSize() * 1.7;
    double margin = font.getSize() * 2;
    double widest = 0;
    for (String line : lines) {
      widest = Math.max(widest, font.getStringBounds(plain(line), context).getWidth());
    }
    int width = (int) Math.ceil(widest + 2 * margin);
    int height = (int) Math.ceil(lines.size() * pitch + 2 * margin);
    AffineTransform turn =
        AffineTransform.getRotateInstance(Math.toRadians(harm.degrees()), width / 2., height / 2.);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(harm.dark() ? new Color(30, 34, 50) : new Color(250, 249, 244));
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(harm.dark() ? new Color(235, 235, 230) : new Color(25, 25, 30));
    List<Planted> planted = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      double base = margin + pitch * i + font.getSize();
      double x = margin;
      for (String part : lines.get(i).split("(?=\\{)|(?<=\\})")) {
        boolean value = part.startsWith("{");
        String text = value ? part.substring(part.indexOf('|') + 1, part.length() - 1) : part;
        GlyphVector glyphs = font.createGlyphVector(context, text);
        graphics.fill(turn.createTransformedShape(glyphs.getOutline((float) x, (float) base)));
        if (value) {
          Rectangle2D box = glyphs.getOutline((float) x, (float) base).getBounds2D();
          planted.add(
              new Planted(
                  part.substring(1, part.indexOf('|')), text, turn.createTransformedShape(box)));
        }
        x += glyphs.getLogicalBounds().getWidth();
      }
      plain.add(plain(lines.get(i)));
    }
    graphics.dispose();
    noise(image, harm.noise(), random);
    String look = font.getName() + " " + font.getSize() + " " + harm;
    return new Printed(
        harm.jpeg() ? compressed(image) : image, look, font.getSize(), planted, plain);
  }

  private static String plain(String line) {
    return line.replaceAll("\\{[A-Z_]+\\|([^}]*)\\}", "$1");
  }

  private static List<String> text(int kind, Random random) {
    String given = GIVEN[random.nextInt(GIVEN.length)];
    String surname = SURNAMES[random.nextInt(SURNAMES.length)];
    String name = "{NAME|" + given + " " + surname + "}";
    String phone = "{PHONE|+1 202 555 01" + (10 + random.nextInt(90)) + "}";
    String record = "{MEDICAL_RECORD|" + (10_000_000 + random.nextInt(89_999_999)) + "}";
    String mail =
        "{EMAIL|"
            + ascii(given + "." + surname).toLowerCase(java.util.Locale.ROOT)
            + "@example.org}";
    return switch (kind) {
      case 0 ->
          List.of(
              "Department of Cardiology",
              "",
              "Dear Dr. {NAME|" + SURNAMES[random.nextInt(SURNAMES.length)] + "},",
              "",
              "thank you for referring Mr " + name + ", who was seen in",
              "our clinic last week. The echocardiogram showed a normal",
              "ejection fraction. MRN: " + record + ".",
              "Please call " + phone + " or write to",
              mail + " to arrange the next visit.",
              "",
              "With kind regards");
      case 1 ->
          List.of(
              "Patient: " + name,
              "MRN: " + record + "   Ward: 4B",
              "Phone: " + phone,
              "E-mail: " + mail,
              "Status: admitted   Diet: vegetarian");
      case 2 -> List.of("Northfield Hospital", "Dr. " + name, "Phone: " + phone, "Radiology");
      default ->
          List.of(
              "Discharge summary",
              "Name: " + name,
              "MRN: " + record,
              "The wound was clean and dry at discharge.",
              "Contact: " + mail,
              "Tel. " + phone);
    };
  }

  private static String ascii(String text) {
    return text.replace("ü", "ue").replace("ö", "oe").replace("ä", "ae");
  }

  private static void noise(BufferedImage image, double deviation, Random random) {
    if (deviation <= 0) {
      return;
    }
    int[] row = new int[3 * image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRaster().getPixels(0, y, image.getWidth(), 1, row);
      for (int i = 0; i < row.length; i++) {
        row[i] = (int) Math.max(0, Math.min(255, row[i] + random.nextGaussian() * deviation));
      }
      image.getRaster().setPixels(0, y, image.getWidth(), 1, row);
    }
  }

  /** As a JPEG of quality .7 shows it. */
  private static BufferedImage compressed(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(.7f);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
      out.flush();
      return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }
}
