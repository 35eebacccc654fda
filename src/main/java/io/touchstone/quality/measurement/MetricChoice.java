package io.touchstone.quality.measurement;

/**
 * Which coefficient of agreement the gates look at, as the table metric-selection answers.
 *
 * @param name of the coefficient, "alphaNominal"
 * @param rule stable code of the row
 */
record MetricChoice(String name, String rule, String because) {}
