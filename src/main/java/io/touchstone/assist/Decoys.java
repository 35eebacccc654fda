package io.touchstone.assist;

import io.touchstone.answer.ItemText;
import io.touchstone.answer.spans.Span;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.Labelling;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Wrong answers that a model might have given: another label, a span with another label, or one
 * that is left out or put where nothing is. Drawn by a key, the same for everybody who has the
 * item.
 */
final class Decoys {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,}");

  private final Hmac key;
  private final List<String> labels;

  /**
   * @param labels ids of the label schema, two or more for classes
   */
  Decoys(Hmac key, List<String> labels) {
    this.key = key;
    this.labels = List.copyOf(labels);
  }

  /**
   * Another answer than the given one.
   *
   * @param purpose what it is for: two purposes give independent draws
   * @param text of the item, as people see it
   */
  Labelling other(Labelling answer, String purpose, String itemId, String text) {
    return answer instanceof Labelling.ClassLabel label
        ? new Labelling.ClassLabel(pick(others(label.id()), purpose, itemId, "label"))
        : new Labelling.SpanSet(spans(((Labelling.SpanSet) answer).spans(), purpose, itemId, text));
  }

  /** One span too many where there is none, or else one of them changed. */
  private List<Span> spans(List<Span> spans, String purpose, String itemId, String text) {
    if (spans.isEmpty()) {
      return added(purpose, itemId, text);
    }
    Span changed = pick(spans, purpose, itemId, "span");
    List<Span> others = new ArrayList<>(spans);
    others.remove(changed);
    List<Span> choices = new ArrayList<>();
    others(changed.label())
        .forEach(
            label -> choices.add(new Span(changed.start(), changed.end(), label, changed.text())));
    shortened(changed, text).forEach(choices::add);
    if (!choices.isEmpty()) {
      others.add(pick(choices, purpose, itemId, "change"));
    }
    return others;
  }

  /** The span without its first word, and without its last, where it has several. */
  private static List<Span> shortened(Span span, String text) {
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

  private List<Span> added(String purpose, String itemId, String text) {
    List<Span> words = words(text, pick(labels, purpose, itemId, "label"));
    return words.isEmpty() ? List.of() : List.of(pick(words, purpose, itemId, "word"));
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

  private List<String> others(String label) {
    return labels.stream().filter(each -> !each.equals(label)).toList();
  }

  private <T> T pick(List<T> choices, String... context) {
    return choices.get((int) (key.draw(context) * choices.size()));
  }
}
