/** Items and their entries in the manifest, as they are stored. */
package io.touchstone.ingestion.item;
