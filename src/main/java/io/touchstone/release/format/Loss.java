package io.touchstone.release.format;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Something of a record that a format may have no place for. */
public enum Loss {
  /** How many annotators said what, and how many there were. */
  VOTES("votes", record -> record.saying(record.answer().withoutVotes())),

  /** How probable each label is. */
  SOFT_LABELS("soft labels", record -> record.saying(record.answer().withoutSoftLabel())),

  /** That a label is a point of a scale: the number stands where labels stand. */
  POINTS("that labels are points of a scale", record -> record.saying(record.answer().asLabel())),

  /** All of a record's file but its path. */
  FILE_DETAILS(
      "media type and size of the file",
      record ->
          new DatasetRecord(
              record.id(),
              record.text(),
              record.file().map(file -> RecordFile.at(file.path())),
              record.answer(),
              record.method(),
              record.split()));

  private final String named;
  private final UnaryOperator<DatasetRecord> without;

  Loss(String named, UnaryOperator<DatasetRecord> without) {
    this.named = named;
    this.without = without;
  }

  /** What is lost, for the middle of a sentence. */
  String named() {
    return named;
  }

  /** The record without it; nothing if it had none. */
  Optional<DatasetRecord> from(DatasetRecord record) {
    return Optional.of(without.apply(record)).filter(left -> !left.equals(record));
  }
}
