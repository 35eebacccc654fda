package io.touchstone.quality;

import java.util.Map;

/**
 * All that the table adjudication-routing looks at: items with the same numbers take the same
 * route, so the table is asked once for all of them.
 *
 * @param votes judgements of annotators on the item
 * @param topVotes of these, for the most frequent label
 * @param distinctLabels labels that occur
 * @param tie whether several labels have topVotes judgements
 * @param annotatorsPerItem judgements that the project asks for
 */
record RoutingCase(
    int votes, int topVotes, int distinctLabels, boolean tie, int annotatorsPerItem) {

  Map<String, Object> inputs() {
    return Map.of(
        "votes", votes,
        "topVotes", topVotes,
        "distinctLabels", distinctLabels,
        "tie", tie,
        "annotatorsPerItem", annotatorsPerItem);
  }
}
