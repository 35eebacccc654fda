package io.touchstone.quality;

import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.database.StoredKeyRepository;
import org.springframework.stereotype.Component;

/**
 * Pseudonyms as keyed hashes, under a key that all nodes share. When its row is destroyed, nobody
 * can tell any more who a pseudonym was.
 */
@Component
class KeyedPseudonyms implements Pseudonyms {

  private static final String PURPOSE = "pseudonym";
  private static final int DIGITS = 16;

  private final StoredKeyRepository keys;

  KeyedPseudonyms(StoredKeyRepository keys) {
    this.keys = keys;
  }

  @Override
  public String of(String annotatorId) {
    Hmac key = Hmac.of(keys.require(PURPOSE));
    return "p-" + key.id(PURPOSE, annotatorId).substring(0, DIGITS);
  }
}
