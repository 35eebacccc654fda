package io.touchstone.inspection;

import java.time.Instant;

/** A gold item that a person got within a batch. */
record GoldRecord(
    String itemId, String person, String label, String goldLabel, boolean right, Instant at) {}
