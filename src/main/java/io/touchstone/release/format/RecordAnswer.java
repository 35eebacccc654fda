package io.touchstone.release.format;

import io.touchstone.answer.spans.Span;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a record says of its text. */
public sealed interface RecordAnswer {

  /** Label ids in it, once for each time it names one. */
  List<String> labels();

  /** The same without how many annotators said it. */
  RecordAnswer withoutVotes();

  /** The same without what was inferred of it. */
  RecordAnswer withoutSoftLabel();

  /**
   * One class.
   *
   * @param label label id of the verdict
   * @param votes judgements of annotators per label id, adjudicators not counted
   * @param soft what was inferred from them; empty for items measured before that was done
   */
  record OneLabel(String label, SortedMap<String, Integer> votes, Optional<SoftLabel> soft)
      implements RecordAnswer {

    /** A class that nothing was inferred about. */
    public OneLabel(String label, SortedMap<String, Integer> votes) {
      this(label, votes, Optional.empty());
    }

    public OneLabel {
      SortedMap<String, Integer> ordered = new TreeMap<>(Utf8Order.INSTANCE);
      ordered.putAll(votes);
      votes = ordered;
    }

    @Override
    public List<String> labels() {
      return List.of(label);
    }

    @Override
    public RecordAnswer withoutVotes() {
      return new OneLabel(label, new TreeMap<>(), soft);
    }

    @Override
    public RecordAnswer withoutSoftLabel() {
      return new OneLabel(label, votes);
    }
  }

  /**
   * Spans; an empty list says that there is nothing to mark.
   *
   * @param judgements annotators who judged the item, adjudicators not counted
   */
  record MarkedSpans(List<MarkedSpan> spans, int judgements) implements RecordAnswer {

    public MarkedSpans {
      spans = List.copyOf(spans);
    }

    @Override
    public List<String> labels() {
      return spans.stream().map(marked -> marked.span().label()).toList();
    }

    @Override
    public RecordAnswer withoutVotes() {
      return new MarkedSpans(
          spans.stream().map(marked -> new MarkedSpan(marked.span(), 0)).toList(), 0);
    }

    @Override
    public RecordAnswer withoutSoftLabel() {
      return this;
    }
  }

  /**
   * A span of the verdict.
   *
   * @param votes annotators who marked exactly this span with this label
   */
  record MarkedSpan(Span span, int votes) {}
}
