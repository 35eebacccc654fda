package io.touchstone.platform.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Access to the database that within a transaction holds a few rows of a long answer at a time. */
public final class Cursors {

  private Cursors() {}

  /**
   * A client whose queries come from a cursor if they are read as streams within a transaction;
   * outside of one PostgreSQL's driver fetches the whole answer.
   *
   * @param rows fetched at once
   */
  public static JdbcClient of(DataSource source, int rows) {
    JdbcTemplate template = new JdbcTemplate(source);
    template.setFetchSize(rows);
    return JdbcClient.create(template);
  }
}
