package io.touchstone.pipeline;

import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.crypto.MasterKey;
import io.touchstone.platform.web.Refusal;
import java.util.Optional;
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

  /**
   * Keyed hashing under the batch's key.
   *
   * @throws Refusal 410 if the key was destroyed to erase the raw objects
   */
  public Hmac of(String batchId) {
    byte[] wrapped =
        database
            .sql(WRAPPED)
            .param("batch", batchId)
            .query((row, number) -> Optional.ofNullable(row.getBytes("wrapped_key")))
            .single()
            .orElseThrow(
                () ->
                    new Refusal(
                        410,
                        "raw-objects-erased",
                        "The key of batch %s was destroyed to erase its raw objects: what needs it is over."
                            .formatted(batchId)));
    return Hmac.of(master.unwrap(wrapped, purpose(batchId)));
  }

  /** For what the batch's key is wrapped. */
  public static String purpose(String batchId) {
    return "batch:" + batchId;
  }
}
