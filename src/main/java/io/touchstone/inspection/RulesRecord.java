package io.touchstone.inspection;

import java.time.Instant;

/** A version of a guideline or a label schema. */
record RulesRecord(int version, String sha256, Instant createdAt) {}
