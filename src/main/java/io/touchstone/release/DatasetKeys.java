package io.touchstone.release;

import io.touchstone.platform.database.StoredKeyRepository;
import io.touchstone.quality.Pseudonyms;
import org.springframework.stereotype.Component;

/** The secret key of each dataset, which the pseudonyms in its lineage come from. */
@Component
class DatasetKeys {

  private final StoredKeyRepository keys;

  DatasetKeys(StoredKeyRepository keys) {
    this.keys = keys;
  }

  /** The pseudonyms of the dataset's lineage; the key is made at the first call. */
  Pseudonyms pseudonyms(String dataset) {
    return new KeyedPseudonyms(keys.require("pseudonyms:" + dataset));
  }
}
