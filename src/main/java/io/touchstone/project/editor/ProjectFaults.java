package io.touchstone.project.editor;

import io.touchstone.platform.StartRefused;
import io.touchstone.platform.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a project, each with the place where it is mended. */
final class ProjectFaults {

  private static final Pattern KEY = Pattern.compile("the key \"([^\"]+)\"");
  private static final Pattern LINE = Pattern.compile("line (\\d+)");
  private static final int SHOWN = 50;

  private final List<Fault> all = new ArrayList<>();

  /**
   * One of them.
   *
   * @param where a key of project.yaml, or a file
   * @param line of the file; 0 where there is none
   */
  record Fault(String where, int line, String sentence) {}

  /** What a reader of files has said. */
  void add(StartRefused fault) {
    String[] sentences = fault.getMessage().split("\n\\s*");
    boolean headed = sentences.length > 1;
    for (int i = headed ? 1 : 0; i < sentences.length; i++) {
      add(sentences[i]);
    }
  }

  /** A sentence that begins with a file, and a line where there is one. */
  void add(String sentence) {
    String plain = sentence.replaceFirst("^(A gold item is wrong: )?", "");
    Matcher key = KEY.matcher(plain);
    Matcher line = LINE.matcher(plain);
    String file = plain.replaceFirst(":.*", "").replaceFirst(".*/", "");
    boolean inSettings = file.equals("project.yaml") && key.find();
    all.add(
        new Fault(
            inSettings ? key.group(1) : file,
            line.find() ? Integer.parseInt(line.group(1)) : 0,
            plain.replaceFirst("^\\S*/([a-z]+\\.[a-z]+: )", "$1")));
  }

  /** At most 50. */
  List<Fault> shown() {
    return all.stream().limit(SHOWN).toList();
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Refuses with 422 unless there are none. */
  void refuse(String what) {
    if (!all.isEmpty()) {
      throw new Refusal(
          422, "project-wrong", what + " " + all.get(0).sentence(), Map.of("faults", shown()));
    }
  }
}
