package io.touchstone.tasking.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two batches of a project are planned in the same moment, as on two nodes. */
class TwoPlansTest extends IntegrationTest {

  @Autowired private BeanFactory beans;
  @Autowired private TaskCreation creation;
  @Autowired private JdbcClient database;
  @Autowired private TransactionTemplate transaction;
  private final ExecutorService otherNode = Executors.newSingleThreadExecutor();

  @AfterEach
  void stop() {
    otherNode.shutdownNow();
  }

  @Test
  void nobody_is_given_the_same_gold_by_both_and_both_succeed() throws Exception {
    Road road =
        Road.of(beans, Options.standard().annotatorsPerItem(1).gold(0.2, 5)).annotators("ada");
    String first = road.receiveThings(40).untilJobAt("plan-assignments").batchId();
    String second = road.receiveThings(40).untilJobAt("plan-assignments").batchId();

    Future<TaskCreation.Plan> beside =
        transaction.execute(
            status -> {
              creation.plan(first);
              Future<TaskCreation.Plan> begun = otherNode.submit(() -> creation.plan(second));
              untilItWaits(begun);
              return begun;
            });

    assertThat(beside.get(1, TimeUnit.MINUTES).items()).isEqualTo(40);
    assertThat(assignmentsOfGold(first)).isPositive();
    assertThat(
            database
                .sql(
                    """
                    select count(*) - count(distinct item_id) from touchstone.assignment
                    where batch_id in (?, ?) and item_id in (
                      select item_id from touchstone.gold_item)
                    """)
                .params(first, second)
                .query(Long.class)
                .single())
        .isZero();
  }

  private long assignmentsOfGold(String batch) {
    return database
        .sql(
            """
            select count(*) from touchstone.assignment
            where batch_id = ? and item_id in (select item_id from touchstone.gold_item)
            """)
        .param(batch)
        .query(Long.class)
        .single();
  }

  /** Until the database says that somebody waits for a lock, or there is nothing to wait for. */
  private void untilItWaits(Future<?> begun) {
    long waiting = 0;
    while (waiting == 0 && !begun.isDone()) {
      waiting =
          database
              .sql("select count(*) from pg_locks where not granted")
              .query(Long.class)
              .single();
      Thread.onSpinWait();
    }
  }
}
