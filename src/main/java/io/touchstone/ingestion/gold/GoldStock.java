package io.touchstone.ingestion.gold;

import io.touchstone.answer.Answer;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.database.StoredKeyRepository;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds to a project's gold what people have settled, and takes out of use what misleads. */
@Service
public class GoldStock {

  private final GoldRepository repository;
  private final StoredKeyRepository keys;
  private final Clock clock;

  GoldStock(GoldRepository repository, StoredKeyRepository keys, Clock clock) {
    this.repository = repository;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Takes a gold item out of use; its rows stay.
   *
   * @param because a sentence with figures, for people
   */
  @Transactional
  public void retire(String itemId, String because) {
    repository.retire(itemId, because, clock.instant());
  }

  /**
   * Copies an item as gold, without a batch: the item itself stays what and where it is. Its text
   * is the de-identified one that people saw.
   *
   * @return id of the copy, which tells nothing of the item
   */
  @Transactional
  public String copy(String projectKey, String itemId, Answer answer, int labelSchemaVersion) {
    Hmac key = Hmac.of(keys.require("gold:" + projectKey));
    String copy = key.id("gold-item-of", itemId);
    repository.copyItem(itemId, copy, key.id("content-of", itemId), clock.instant());
    repository.storePromoted(projectKey, copy, answer, labelSchemaVersion);
    return copy;
  }
}
