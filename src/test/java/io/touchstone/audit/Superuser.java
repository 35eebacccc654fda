package io.touchstone.audit;

import io.touchstone.platform.DataFolder;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.StoredKeyRepository;
import io.touchstone.platform.engine.process.ProcessSets;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody whom no trigger and no right stops. What is done is seen by the product's own check, on
 * the same connection, and rolled back.
 */
public final class Superuser implements AutoCloseable {

  private final SingleConnectionDataSource connection;
  private final TransactionTemplate transaction;
  private final JdbcClient database;
  private final History history;

  private Superuser(SingleConnectionDataSource connection, BeanFactory beans) {
    this.connection = connection;
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(connection));
    this.database = JdbcClient.create(connection);
    Json json = beans.getBean(Json.class);
    AuditChain chain =
        new AuditChain(
            new SealRepository(connection, json),
            beans.getBean(StoredKeyRepository.class),
            beans.getBean(SealCopy.class),
            beans.getBean(SealSender.class),
            json,
            beans.getBean(Clock.class));
    RecordingRepository recordings = new RecordingRepository(connection, json);
    List<RecordedRows> kinds =
        List.copyOf(((ListableBeanFactory) beans).getBeansOfType(RecordedRows.class).values());
    this.history =
        new History(
            chain,
            recordings,
            new RowCheck(recordings, kinds),
            new DeploymentCheck(recordings, beans.getBean(ProcessSets.class)));
  }

  /** Of the embedded database of a running application. */
  public static Superuser of(BeanFactory beans) {
    try {
      String password =
          Files.readString(
                  beans.getBean(DataFolder.class).root().resolve("postgres").resolve("password"))
              .trim();
      String url = beans.getBean(EmbeddedPostgres.class).getJdbcUrl("postgres", "postgres");
      return new Superuser(
          new SingleConnectionDataSource(url.replaceAll("[?].*", ""), "postgres", password, true),
          beans);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Does something with triggers and foreign keys off, and undoes it. */
  public <T> T undone(Function<JdbcClient, T> work) {
    return transaction.execute(
        status -> {
          status.setRollbackOnly();
          database.sql("set local session_replication_role = replica").update();
          return work.apply(database);
        });
  }

  /** Does something with triggers and foreign keys off, for good. */
  public <T> T kept(Function<JdbcClient, T> work) {
    return transaction.execute(
        status -> {
          database.sql("set local session_replication_role = replica").update();
          return work.apply(database);
        });
  }

  /** What the product's check finds, as the database is within {@link #undone}. */
  public History.Found check(Optional<String> batch) {
    return history.check(batch);
  }

  @Override
  public void close() {
    connection.destroy();
  }
}
