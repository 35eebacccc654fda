package io.touchstone.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class BulkCopyTest extends IntegrationTest {

  private static final int MANY = 5_000;

  @Autowired private BulkCopy copy;
  @Autowired private JdbcClient database;
  @Autowired private TransactionTemplate transaction;

  @Test
  void many_rows_after_few_do_not_read_all_that_they_refer_to_for_each_of_them() {
    long read =
        transaction.execute(
            status -> {
              status.setRollbackOnly();
              run("create table copied_to (id integer primary key)");
              run("create table copied (id integer references copied_to)");
              run("insert into copied_to select generate_series(1, 10)");
              run("analyze copied_to");
              // The session plans a check for good after five times.
              IntStream.rangeClosed(1, 10)
                  .forEach(id -> run("insert into copied values (" + id + ")"));
              run("insert into copied_to select generate_series(11, " + MANY + ")");
              long before = readFromEndToEnd();

              copy.insert(
                  "copied (id)",
                  IntStream.rangeClosed(1, MANY).mapToObj(id -> List.<Object>of(id)).toList());

              return readFromEndToEnd() - before;
            });

    assertThat(read).as("rows read without an index").isLessThan(MANY);
  }

  private void run(String sql) {
    database.sql(sql).update();
  }

  private long readFromEndToEnd() {
    return database
        .sql("select seq_tup_read from pg_stat_xact_user_tables where relname = 'copied_to'")
        .query(Long.class)
        .single();
  }
}
