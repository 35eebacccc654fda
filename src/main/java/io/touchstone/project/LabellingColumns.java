package io.touchstone.project;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.answer.Answer;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanSet;
import io.touchstone.platform.database.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How a labelling stands in a row: in the column label or in the column spans. */
@Component
public class LabellingColumns {

  private static final TypeReference<List<Span>> SPANS = new TypeReference<>() {};
  private final Json json;

  LabellingColumns(Json json) {
    this.json = json;
  }

  /** Value of the column label; null for spans. */
  public String label(Answer labelling) {
    return labelling instanceof ClassLabel label ? label.id() : null;
  }

  /** Value of the column spans, to be cast to jsonb; null for a class. */
  public String spans(Answer labelling) {
    return labelling instanceof SpanSet set ? json.write(set.spans()) : null;
  }

  /** The column label of a row. */
  public static Optional<String> label(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("label"));
  }

  /** The column spans of a row. */
  public Optional<List<Span>> spans(ResultSet row) throws SQLException {
    return spans(row.getString("spans"));
  }

  /** A stored set of spans; empty for null. */
  public Optional<List<Span>> spans(String stored) {
    return Optional.ofNullable(stored).map(text -> json.read(text, SPANS));
  }

  /** Both columns of a row; empty where nothing is said yet. */
  public Optional<Answer> read(ResultSet row) throws SQLException {
    Optional<Answer> label = label(row).map(ClassLabel::new);
    return label.isPresent() ? label : spans(row).map(SpanSet::new);
  }
}
