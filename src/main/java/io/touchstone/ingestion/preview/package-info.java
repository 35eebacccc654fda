/** What a draft of a policy would do to a row or a file; nothing is stored. */
package io.touchstone.ingestion.preview;
