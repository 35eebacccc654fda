package io.touchstone.ingestion.object;

import io.touchstone.platform.store.EncryptedObjects;

/**
 * The cleaned document, picture or recording of an item.
 *
 * @param projectKey whose key it is encrypted under
 * @param batchId with the object's id its address in the store
 * @param objectId holds the digest, so that other bytes lie elsewhere
 * @param bytes its length
 * @param sha256 of its bytes
 * @param asides what it holds beside the item's text, without masks
 */
public record ItemObject(
    String itemId,
    String projectKey,
    String mediaType,
    String batchId,
    String objectId,
    long bytes,
    String sha256,
    String asides) {

  EncryptedObjects.Address address() {
    return new EncryptedObjects.Address(batchId, objectId);
  }
}
