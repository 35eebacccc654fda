package io.touchstone.project;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers that a project gives its batches, one after the other. */
@Repository
public class BatchNumberRepository {

  private final JdbcClient database;

  BatchNumberRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String TAKE =
      """
      update touchstone.project set next_batch = next_batch + 1
      where key = :project
      returning next_batch - 1
      """;

  /** The next number; nobody else gets it. */
  public int take(String projectKey) {
    return database.sql(TAKE).param("project", projectKey).query(Integer.class).single();
  }
}
