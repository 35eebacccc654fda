package io.touchstone.quality;

/**
 * Where an item goes, as the table adjudication-routing answers.
 *
 * @param accepted settled by the majority; otherwise an adjudicator decides
 * @param rule stable code of the row
 */
record Route(boolean accepted, String rule, String because) {}
