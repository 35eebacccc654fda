package io.touchstone.workforce;

import io.touchstone.platform.database.StoredKeyRepository;
import org.springframework.stereotype.Component;

/** One pseudonym key per project, so that the same person is another in another project. */
@Component
public class PseudonymKeys {

  private final StoredKeyRepository keys;

  PseudonymKeys(StoredKeyRepository keys) {
    this.keys = keys;
  }

  /** The pseudonyms of a project; without the stored key they are final. */
  public Pseudonyms of(String projectKey) {
    return Pseudonyms.keyed(keys.require("pseudonyms:" + projectKey));
  }
}
