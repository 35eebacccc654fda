/** How a delivery comes in: by upload, by folder, by call. */
package io.touchstone.ingestion.intake;
