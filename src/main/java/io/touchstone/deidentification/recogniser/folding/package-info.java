/** Texts without what only looks different: accents, widths, lookalikes, invisible characters. */
package io.touchstone.deidentification.recogniser.folding;
