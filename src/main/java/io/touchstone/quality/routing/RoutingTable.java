package io.touchstone.quality.routing;

import io.touchstone.quality.round.BatchTables;
import java.util.HashMap;
import java.util.Map;

/** The table that says what becomes of an item once its labels are there; asked once per case. */
public final class RoutingTable {

  static final String ROUTING = "adjudication-routing";

  private final BatchTables tables;
  private final Map<RoutingCase, Route> routes = new HashMap<>();

  public RoutingTable(BatchTables tables) {
    this.tables = tables;
  }

  /** What becomes of items in this case; asked once for each. */
  Route route(RoutingCase input) {
    return routes.computeIfAbsent(input, this::askForRoute);
  }

  private Route askForRoute(RoutingCase input) {
    Map<String, Object> answer = tables.evaluate(ROUTING, input.inputs());
    String rule = BatchTables.text(ROUTING, answer, "rule");
    Route.To to = to(BatchTables.text(ROUTING, answer, "route"));
    if (to == Route.To.ACCEPT && (input.votes().tie() || input.votes().top() == 0)) {
      throw new IllegalStateException(
          "The table adjudication-routing accepts items without a majority label (rule "
              + rule
              + "). Correct the table so that ties and items without judgements are reviewed,"
              + " deploy it and retry.");
    }
    if (to == Route.To.EXTRA_LABEL && !input.mayHaveMore()) {
      throw new IllegalStateException(
          "The table adjudication-routing asks for a further label where the project allows none or"
              + " nobody is left who may give it (rule "
              + rule
              + "). Correct the table so that such items are reviewed, deploy it and retry.");
    }
    return new Route(to, rule, BatchTables.text(ROUTING, answer, "because"));
  }

  private static Route.To to(String route) {
    for (Route.To known : Route.To.values()) {
      if (known.id().equals(route)) {
        return known;
      }
    }
    throw BatchTables.unusable(ROUTING, "route", "accept, extra-label or review");
  }
}
