package io.touchstone.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A gold item that a person got within a batch.
 *
 * @param label what the person gave, in a project of classes
 * @param spans what the person marked, in a project of spans
 * @param right whether it counts as the gold answer; for spans, whether their exact F1 reaches the
 *     project's measure
 */
record GoldRecord(
    String itemId,
    String person,
    Optional<String> label,
    Optional<String> goldLabel,
    Optional<List<SpanPlace>> spans,
    Optional<List<SpanPlace>> goldSpans,
    boolean right,
    Instant at) {}
