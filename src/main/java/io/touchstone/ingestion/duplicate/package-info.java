/** Texts and pictures that are nearly the same. */
package io.touchstone.ingestion.duplicate;
