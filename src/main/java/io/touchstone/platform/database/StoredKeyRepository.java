package io.touchstone.platform.database;

import io.touchstone.platform.crypto.MasterKey;
import io.touchstone.platform.crypto.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys that outlive a batch, one per purpose, wrapped by the master key. */
@Repository
public class StoredKeyRepository {

  private final JdbcClient database;
  private final MasterKey master;
  private final Secrets secrets;

  StoredKeyRepository(JdbcClient database, MasterKey master, Secrets secrets) {
    this.database = database;
    this.master = master;
    this.secrets = secrets;
  }

  private static final String INSERT =
      """
      insert into touchstone.stored_key (purpose, wrapped_key) values (:purpose, :key)
      on conflict do nothing
      """;

  private static final String SELECT =
      """
      select wrapped_key from touchstone.stored_key where purpose = :purpose
      """;

  /**
   * The key of a purpose, 32 bytes; made at the first call and the same ever after.
   *
   * @param purpose what it is for, "pseudonyms:support-tickets"
   */
  public byte[] require(String purpose) {
    var stored = database.sql(SELECT).param("purpose", purpose).query(byte[].class).optional();
    if (stored.isPresent()) {
      return master.unwrap(stored.get(), purpose);
    }
    byte[] wrapped = master.wrap(secrets.newKey(purpose), purpose);
    database.sql(INSERT).param("purpose", purpose).param("key", wrapped).update();
    return master.unwrap(
        database.sql(SELECT).param("purpose", purpose).query(byte[].class).single(), purpose);
  }

  private static final String ANY =
      """
      select purpose, wrapped_key from touchstone.stored_key order by purpose limit 1
      """;

  /** Whether the stored keys were wrapped by this master key; true where there are none. */
  boolean fitMasterKey() {
    return database
        .sql(ANY)
        .query((row, number) -> unwraps(row.getBytes("wrapped_key"), row.getString("purpose")))
        .optional()
        .orElse(true);
  }

  private boolean unwraps(byte[] wrapped, String purpose) {
    try {
      master.unwrap(wrapped, purpose);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
