package io.touchstone.pipeline;

import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.crypto.MasterKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The secret key of each batch: ids and hidden draws come from it. */
@Repository
public class BatchKeys {

  private final JdbcClient database;
  private final MasterKey master;

  BatchKeys(JdbcClient database, MasterKey master) {
    this.database = database;
    this.master = master;
  }

  private static final String WRAPPED =
      """
      select wrapped_key from touchstone.batch where id = :batch
      """;

  /** Keyed hashing under the batch's key. */
  public Hmac of(String batchId) {
    byte[] wrapped = database.sql(WRAPPED).param("batch", batchId).query(byte[].class).single();
    return Hmac.of(master.unwrap(wrapped, purpose(batchId)));
  }

  /** For what the batch's key is wrapped. */
  public static String purpose(String batchId) {
    return "batch:" + batchId;
  }
}
