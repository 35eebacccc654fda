package io.touchstone.quality;

import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.crypto.MasterKey;
import io.touchstone.platform.crypto.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pseudonyms as keyed hashes. The key is made once, stored wrapped by the master key and shared by
 * all nodes; when its row is destroyed, nobody can tell any more who a pseudonym was.
 */
@Component
class KeyedPseudonyms implements Pseudonyms {

  private static final String PURPOSE = "pseudonym";
  private static final int DIGITS = 16;

  private final JdbcClient database;
  private final Secrets secrets;
  private final MasterKey master;

  KeyedPseudonyms(JdbcClient database, Secrets secrets, MasterKey master) {
    this.database = database;
    this.secrets = secrets;
    this.master = master;
  }

  @Override
  public String of(String annotatorId) {
    return pseudonym(key(), annotatorId);
  }

  private static String pseudonym(Hmac key, String annotatorId) {
    return "p-" + key.id(PURPOSE, annotatorId).substring(0, DIGITS);
  }

  private static final String FIND =
      """
      select wrapped_key from touchstone.stored_key where purpose = :purpose
      """;

  private static final String INSERT =
      """
      insert into touchstone.stored_key (purpose, wrapped_key) values (:purpose, :wrapped)
      on conflict (purpose) do nothing
      """;

  private Hmac key() {
    byte[] wrapped =
        database
            .sql(FIND)
            .param("purpose", PURPOSE)
            .query(byte[].class)
            .optional()
            .orElseGet(this::createKey);
    return Hmac.of(master.unwrap(wrapped, PURPOSE));
  }

  private byte[] createKey() {
    database
        .sql(INSERT)
        .param("purpose", PURPOSE)
        .param("wrapped", master.wrap(secrets.newKey(PURPOSE), PURPOSE))
        .update();
    return database.sql(FIND).param("purpose", PURPOSE).query(byte[].class).single();
  }
}
