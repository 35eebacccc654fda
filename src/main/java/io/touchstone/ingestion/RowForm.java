package io.touchstone.ingestion;

import io.touchstone.project.DeidentificationRules.Column;
import io.touchstone.project.RowNames;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/**
 * How rows of a project are read.
 *
 * @param names what deliveries call text and id
 * @param columns rules of the fields beside these, by their names
 * @param encoding what rows are written in that are not UTF-8
 */
record RowForm(RowNames names, Map<String, Column> columns, Optional<Charset> encoding) {

  /** Plain names, nothing beside them, UTF-8. */
  static final RowForm PLAIN = new RowForm(RowNames.PLAIN, Map.of(), Optional.empty());
}
