package io.touchstone.deidentification.cleaning.metadata;

/** Writes files of named chunks of even lengths (RIFF; IBM and Microsoft 1991, chapter 2). */
final class Riff {

  /** What stands before the first chunk. */
  private static final int HEAD = 12;

  private Riff() {}

  /**
   * Appends a chunk.
   *
   * @param name four characters
   */
  static void chunk(Sink sink, String name, byte[] content) {
    sink.ascii(name).u32(content.length).put(content).zeros(content.length & 1);
  }

  /**
   * A whole file.
   *
   * @param form what kind of file it is, in four characters
   */
  static byte[] file(String form, byte[] chunks) {
    return new Sink(true, chunks.length + HEAD)
        .ascii("RIFF")
        .u32(chunks.length + 4L)
        .ascii(form)
        .put(chunks)
        .toBytes();
  }
}
