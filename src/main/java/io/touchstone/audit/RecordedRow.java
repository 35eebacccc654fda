package io.touchstone.audit;

import java.util.Optional;

/**
 * A row as a digest covers it.
 *
 * @param recording number of the step that wrote it; empty for a row that is older than recording
 * @param batch the batch that it belongs to
 * @param place where it is, in an auditor's words
 * @param line all of it that must not change
 */
record RecordedRow(Optional<Long> recording, String batch, String place, String line) {}
