package io.touchstone.release.format;

import static io.touchstone.release.format.Markdown.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A batch of the dataset went on against its gate, as the dataset's files say it.
 *
 * @param stage after which the gate stands
 * @param gate key of the decision table
 * @param gateVersion the engine's number of the table
 * @param because the gate's sentence
 * @param figures what the verdict rests on, by name: texts, booleans and numbers
 * @param by pseudonym of who accepted the batch; empty if the process led on without anybody
 * @param at when it was accepted, to the second
 * @param reason what the person wrote; empty once it is erased
 */
public record AcceptedAgainst(
    String batchId,
    String stage,
    String gate,
    int gateVersion,
    String verdict,
    String rule,
    String because,
    SortedMap<String, Object> figures,
    Optional<String> by,
    Optional<String> at,
    Optional<String> reason) {

  /** How the card and the changelog say it, as one line of Markdown without its bullet. */
  public String markdown() {
    StringBuilder line = new StringBuilder();
    line.append("Batch ").append(text(batchId)).append(" after ").append(text(stage));
    line.append(": the table `").append(gate).append("`, version ").append(gateVersion);
    line.append(", answered ").append(text(verdict)).append(" (").append(text(rule)).append("). ");
    line.append(text(because)).append(' ');
    if (!figures.isEmpty()) {
      List<String> shown = new ArrayList<>();
      figures.forEach((name, value) -> shown.add(text(name) + " " + text(shown(value))));
      line.append("Figures: ").append(String.join(", ", shown)).append(". ");
    }
    line.append(
        by.map(person -> "Accepted by " + text(person) + ". ")
            .orElse("Nobody accepted it: the process led on. "));
    by.ifPresent(
        person ->
            line.append("Reason: ")
                .append(reason.map(AcceptedAgainst::sentence).orElse("no longer on record.")));
    return line.toString().strip();
  }

  /** As JSON for the version: all of it. */
  public CanonicalJson.Fields fields() {
    CanonicalJson.Fields fields = decision();
    at.ifPresent(time -> fields.put("at", time));
    reason.ifPresent(text -> fields.put("reason", text));
    return fields;
  }

  /** As JSON for the lineage of a record: what neither time nor erasure changes. */
  CanonicalJson.Fields decision() {
    CanonicalJson.Fields fields =
        CanonicalJson.fields()
            .put("batchId", batchId)
            .put("stage", stage)
            .put("gate", gate)
            .put("gateVersion", gateVersion)
            .put("verdict", verdict)
            .put("rule", rule)
            .put("because", because)
            .put("figures", numbers());
    by.ifPresent(person -> fields.put("by", person));
    return fields;
  }

  private SortedMap<String, Object> numbers() {
    SortedMap<String, Object> numbers = new TreeMap<>(Utf8Order.INSTANCE);
    for (Map.Entry<String, Object> figure : figures.entrySet()) {
      Object value = figure.getValue();
      boolean fraction = value instanceof Double || value instanceof Float;
      numbers.put(
          figure.getKey(), fraction ? CanonicalJson.number(((Number) value).doubleValue()) : value);
    }
    return numbers;
  }

  private static String shown(Object value) {
    return value instanceof Double || value instanceof Float
        ? CanonicalJson.number(((Number) value).doubleValue()).toPlainString()
        : String.valueOf(value);
  }

  private static String sentence(String reason) {
    String text = text(reason);
    return text.matches(".*[.!?]") ? text : text + ".";
  }
}
