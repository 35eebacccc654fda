package io.touchstone.platform.database;

import io.touchstone.platform.StartRefused;
import io.touchstone.platform.TouchstoneSettings;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * Refuses the start under another master key than the database was filled under, before anything is
 * read in vain or written under the wrong one.
 */
@Component
@DependsOnDatabaseInitialization
class MasterKeyCheck implements InitializingBean {

  private final StoredKeyRepository keys;
  private final TouchstoneSettings settings;

  MasterKeyCheck(StoredKeyRepository keys, TouchstoneSettings settings) {
    this.keys = keys;
    this.settings = settings;
  }

  /**
   * @throws StartRefused if a key of the database cannot be unwrapped
   */
  @Override
  public void afterPropertiesSet() {
    if (keys.fitMasterKey()) {
      return;
    }
    String source =
        settings.masterKey().isBlank()
            ? "in " + settings.data().resolve("keys").resolve("master.key")
            : "in TOUCHSTONE_MASTER_KEY";
    throw new StartRefused(
        "The master key " + source + " is not the one that this database was filled under.",
        "Put back the right key from its backup. Nothing was changed; a key file that this start"
            + " has made can be overwritten.");
  }
}
