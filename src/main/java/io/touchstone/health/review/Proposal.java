package io.touchstone.health.review;

/**
 * What the table health-actions proposes for one finding.
 *
 * @param id project and metric, "tickets/gold"
 * @param metric agreement, throughput, gold or time
 * @param action stable code
 * @param proposal what to do, a sentence
 * @param rule stable code of the row
 * @param because why, a sentence
 * @param tableVersion the engine's version of the table
 */
record Proposal(
    String id,
    String project,
    String metric,
    String action,
    String proposal,
    String rule,
    String because,
    int tableVersion) {}
