package io.touchstone.ingestion;

import io.touchstone.ingestion.recogniser.EntityType;
import io.touchstone.project.DeidentificationRules.Column;
import io.touchstone.project.DeidentificationRules.Operator;
import io.touchstone.project.Tie;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
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

  static final RowFields NONE = new RowFields(Map.of(), "", List.of(), List.of());

  private final Map<Tie, String> ties;
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

  private RowFields(Map<Tie, String> ties, String below, List<Fixed> replaced, List<Fixed> kept) {
    this.ties = Collections.unmodifiableMap(ties);
    this.below = below;
    this.replaced = List.copyOf(replaced);
    this.kept = List.copyOf(kept);
  }

  /**
   * @param values by the name of the field, each of which the form knows
   */
  static RowFields of(RowForm form, Map<String, String> values) {
    Map<Tie, String> ties = new EnumMap<>(Tie.class);
    StringBuilder below = new StringBuilder();
    List<Fixed> replaced = new ArrayList<>();
    List<Fixed> kept = new ArrayList<>();
    for (Map.Entry<String, String> field : new TreeMap<>(values).entrySet()) {
      String value = field.getValue().strip();
      if (value.isEmpty()) {
        continue;
      }
      Optional<Tie> tie = form.tie(field.getKey());
      if (tie.isPresent()) {
        ties.put(tie.get(), value);
        continue;
      }
      Column rule = form.columns().get(field.getKey());
      if (rule.use() == Column.Use.DROP) {
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
    return new RowFields(ties, below.toString(), replaced, kept);
  }

  /** Whom the row is about, where it says so. */
  Optional<String> subject() {
    return Optional.ofNullable(ties.get(Tie.SUBJECT));
  }

  /** To whom and what the row is tied, as delivered: to be hashed, never to be kept. */
  Map<Tie, String> ties() {
    return ties;
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
