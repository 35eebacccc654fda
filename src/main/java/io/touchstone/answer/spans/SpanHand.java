package io.touchstone.answer.spans;

import io.touchstone.answer.Draw;
import io.touchstone.answer.ItemText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a simulated person marks spans: each true one rightly with the person's accuracy, otherwise
 * it is left out, ends a word too late or too early, or gets another label.
 *
 * @param text as the person sees it
 * @param labels label ids of the schema
 */
record SpanHand(Draw draw, double accuracy, String text, List<String> labels) {

  private enum Mistake {
    LEFT_OUT,
    OTHER_END,
    OTHER_LABEL
  }

  /**
   * The spans this person marks; the same each time for the same draws, none of them overlapping.
   */
  List<Span> mark(List<Span> truth) {
    List<Span> marked = new ArrayList<>();
    int free = 0;
    for (int at = 0; at < truth.size(); at++) {
      int limit = at + 1 < truth.size() ? truth.get(at + 1).start() : new ItemText(text).length();
      Optional<Span> span = seen(truth.get(at), limit);
      if (span.isPresent() && span.get().start() >= free) {
        marked.add(span.get());
        free = span.get().end();
      }
    }
    return marked;
  }

  private Optional<Span> seen(Span truth, int limit) {
    String name = truth.start() + "-" + truth.end() + "-" + truth.label();
    if (draw.of("span-right", name) < accuracy) {
      return Optional.of(truth);
    }
    Mistake[] all = Mistake.values();
    return switch (all[(int) (draw.of("span-mistake", name) * all.length)]) {
      case LEFT_OUT -> Optional.empty();
      case OTHER_END -> otherEnd(truth, limit);
      case OTHER_LABEL -> otherLabel(truth, name);
    };
  }

  /** A word more behind, or else a word less, or else nothing. */
  private Optional<Span> otherEnd(Span truth, int limit) {
    int[] words = text.codePoints().toArray();
    int later = truth.end();
    while (later < limit && !Character.isLetterOrDigit(words[later])) {
      later++;
    }
    while (later < limit && Character.isLetterOrDigit(words[later])) {
      later++;
    }
    if (later > truth.end() && Character.isLetterOrDigit(words[later - 1])) {
      return Optional.of(moved(truth, later));
    }
    int earlier = truth.end() - 1;
    while (earlier > truth.start() && Character.isLetterOrDigit(words[earlier])) {
      earlier--;
    }
    while (earlier > truth.start() && !Character.isLetterOrDigit(words[earlier - 1])) {
      earlier--;
    }
    return earlier > truth.start() ? Optional.of(moved(truth, earlier)) : Optional.empty();
  }

  private Span moved(Span truth, int end) {
    return new Span(
        truth.start(), end, truth.label(), new ItemText(text).slice(truth.start(), end));
  }

  private Optional<Span> otherLabel(Span truth, String name) {
    List<String> others = labels.stream().filter(label -> !label.equals(truth.label())).toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    String label = draw.pick(others, "span-label", name);
    return Optional.of(new Span(truth.start(), truth.end(), label, truth.text()));
  }
}
