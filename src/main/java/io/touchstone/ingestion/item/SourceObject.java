package io.touchstone.ingestion.item;

import io.touchstone.ingestion.row.SourceFormat;
import io.touchstone.platform.store.EncryptedObjects;
import java.util.Optional;

/**
 * A file as it was received.
 *
 * @param id batch id and position, "support-tickets-1/2"; the key in the object store as well
 * @param position within the batch, from 1
 * @param bytes length of the plain content
 * @param digest keyed digest of the plain content
 * @param deliveryDigest the same under a key of the project; empty for what came before there was
 *     one
 * @param rows counted in one pass at intake
 * @param layout which members of an archive are archives
 */
public record SourceObject(
    String id,
    String batchId,
    int position,
    SourceFormat format,
    long bytes,
    String digest,
    Optional<String> deliveryDigest,
    long rows,
    ArchiveLayout layout) {

  /** Where a batch's source of that position lies. */
  public static EncryptedObjects.Address address(String batchId, int position) {
    return new EncryptedObjects.Address(batchId, String.valueOf(position));
  }

  public EncryptedObjects.Address address() {
    return address(batchId, position);
  }
}
