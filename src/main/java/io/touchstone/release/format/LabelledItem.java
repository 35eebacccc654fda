package io.touchstone.release.format;

/** A record and where it comes from. */
public record LabelledItem(DatasetRecord record, Lineage lineage) {}
