package io.touchstone.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether work waits for a thread, and in which order it is taken. */
class JobQueueTest extends IntegrationTest {

  @Autowired private BeanFactory beans;
  @Autowired private JdbcClient database;

  @Test
  void a_batch_that_comes_while_all_threads_are_busy_makes_the_queue_full_and_waits_in_order() {
    int busy = due();
    assertThat(new JobQueue(database, busy).isFull()).isFalse();

    Road road = Road.of(beans, Options.standard()).receiveThings(2);

    assertThat(new JobQueue(database, busy).isFull()).isTrue();
    assertThat(new JobQueue(database, busy + 1).isFull()).isFalse();
    assertThat(
            database
                .sql(
                    """
                    select count(*) from act_ru_job j
                    join act_ru_execution e on e.id_ = j.process_instance_id_
                    where e.business_key_ = ? and j.duedate_ is not null
                    """)
                .param(road.batchId())
                .query(Integer.class)
                .single())
        .as("jobs that stand in the line by the time at which they came")
        .isEqualTo(1);
  }

  private int due() {
    return database
        .sql(
            """
            select count(*) from act_ru_job
            where retries_ > 0 and suspension_state_ = 1
              and (duedate_ is null or duedate_ <= now())
            """)
        .query(Integer.class)
        .single();
  }
}
