package io.touchstone.quality;

/**
 * What the table agreement-gate says of one measure.
 *
 * @param unclear people read the guideline differently; otherwise nothing says so
 * @param rule stable code of the row
 */
record AgreementVerdict(boolean unclear, String rule, String because) {}
