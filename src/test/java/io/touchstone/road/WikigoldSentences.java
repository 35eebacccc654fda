package io.touchstone.road;

import io.touchstone.answer.spans.Span;
import io.touchstone.project.Label;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.ProjectSettingsBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Sentences of Wikipedia in which names are marked: wikigold (Balasuriya and others, 2009, CC BY
 * 4.0). One word and its tag a line, an empty line after each sentence; words are put together with
 * single blanks here, and neighbouring words under the same tag are one name.
 */
final class WikigoldSentences {

  static final String PROJECT = "wikigold";

  private static final String FILE = "wikigold.conll.txt";

  private WikigoldSentences() {}

  /** A sentence with its true spans, in order. */
  record Sentence(String id, String text, List<Span> spans) {}

  /** So many different sentences after a shuffle that is always the same. */
  static List<Sentence> read(Path folder, int count) throws IOException {
    Map<String, Sentence> byText = new LinkedHashMap<>();
    List<String[]> words = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(FILE))) {
      if (line.isBlank()) {
        add(words, byText);
      } else {
        words.add(line.strip().split(" "));
      }
    }
    add(words, byText);
    List<Sentence> all = new ArrayList<>(byText.values());
    Collections.shuffle(all, new Random(2009));
    return all.subList(0, count);
  }

  private static void add(List<String[]> words, Map<String, Sentence> byText) {
    if (!words.isEmpty()) {
      Sentence sentence = sentence("s" + (byText.size() + 1), words);
      byText.putIfAbsent(sentence.text(), sentence);
      words.clear();
    }
  }

  private static Sentence sentence(String id, List<String[]> words) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    String before = "O";
    for (String[] word : words) {
      String tag = word[1];
      text.append(text.isEmpty() ? "" : " ");
      int start = length(text);
      text.append(word[0]);
      if (!tag.equals("O")) {
        boolean goesOn = tag.equals(before);
        int begin = goesOn ? spans.remove(spans.size() - 1).start() : start;
        String label = tag.substring(tag.indexOf('-') + 1).toLowerCase(Locale.ROOT);
        String covered = text.substring(text.offsetByCodePoints(0, begin));
        spans.add(new Span(begin, length(text), label, covered));
      }
      before = tag;
    }
    return new Sentence(id, text.toString(), List.copyOf(spans));
  }

  private static int length(StringBuilder text) {
    return text.codePointCount(0, text.length());
  }

  /** The project in which the four kinds of names are marked, three people a sentence. */
  static ProjectSettings project() {
    return ProjectSettingsBuilder.ofSpans(PROJECT, false)
        .described(
            "Names in sentences",
            "Which people, organisations and places a sentence of Wikipedia names.")
        .labels(
            List.of(
                new Label("per", "Person", ""),
                new Label("org", "Organisation", ""),
                new Label("loc", "Place", ""),
                new Label("misc", "Other name", "")))
        .asWritten("The sentences are published, and their names are what is to be marked.")
        .annotatorsPerItem(3, 3)
        .pace(20, 30, 2)
        .published("CC-BY-4.0", "Wikipedia", "nobody@example.org")
        .recognise(ProjectSettings.ByContext.DEFAULT)
        .build();
  }
}
