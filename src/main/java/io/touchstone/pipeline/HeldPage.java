package io.touchstone.pipeline;

import io.touchstone.platform.engine.process.DecisionTables;
import io.touchstone.platform.engine.process.ProcessHistory;
import io.touchstone.platform.engine.process.TableVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What a person reads of a held batch: the table held-page has the words, the gate the numbers. */
@Service
class HeldPage {

  private static final String TABLE = "held-page";

  private final ProcessHistory history;
  private final DecisionTables tables;

  HeldPage(ProcessHistory history, DecisionTables tables) {
    this.history = history;
    this.tables = tables;
  }

  /**
   * What stands beside the gate's sentence.
   *
   * @param deciding empty where a rule looks at no number
   * @param names what the gate's table calls its inputs
   * @param items filter that leads to the items in question, "state=rejected"; may be empty
   * @param repeat what repeating the stage will do; empty in a set of processes without the table
   */
  record Explanation(
      Optional<DecidingFigure> deciding, Map<String, String> names, String items, String repeat) {}

  Explanation explain(GateDecision gate) {
    TableVersion table = history.table(gate.decisionDefinitionId());
    Map<String, Object> words =
        tables
            .findNewest(TABLE)
            .map(asked -> asked.apply(Map.of("rule", gate.rule())))
            .orElse(Map.of());
    Map<String, String> names = new LinkedHashMap<>();
    table.inputs().forEach(each -> names.put(each.expression(), each.label()));
    DecidingFigure.Choice choice =
        new DecidingFigure.Choice(
            word(words, "figure"),
            word(words, "limit"),
            word(words, "unit").isEmpty() ? "value" : word(words, "unit"));
    return new Explanation(
        DecidingFigure.of(table, gate, choice), names, word(words, "items"), word(words, "repeat"));
  }

  private static String word(Map<String, Object> words, String name) {
    return words.get(name) instanceof String word ? word : "";
  }
}
