/** The directory of a dataset version: records in their formats, lineage, metadata and the card. */
package io.touchstone.release.format.directory;
