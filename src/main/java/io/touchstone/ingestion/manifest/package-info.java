/** What became of every part of a delivery, sealed. */
package io.touchstone.ingestion.manifest;
