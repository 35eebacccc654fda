package io.touchstone.deidentification.cleaning.image.face;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import org.opencv.imgproc.Imgproc;

/**
 * One network of the BlazeFace family (Bazarevsky et al., "BlazeFace: Sub-millisecond Neural Face
 * Detection on Mobile GPUs", 2019). For one thread at a time.
 */
final class FaceNet {

  /** Which network. */
  enum Range {
    /** Sees small faces, overlooks one that fills the picture. */
    FULL(
        "full-range.tflite",
        "99bf9494d84f50acc6617d89873f71bf6635a841ea699c17cb3377f9507cfec3",
        192,
        new int[][] {{4, 1}}),
    /** Sees faces near the camera. */
    SHORT(
        "short-range.tflite",
        "3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633",
        128,
        new int[][] {{8, 2}, {16, 6}});

    private final String resource;
    private final String sha256;
    private final int side;
    private final double[] anchors;

    Range(String resource, String sha256, int side, int[][] grids) {
      this.resource = resource;
      this.sha256 = sha256;
      this.side = side;
      this.anchors = anchors(side, grids);
    }

    /** Of the square that it is shown, in pixels. */
    int side() {
      return side;
    }

    /**
     * Middles of the cells, x and y in pixels of the network's input, in the order of its output.
     */
    private static double[] anchors(int side, int[][] grids) {
      List<Double> middles = new ArrayList<>();
      for (int[] grid : grids) {
        int stride = grid[0];
        for (int cell = 0; cell < (side / stride) * (side / stride); cell++) {
          for (int anchor = 0; anchor < grid[1]; anchor++) {
            middles.add((cell % (side / stride) + .5) * stride);
            middles.add((cell / (side / stride) + .5) * stride);
          }
        }
      }
      return middles.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  private static final int NUMBERS_OF_A_BOX = 16;

  /** Between the least and the greatest sample of a colour, of 255. */
  private static final int LEAST_CONTRAST = 10;

  /** Windows beside one another in a glance. */
  private static final int ACROSS = 4;

  /** Windows of a glance. */
  static final int AT_ONCE = ACROSS * ACROSS;

  private final Range range;
  private final Net net;
  private final List<String> outputs;

  /**
   * Loads the network.
   *
   * @throws IllegalStateException if it is not the one that was measured
   */
  FaceNet(Range range) {
    this.range = range;
    MatOfByte model = new MatOfByte(bytes(range));
    try {
      net = Dnn.readNetFromTFLite(model);
    } finally {
      model.release();
    }
    outputs = net.getUnconnectedOutLayersNames();
  }

  /**
   * Faces that are seen through a window, in pixels of the picture. The same face comes several
   * times.
   *
   * @param bgr the picture, three bytes a pixel, blue first
   * @param least score, above 0 and below 1
   */
  List<Box> find(Mat bgr, Window window, double least) {
    double scale = (double) range.side / window.side();
    Mat square = black();
    try {
      if (!draw(bgr, window, square)) {
        return List.of();
      }
      return answer(square, least).stream()
          .map(box -> box.placed(1 / scale, window.x(), window.y()))
          .toList();
    } finally {
      square.release();
    }
  }

  /**
   * Looks through {@value #AT_ONCE} windows or fewer at once, each scaled to a part of the input.
   *
   * @param least score, above 0 and below 1
   * @return what is seen through each, in pixels of the picture
   */
  List<List<Box>> glance(Mat bgr, List<Window> windows, double least) {
    Mat square = black();
    int cell = range.side / ACROSS;
    List<List<Box>> seen = new ArrayList<>();
    try {
      for (int i = 0; i < windows.size(); i++) {
        Mat part = square.submat(new Rect(i % ACROSS * cell, i / ACROSS * cell, cell, cell));
        draw(bgr, windows.get(i), part);
        part.release();
        seen.add(new ArrayList<>());
      }
      for (Box box : answer(square, least)) {
        int column = (int) (box.x() + box.width() / 2) / cell;
        int row = (int) (box.y() + box.height() / 2) / cell;
        int i = row * ACROSS + column;
        if (column < ACROSS && i < seen.size()) {
          Window window = windows.get(i);
          double scale = (double) window.side() / cell;
          seen.get(i)
              .add(
                  box.placed(1, -column * cell, -row * cell).placed(scale, window.x(), window.y()));
        }
      }
      return seen;
    } finally {
      square.release();
    }
  }

  private Mat black() {
    return new Mat(range.side, range.side, CvType.CV_8UC3, Scalar.all(0));
  }

  /** Scales what is seen into a black square; false if there is nothing to be seen. */
  private static boolean draw(Mat bgr, Window window, Mat square) {
    Rectangle seen = window.seen(bgr.width(), bgr.height());
    if (seen.isEmpty()) {
      return false;
    }
    Mat from = bgr.submat(seen.y, seen.y + seen.height, seen.x, seen.x + seen.width);
    Mat to = square.submat(target(seen, window, square.width()));
    try {
      // Smaller by the mean of what falls together, so that fine patterns make no false faces.
      Imgproc.resize(from, to, to.size(), 0, 0, Imgproc.INTER_AREA);
      return !isFlat(to);
    } finally {
      to.release();
      from.release();
    }
  }

  /** Sky, paper, a wall: the network sees no face at such contrast, and need not be asked. */
  private static boolean isFlat(Mat seen) {
    Mat channel = new Mat();
    try {
      for (int number = 0; number < seen.channels(); number++) {
        Core.extractChannel(seen, channel, number);
        Core.MinMaxLocResult range = Core.minMaxLoc(channel);
        if (range.maxVal - range.minVal >= LEAST_CONTRAST) {
          return false;
        }
      }
      return true;
    } finally {
      channel.release();
    }
  }

  private static Rect target(Rectangle seen, Window window, int side) {
    double scale = (double) side / window.side();
    int left = (int) Math.min(side - 1, Math.round((seen.x - window.x()) * scale));
    int top = (int) Math.min(side - 1, Math.round((seen.y - window.y()) * scale));
    int width = (int) Math.max(1, Math.round(seen.width * scale));
    int height = (int) Math.max(1, Math.round(seen.height * scale));
    return new Rect(left, top, Math.min(width, side - left), Math.min(height, side - top));
  }

  private List<Box> answer(Mat square, double least) {
    // Bytes: the network itself makes fractions of them, in less time.
    Mat input = Dnn.blobFromImage(square, 1, new Size(), Scalar.all(0), true, false, CvType.CV_8U);
    List<Mat> answers = new ArrayList<>();
    try {
      net.setInput(input, "", 1 / 127.5, Scalar.all(127.5));
      net.forward(answers, outputs);
      return boxes(answers, least);
    } finally {
      input.release();
      answers.forEach(Mat::release);
    }
  }

  private List<Box> boxes(List<Mat> answers, double least) {
    int cells = range.anchors.length / 2;
    float[] scores = numbers(answers, cells);
    double threshold = Math.log(least / (1 - least));
    int[] faces = IntStream.range(0, cells).filter(cell -> scores[cell] >= threshold).toArray();
    if (faces.length == 0) {
      return List.of();
    }
    float[] places = numbers(answers, cells * NUMBERS_OF_A_BOX);
    return IntStream.of(faces)
        .mapToObj(cell -> box(cell, places, 1 / (1 + Math.exp(-scores[cell]))))
        .toList();
  }

  /** The answer that has so many numbers. */
  private static float[] numbers(List<Mat> answers, int count) {
    float[] numbers = new float[count];
    for (Mat answer : answers) {
      if (answer.total() == count) {
        Mat row = answer.reshape(1, 1);
        row.get(0, 0, numbers);
        row.release();
      }
    }
    return numbers;
  }

  /** The network says where the middle lies from the cell's and how large the box is, in pixels. */
  private Box box(int cell, float[] places, double score) {
    int at = cell * NUMBERS_OF_A_BOX;
    double width = Math.max(1, places[at + 2]);
    double height = Math.max(1, places[at + 3]);
    double x = places[at] + range.anchors[2 * cell] - width / 2;
    double y = places[at + 1] + range.anchors[2 * cell + 1] - height / 2;
    return new Box(x, y, width, height, score);
  }

  private static byte[] bytes(Range range) {
    try (InputStream resource = FaceNet.class.getResourceAsStream("/faces/" + range.resource)) {
      byte[] bytes = resource.readAllBytes();
      String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      if (!sha256.equals(range.sha256)) {
        throw new IllegalStateException(
            "The face detector's network "
                + range.resource
                + " is not the one that was measured. Install the application anew.");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("The Java runtime lacks SHA-256.", e);
    }
  }
}
