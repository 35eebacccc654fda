package io.touchstone.ingestion.row;

import io.touchstone.deidentification.operator.DeidentificationRules.Column;
import io.touchstone.project.RowNames;
import io.touchstone.project.Tie;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/**
 * How rows of a project are read.
 *
 * @param names what deliveries call text, id and what ties a row to somebody
 * @param columns rules of the fields beside these, by their names
 * @param encoding what rows are written in that are not UTF-8
 */
public record RowForm(RowNames names, Map<String, Column> columns, Optional<Charset> encoding) {

  /** Plain names, nothing beside them, UTF-8. */
  static final RowForm PLAIN = new RowForm(RowNames.PLAIN, Map.of(), Optional.empty());

  /** Whether the project says what becomes of a column beside id and text. */
  boolean knows(String column) {
    return columns.containsKey(column) || names.tie(column).isPresent();
  }

  /** What a column of that name ties its row to, under the rules or by the names. */
  Optional<Tie> tie(String column) {
    return names
        .tie(column)
        .or(
            () ->
                Optional.ofNullable(columns.get(column))
                    .filter(rule -> rule.use() == Column.Use.SUBJECT)
                    .map(rule -> Tie.SUBJECT));
  }
}
