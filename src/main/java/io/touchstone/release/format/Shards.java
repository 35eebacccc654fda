package io.touchstone.release.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Files that records are spread over by a hash of their id, so that a change of one record changes
 * one file.
 *
 * @param split name of the split
 * @param count number of files, at least 1
 */
public record Shards(String split, int count) {

  /** Records that one file holds on average. */
  public static final int RECORDS_PER_SHARD = 10_000;

  /** As many files as the records need. */
  public static Shards of(String split, long records) {
    return new Shards(
        split, (int) Math.max(1, (records + RECORDS_PER_SHARD - 1) / RECORDS_PER_SHARD));
  }

  /** Number of the file that the item belongs to, from 0. */
  public int shardOf(String itemId) {
    byte[] digest = Digests.sha256(itemId.getBytes(StandardCharsets.UTF_8));
    return (int) Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), count);
  }

  /**
   * File name of the shard, as the Hugging Face repository structure has it.
   *
   * @param ending without the dot
   */
  public String fileName(int shard, String ending) {
    return String.format(Locale.ROOT, "%s-%05d-of-%05d.%s", split, shard, count, ending);
  }
}
