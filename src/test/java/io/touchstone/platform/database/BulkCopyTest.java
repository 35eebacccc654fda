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
  private static final int FEW = 50;

  @Autowired private BulkCopy copy;
  @Autowired private JdbcClient database;
  @Autowired private TransactionTemplate transaction;

  @Test
  void many_rows_after_few_do_not_read_all_that_they_refer_to_for_each_of_them() {
    assertThat(readWhile(() -> copy(1, MANY))).as("rows read without an index").isLessThan(MANY);
  }

  @Test
  void nor_do_many_copies_of_few_rows_that_were_announced() {
    long read =
        readWhile(
            () -> {
              copy.planChecksAnew();
              for (int first = 1; first < MANY; first += FEW) {
                copy(first, first + FEW - 1);
              }
            });

    assertThat(read).as("rows read without an index").isLessThan(MANY);
  }

  private void copy(int first, int last) {
    copy.insert(
        "copied (id)",
        IntStream.rangeClosed(first, last).mapToObj(id -> List.<Object>of(id)).toList());
  }

  /** Rows read without an index by copies into a table whose other table has grown since. */
  private long readWhile(Runnable copies) {
    return transaction.execute(
        status -> {
          status.setRollbackOnly();
          run("create table copied_to (id integer primary key)");
          run("create table copied (id integer references copied_to)");
          run("insert into copied_to select generate_series(1, 10)");
          run("analyze copied_to");
          // The session plans a check for good after five times.
          IntStream.rangeClosed(1, 10).forEach(id -> run("insert into copied values (" + id + ")"));
          run("insert into copied_to select generate_series(11, " + MANY + ")");
          long before = readFromEndToEnd();
          copies.run();
          return readFromEndToEnd() - before;
        });
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
