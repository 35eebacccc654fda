package io.touchstone.audit;

import java.util.Optional;

/**
 * The first row that is not as it was recorded.
 *
 * @param kind of the row
 * @param batch it belongs to, where it is one row
 * @param sentence for an auditor: which batch, which package or item, which kind, what happened
 */
public record RowDifference(String kind, Optional<String> batch, String sentence) {}
