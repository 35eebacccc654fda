package io.touchstone.operation;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows that hold invented addresses and names and nothing else of which a part is "plant", so that
 * each of them can be found again wherever it should not be.
 */
final class PlantedRows {

  /** What is planted, in any case of letters. */
  static final Pattern PLANTED = Pattern.compile("(?i)plantxyz|plantworth");

  private static final int NAMES = 40;

  private PlantedRows() {}

  /** A JSON Lines file of so many rows, of which the first has this number. */
  static String file(int first, int rows) {
    return IntStream.range(first, first + rows)
        .mapToObj(PlantedRows::row)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** A name without its first letter, which is a p. */
  static String name(int number) {
    return "lantworth" + (char) ('a' + number % NAMES % 20) + (char) ('a' + number % 2);
  }

  private static String row(int number) {
    String name = name(number / 5);
    return switch (number % 5) {
      case 0 -> row(number, "t" + number, "write to plantxyz%d@example.org about it");
      case 1 -> row(number, "t" + number, "order %d of Mr P" + name + " came on Monday");
      case 2 -> row(number, "t" + number, "parcel %d for p" + name + " is late");
      case 3 -> row(number, "p" + name + "-" + number, "number %d says nothing of anybody");
      default -> "{\"text\": \"this row %d of plantxyz@example.org breaks off".formatted(number);
    };
  }

  private static String row(int number, String id, String text) {
    return "{\"id\": \"%s\", \"text\": \"%s\"}".formatted(id, text.formatted(number));
  }
}
