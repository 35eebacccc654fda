/** Rows of delivered files, read with faults that name their place. */
package io.touchstone.ingestion.row;
