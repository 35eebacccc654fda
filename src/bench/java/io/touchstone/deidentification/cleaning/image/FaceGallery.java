package io.touchstone.deidentification.cleaning.image;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Portraits with known faces and backgrounds without any. */
public record FaceGallery(List<Portrait> portraits, List<BufferedImage> backgrounds) {

  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;
  private static final int DRAWN = 20;

  /** A picture of one face, which is a square from eyebrows to chin. */
  public record Portrait(BufferedImage image, int left, int top, int side) {}

  /**
   * Those of the folder that the property {@code faces} names; otherwise the two that come with the
   * tests, on drawn backgrounds.
   */
  public static FaceGallery open() throws IOException {
    String folder = System.getProperty("faces", "");
    if (folder.isEmpty()) {
      System.out.println(
          "# Two portraits on drawn backgrounds. For figures that mean something start with"
              + " JDK_JAVA_OPTIONS=-Dfaces=FOLDER, a folder with portraits, portraits.csv"
              + " (file,left,top,side) and a folder backgrounds of pictures without faces.");
      try (InputStream list = FaceGallery.class.getResourceAsStream("/faces/portraits.csv")) {
        return new FaceGallery(
            portraits(list, name -> FaceGallery.class.getResourceAsStream("/faces/" + name)),
            drawn());
      }
    }
    Path path = Path.of(folder);
    try (InputStream list = Files.newInputStream(path.resolve("portraits.csv"));
        Stream<Path> files = Files.list(path.resolve("backgrounds"))) {
      List<BufferedImage> backgrounds = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        backgrounds.add(filling(ImageIO.read(file.toFile())));
      }
      return new FaceGallery(
          portraits(list, name -> Files.newInputStream(path.resolve(name))), backgrounds);
    }
  }

  public BufferedImage background(Random random) {
    return backgrounds.get(random.nextInt(backgrounds.size()));
  }

  /** Opens a picture by its name. */
  private interface Source {
    InputStream open(String name) throws IOException;
  }

  private static List<Portrait> portraits(InputStream list, Source source) throws IOException {
    List<String> lines =
        new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8)).lines().toList();
    List<Portrait> portraits = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      try (InputStream picture = source.open(cells[0])) {
        portraits.add(
            new Portrait(
                ImageIO.read(picture),
                Integer.parseInt(cells[1]),
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[3])));
      }
    }
    return portraits;
  }

  private static BufferedImage filling(BufferedImage image) {
    double scale = Math.max((double) WIDTH / image.getWidth(), (double) HEIGHT / image.getHeight());
    BufferedImage filled = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = filled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(
        image,
        0,
        0,
        (int) Math.ceil(image.getWidth() * scale),
        (int) Math.ceil(image.getHeight() * scale),
        null);
    graphics.dispose();
    return filled;
  }

  /** Slopes with shapes on them. */
  private static List<BufferedImage> drawn() {
    List<BufferedImage> drawn = new ArrayList<>();
    Random random = new Random(27);
    for (int i = 0; i < DRAWN; i++) {
      BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
      Graphics2D graphics = image.createGraphics();
      graphics.setPaint(new GradientPaint(0, 0, colour(random), WIDTH, HEIGHT, colour(random)));
      graphics.fillRect(0, 0, WIDTH, HEIGHT);
      for (int shape = 0; shape < 300; shape++) {
        graphics.setColor(colour(random));
        int size = 5 + random.nextInt(120);
        int x = random.nextInt(WIDTH);
        int y = random.nextInt(HEIGHT);
        if (random.nextBoolean()) {
          graphics.fillOval(x, y, size, 5 + random.nextInt(120));
        } else {
          graphics.drawLine(x, y, random.nextInt(WIDTH), random.nextInt(HEIGHT));
        }
      }
      graphics.dispose();
      drawn.add(image);
    }
    return drawn;
  }

  private static Color colour(Random random) {
    return new Color(random.nextInt(1 << 24));
  }
}
