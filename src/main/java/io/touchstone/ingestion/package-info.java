/** Stage 1: source object to manifest entry to de-identified item. */
package io.touchstone.ingestion;
