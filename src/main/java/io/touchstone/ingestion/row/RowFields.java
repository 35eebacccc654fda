package io.touchstone.ingestion.row;

import io.touchstone.deidentification.StructuredText;
import io.touchstone.deidentification.StructuredText.Fixed;
import io.touchstone.deidentification.operator.DeidentificationRules.Column;
import io.touchstone.deidentification.recogniser.EntityType;
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
public final class RowFields {

  public static final RowFields NONE = new RowFields(Map.of(), "", List.of(), List.of());

  private final Map<Tie, String> ties;
  private final String below;
  private final List<Fixed> replaced;
  private final List<Fixed> kept;

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
  public Optional<String> subject() {
    return Optional.ofNullable(ties.get(Tie.SUBJECT));
  }

  /** To whom and what the row is tied, as delivered: to be hashed, never to be kept. */
  public Map<Tie, String> ties() {
    return ties;
  }

  /** The text with the fields below it. */
  public String with(String text) {
    return text + below;
  }

  /** A text with the fields below it, each under its rule. */
  public StructuredText below(String text) {
    return new StructuredText(
        text + below, subject(), moved(replaced, text.length()), moved(kept, text.length()));
  }

  private static List<Fixed> moved(List<Fixed> stretches, int characters) {
    return stretches.stream().map(each -> each.movedBy(characters)).toList();
  }
}
