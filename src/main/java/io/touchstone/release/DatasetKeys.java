package io.touchstone.release;

import io.touchstone.platform.crypto.MasterKey;
import io.touchstone.platform.crypto.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The secret key of each dataset, which its pseudonyms come from. */
@Repository
class DatasetKeys {

  private final JdbcClient database;
  private final MasterKey master;
  private final Secrets secrets;

  DatasetKeys(JdbcClient database, MasterKey master, Secrets secrets) {
    this.database = database;
    this.master = master;
    this.secrets = secrets;
  }

  private static final String INSERT =
      """
      insert into touchstone.dataset_key (dataset, wrapped_key) values (:dataset, :key)
      on conflict do nothing
      """;

  private static final String SELECT =
      """
      select wrapped_key from touchstone.dataset_key where dataset = :dataset
      """;

  /** The pseudonyms of the dataset's lineage; the key is made at the first call. */
  Pseudonyms pseudonyms(String dataset) {
    String purpose = "dataset:" + dataset;
    if (database.sql(SELECT).param("dataset", dataset).query(byte[].class).list().isEmpty()) {
      byte[] wrapped = master.wrap(secrets.newKey(purpose), purpose);
      database.sql(INSERT).param("dataset", dataset).param("key", wrapped).update();
    }
    byte[] wrapped = database.sql(SELECT).param("dataset", dataset).query(byte[].class).single();
    return new KeyedPseudonyms(master.unwrap(wrapped, purpose));
  }
}
