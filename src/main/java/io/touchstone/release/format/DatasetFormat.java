package io.touchstone.release.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.SortedMap;

/**
 * A form that the records of a version are written in. A member of the family is one folder below
 * this package and one line in the list of all; whatever it writes is read back by it and compared
 * before a version is published. What it writes is a function of the records alone: no locale, no
 * time zone, no order of a hash.
 */
public interface DatasetFormat {

  /** How {@code project.yaml} names it, small letters and digits; never changes. */
  String id();

  /** How people name it, "JSON Lines". */
  String name();

  /** The folder of its files within a version, its own, without slashes. */
  String folder();

  /** What it cannot say of a record; what else is lost fails the comparison. */
  Set<Loss> loses();

  /** What its files are, for who reads them: the rest of a line of the data card. */
  String described(DatasetContent content);

  /**
   * Begins to write; never holds more than a record in memory.
   *
   * @param folder its own, missing or empty
   * @param perSplit how many records each part will have
   */
  Sink write(Path folder, SortedMap<String, Long> perSplit) throws IOException;

  /**
   * Reads what {@link #write} has written, ordered by id; never holds more than a record of each
   * file in memory. A folder that is missing has no records.
   */
  Source read(Path folder) throws IOException;

  /** Takes records, ordered by id; complete once it is closed. */
  interface Sink extends Closeable {

    /**
     * Writes one.
     *
     * @throws IllegalStateException if it is of a part that was not promised
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    void accept(DatasetRecord record);
  }

  /** Records as they were read; both methods throw {@link Unreadable} for what is none. */
  interface Source extends Iterator<DatasetRecord>, Closeable {

    /** How many so far came after one of a greater id in their file. */
    default long disorder() {
      return 0;
    }
  }

  /** A file does not hold records; the sentence says where, and quotes nothing. */
  final class Unreadable extends RuntimeException {

    /**
     * @param file its name
     * @param line from 1
     */
    public Unreadable(String file, long line) {
      super(file + " line " + line + " is not a record.");
    }
  }
}
