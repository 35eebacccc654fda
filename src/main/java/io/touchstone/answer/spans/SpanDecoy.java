package io.touchstone.answer.spans;

import io.touchstone.answer.Draw;
import io.touchstone.answer.ItemText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Wrong spans that a model might have given: one with another label, or one that is left out or put
 * where nothing is.
 *
 * @param labels label ids
 * @param text of the item, as people see it
 */
record SpanDecoy(List<String> labels, String text, Draw draw) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,}");

  /** One span too many where there is none, or else one of them changed. */
  List<Span> other(List<Span> spans) {
    if (spans.isEmpty()) {
      return added();
    }
    Span changed = draw.pick(spans, "span");
    List<Span> others = new ArrayList<>(spans);
    others.remove(changed);
    List<Span> choices = new ArrayList<>();
    labels.stream()
        .filter(label -> !label.equals(changed.label()))
        .map(label -> new Span(changed.start(), changed.end(), label, changed.text()))
        .forEach(choices::add);
    choices.addAll(shortened(changed));
    if (!choices.isEmpty()) {
      others.add(draw.pick(choices, "change"));
    }
    return others;
  }

  /** The span without its first word, and without its last, where it has several. */
  private List<Span> shortened(Span span) {
    List<Span> words = words(span.text(), span.label());
    if (words.size() < 2) {
      return List.of();
    }
    ItemText item = new ItemText(text);
    int second = span.start() + words.get(1).start();
    int lastButOne = span.start() + words.get(words.size() - 2).end();
    return List.of(
        new Span(second, span.end(), span.label(), item.slice(second, span.end())),
        new Span(span.start(), lastButOne, span.label(), item.slice(span.start(), lastButOne)));
  }

  private List<Span> added() {
    List<Span> words = words(text, draw.pick(labels, "label"));
    return words.isEmpty() ? List.of() : List.of(draw.pick(words, "word"));
  }

  /** The words of a text as spans on it. */
  private static List<Span> words(String text, String label) {
    return WORD.matcher(text)
        .results()
        .map(word -> new Span(place(text, word.start()), end(text, word), label, word.group()))
        .toList();
  }

  private static int end(String text, MatchResult word) {
    return place(text, word.end());
  }

  private static int place(String text, int index) {
    return text.codePointCount(0, index);
  }
}
