/** Texts for measuring, written by somebody who had not read the rules. */
package io.touchstone.ingestion.strangers;
