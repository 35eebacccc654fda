package io.touchstone.ingestion;

import io.touchstone.ingestion.recogniser.EntityType;
import io.touchstone.project.DeidentificationRules.Column;
import io.touchstone.project.DeidentificationRules.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The fields of a row beside id and text, each under its rule. What is not dropped stands below the
 * text, one line each in the order of the names, so that places in the text stay as the sender
 * counts them.
 */
final class RowFields {

  static final RowFields NONE = new RowFields(Optional.empty(), "", List.of(), List.of());

  private final Optional<String> subject;
  private final String below;
  private final List<Fixed> replaced;
  private final List<Fixed> kept;

  /**
   * A stretch whose treatment its column decides, in characters from the end of the text.
   *
   * @param operator nothing for what stays
   */
  record Fixed(int start, int end, Optional<Operator> operator, EntityType type) {

    Fixed movedBy(int characters) {
      return new Fixed(start + characters, end + characters, operator, type);
    }
  }

  private RowFields(
      Optional<String> subject, String below, List<Fixed> replaced, List<Fixed> kept) {
    this.subject = subject;
    this.below = below;
    this.replaced = List.copyOf(replaced);
    this.kept = List.copyOf(kept);
  }

  /**
   * @param values by the name of the field, each of which has a rule
   */
  static RowFields of(Map<String, Column> rules, Map<String, String> values) {
    Optional<String> subject = Optional.empty();
    StringBuilder below = new StringBuilder();
    List<Fixed> replaced = new ArrayList<>();
    List<Fixed> kept = new ArrayList<>();
    for (Map.Entry<String, String> field : new TreeMap<>(values).entrySet()) {
      Column rule = rules.get(field.getKey());
      String value = field.getValue().strip();
      if (rule.use() == Column.Use.SUBJECT) {
        subject = Optional.of(value).filter(s -> !s.isEmpty());
      }
      if (rule.use() == Column.Use.SUBJECT || rule.use() == Column.Use.DROP || value.isEmpty()) {
        continue;
      }
      below.append('\n').append(field.getKey()).append(": ");
      EntityType type = new EntityType(rule.type());
      int start = below.length();
      below.append(value);
      switch (rule.use()) {
        case OPERATOR ->
            replaced.add(new Fixed(start, below.length(), Optional.of(rule.operator()), type));
        case KEEP -> kept.add(new Fixed(start, below.length(), Optional.empty(), type));
        default -> {}
      }
    }
    return new RowFields(subject, below.toString(), replaced, kept);
  }

  /** Whom the row is about, where it says so. */
  Optional<String> subject() {
    return subject;
  }

  /** The text with the fields below it. */
  String with(String text) {
    return text + below;
  }

  /** Stretches that are replaced as a whole, in characters of the text with the fields. */
  List<Fixed> replaced(String text) {
    return replaced.stream().map(each -> each.movedBy(text.length())).toList();
  }

  /** Stretches that stay, in characters of the text with the fields. */
  List<Fixed> kept(String text) {
    return kept.stream().map(each -> each.movedBy(text.length())).toList();
  }
}
