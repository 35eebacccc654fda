package io.touchstone.platform.engine;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Whether the engine's work waits for a thread, so that who has one for long gives way. */
@Service
public class JobQueue {

  private final JdbcClient database;
  private final int threads;

  JobQueue(
      JdbcClient database, @Value("${camunda.bpm.job-execution.max-pool-size:3}") int threads) {
    this.database = database;
    this.threads = threads;
  }

  private static final String DUE =
      """
      select count(*) from (
        select 1 from act_ru_job
        where retries_ > 0 and suspension_state_ = 1 and (duedate_ is null or duedate_ <= now())
        limit :most) due
      """;

  /**
   * Whether more jobs are due than this node has threads for. Those that run are among them; with
   * several nodes it says so sooner than it must, which only makes turns shorter.
   */
  public boolean isFull() {
    return database.sql(DUE).param("most", threads + 1).query(Integer.class).single() > threads;
  }
}
