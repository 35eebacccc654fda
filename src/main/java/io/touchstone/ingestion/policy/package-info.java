/** What a batch is de-identified by. */
package io.touchstone.ingestion.policy;
