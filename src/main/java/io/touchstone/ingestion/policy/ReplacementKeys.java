package io.touchstone.ingestion.policy;

import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.crypto.MasterKey;
import io.touchstone.platform.crypto.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The secret keys under which values are replaced: one of each project, one of all. */
@Repository
public class ReplacementKeys {

  private static final String STORE =
      """
      insert into touchstone.deidentification_key (owner, wrapped_key)
      values (:owner, :wrapped)
      on conflict (owner) do nothing
      """;

  private static final String WRAPPED =
      """
      select wrapped_key from touchstone.deidentification_key where owner = :owner
      """;

  private final JdbcClient database;
  private final MasterKey master;
  private final Secrets secrets;

  ReplacementKeys(JdbcClient database, MasterKey master, Secrets secrets) {
    this.database = database;
    this.master = master;
    this.secrets = secrets;
  }

  public Hmac ofProject(String project) {
    return key("project:" + project);
  }

  Hmac ofCorpus() {
    return key("corpus");
  }

  /** The key; the first who asks makes it, and all get the same. */
  private Hmac key(String owner) {
    String purpose = "deidentification:" + owner;
    byte[] wrapped =
        database
            .sql(WRAPPED)
            .param("owner", owner)
            .query(byte[].class)
            .optional()
            .orElseGet(() -> made(owner, purpose));
    return Hmac.of(master.unwrap(wrapped, purpose));
  }

  private byte[] made(String owner, String purpose) {
    database
        .sql(STORE)
        .param("owner", owner)
        .param("wrapped", master.wrap(secrets.newKey(purpose), purpose))
        .update();
    return database.sql(WRAPPED).param("owner", owner).query(byte[].class).single();
  }
}
