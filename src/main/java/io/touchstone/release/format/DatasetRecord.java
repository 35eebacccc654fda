package io.touchstone.release.format;

import io.touchstone.answer.ItemText;
import io.touchstone.answer.abstention.Abstention;
import io.touchstone.answer.spans.Span;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * One labelled item as training reads it: one line of {@code data/}.
 *
 * @param id item id
 * @param text de-identified text; empty for pictures and recordings
 * @param file the de-identified document, picture or recording, where the item is one
 * @param answer what the verdict says of it
 * @param method how it was decided, "majority" or "adjudication"
 * @param split name of the part that it is in; empty where there is one part
 */
public record DatasetRecord(
    String id,
    String text,
    Optional<RecordFile> file,
    RecordAnswer answer,
    String method,
    Optional<String> split) {

  /** A record of a text. */
  public DatasetRecord(
      String id, String text, RecordAnswer answer, String method, Optional<String> split) {
    this(id, text, Optional.empty(), answer, method, split);
  }

  /** A record of one class. */
  public DatasetRecord(
      String id,
      String text,
      String label,
      SortedMap<String, Integer> votes,
      String method,
      Optional<String> split) {
    this(id, text, new RecordAnswer.OneLabel(label, votes), method, split);
  }

  /** The class, where one class is all that is said. */
  public Optional<String> label() {
    return answer instanceof RecordAnswer.OneLabel one
        ? Optional.of(one.label())
        : Optional.empty();
  }

  /** The same with another answer. */
  DatasetRecord saying(RecordAnswer other) {
    return new DatasetRecord(id, text, file, other, method, split);
  }

  /** Whether every span covers the text that it carries, as whoever trains on it will assume. */
  public boolean spansFitText() {
    ItemText item = new ItemText(text);
    return spans(answer)
        .map(RecordAnswer.MarkedSpan::span)
        .allMatch(span -> item.slice(span.start(), span.end()).equals(span.text()));
  }

  private static Stream<RecordAnswer.MarkedSpan> spans(RecordAnswer answer) {
    if (answer instanceof RecordAnswer.Several several) {
      return several.byQuestion().values().stream().flatMap(DatasetRecord::spans);
    }
    return answer instanceof RecordAnswer.MarkedSpans marked
        ? marked.spans().stream()
        : Stream.empty();
  }

  /** The line without its line end. */
  public String line() {
    CanonicalJson.Fields fields = CanonicalJson.fields().put("id", id).put("text", text);
    file.ifPresent(named -> fields.put("file", named.fields()));
    say(fields, answer);
    fields.put("method", method);
    split.ifPresent(name -> fields.put("split", name));
    return CanonicalJson.line(fields);
  }

  private static CanonicalJson.Fields say(CanonicalJson.Fields fields, RecordAnswer answer) {
    if (answer instanceof RecordAnswer.OneLabel one) {
      fields.put("label", one.label()).put("votes", one.votes());
      one.soft().ifPresent(soft -> fields.put("soft", soft.fields()));
    } else if (answer instanceof RecordAnswer.MarkedSpans marked) {
      fields
          .put("spans", marked.spans().stream().map(DatasetRecord::span).toList())
          .put("judgements", marked.judgements());
    } else if (answer instanceof RecordAnswer.ChosenClasses chosen) {
      fields
          .put("classes", chosen.labels())
          .put("votes", chosen.votes())
          .put("judgements", chosen.judgements());
    } else if (answer instanceof RecordAnswer.Several several) {
      CanonicalJson.Fields answers = CanonicalJson.fields();
      several
          .byQuestion()
          .forEach((question, each) -> answers.put(question, say(CanonicalJson.fields(), each)));
      fields.put("answers", answers);
    } else if (answer instanceof RecordAnswer.Rated rated) {
      fields.put("scale", rated.point()).put("votes", rated.votes());
    } else if (answer instanceof RecordAnswer.Abstention none) {
      fields.put(Abstention.KIND.member(), none.why());
    }
    return fields;
  }

  private static CanonicalJson.Fields span(RecordAnswer.MarkedSpan marked) {
    Span span = marked.span();
    return CanonicalJson.fields()
        .put("start", span.start())
        .put("end", span.end())
        .put("label", span.label())
        .put("text", span.text())
        .put("votes", marked.votes());
  }
}
