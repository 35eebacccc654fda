package io.touchstone.project.folder;

import io.touchstone.deidentification.operator.DeidentificationRules.Listed;
import io.touchstone.platform.StartRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code deny.txt} and {@code allow.txt}: a string a line, "=" before it if capitals count.
 */
final class StringListFile {

  private static final int SHORTEST = 2;
  private static final Pattern LINE = Pattern.compile("(=?)(?:\\[([A-Z][A-Z0-9_]{0,39})] ?)?(.*)");

  private StringListFile() {}

  /**
   * @param file its name, for sentences
   * @throws StartRefused for a string of one character, with its line and without the string
   */
  static List<Listed> parse(String file, String text) {
    List<Listed> all = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher parts = LINE.matcher(line);
      if (!parts.matches() || parts.group(3).strip().length() < SHORTEST) {
        throw new StartRefused(
            "A list is wrong:\n  " + file + ": line " + (i + 1) + ": the string is too short.",
            "Give at least two characters, or remove the line, and start again.");
      }
      String type = parts.group(2) == null ? "OTHER" : parts.group(2);
      all.add(new Listed(parts.group(3).strip(), type, !parts.group(1).isEmpty()));
    }
    return all;
  }
}
