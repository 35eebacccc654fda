package io.touchstone.ingestion.object;

import io.touchstone.deidentification.cleaning.DoubtfulPlace;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.crypto.Sha256;
import io.touchstone.platform.database.StoredKeyRepository;
import io.touchstone.platform.store.EncryptedObjects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Keeps the cleaned objects of items. They are encrypted under a key of their project, not of their
 * batch, because they outlive the raw objects.
 */
@Service
public class ItemObjects {

  private final ItemObjectRepository repository;
  private final EncryptedObjects objects;
  private final StoredKeyRepository keys;

  ItemObjects(ItemObjectRepository repository, EncryptedObjects objects, StoredKeyRepository keys) {
    this.repository = repository;
    this.objects = objects;
    this.keys = keys;
  }

  /**
   * A cleaned object to be shown.
   *
   * @param content closed by the caller
   */
  public record Content(String mediaType, long bytes, InputStream content) {}

  /**
   * Stores a cleaned object. The bytes are durable before the row is; what a rolled back
   * transaction leaves is swept up.
   *
   * @param asides what the object holds beside the item's text, without masks
   */
  public void store(
      String projectKey,
      String batchId,
      String itemId,
      String mediaType,
      byte[] object,
      String asides)
      throws IOException {
    Hmac key = key(projectKey);
    String sha256 = Sha256.hex(object);
    ItemObject stored =
        new ItemObject(
            itemId,
            projectKey,
            mediaType,
            batchId,
            "item-%s-%s".formatted(itemId, sha256.substring(0, 16)),
            object.length,
            sha256,
            asides);
    objects.write(
        stored.address(),
        key.bytes("item-object-key"),
        Hmac.of(key.bytes("item-object-digest-key")),
        new ByteArrayInputStream(object));
    repository.save(stored);
  }

  /** Notes where a person should look at a picture that was stored. */
  void doubt(String itemId, List<DoubtfulPlace> places) {
    if (!places.isEmpty()) {
      repository.doubt(itemId, places);
    }
  }

  /** The cleaned object of an item, if the item is of the project and has one. */
  public Optional<Content> open(String projectKey, String itemId) {
    return repository
        .find(itemId)
        .filter(object -> object.projectKey().equals(projectKey))
        .map(this::open);
  }

  /** The cleaned object of an item, if it has one; whose it is was looked at before. */
  public Optional<Content> open(String itemId) {
    return repository.find(itemId).map(this::open);
  }

  private Content open(ItemObject object) {
    try {
      return new Content(
          object.mediaType(),
          object.bytes(),
          objects.open(object.address(), key(object.projectKey()).bytes("item-object-key"), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** The bytes of an item's object. */
  public byte[] read(ItemObject object) throws IOException {
    try (InputStream in = open(object).content()) {
      return in.readAllBytes();
    }
  }

  private Hmac key(String projectKey) {
    return Hmac.of(keys.require("item-objects:" + projectKey));
  }
}
