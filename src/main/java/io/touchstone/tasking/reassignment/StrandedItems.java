package io.touchstone.tasking.reassignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items whose person is away or refused them, and that nobody else may have at present. */
@Repository
public class StrandedItems {

  private final JdbcClient database;

  StrandedItems(JdbcClient database) {
    this.database = database;
  }

  private static final String SELECT =
      """
      select p.batch_id, p.kind, count(*) as items
      from touchstone.work_package p
      join touchstone.annotator n on n.id = p.annotator_id
      join touchstone.batch b on b.id = p.batch_id
      join touchstone.assignment a on a.work_package_id = p.id
      join touchstone.item i on i.id = a.item_id and i.batch_id is not null
      where p.state = 'queued' and (p.shelved or not n.available)
        and b.state not in ('stopped', 'done') and %s
      group by p.batch_id, p.kind
      order by p.batch_id, p.kind
      """;

  private static final String OF_BATCH = SELECT.formatted("p.batch_id = :id");

  /** What a batch lacks; empty if nothing. */
  public List<Stranded> of(String batchId) {
    return database.sql(OF_BATCH).param("id", batchId).query(StrandedItems::stranded).list();
  }

  private static final String OF_PERSON = SELECT.formatted("p.annotator_id = :id");

  /** What still waits for a person in particular, by batch. */
  List<Stranded> ofPerson(String annotatorId) {
    return database.sql(OF_PERSON).param("id", annotatorId).query(StrandedItems::stranded).list();
  }

  private static Stranded stranded(ResultSet row, int number) throws SQLException {
    long items = row.getLong("items");
    return new Stranded(
        row.getString("batch_id"),
        row.getString("kind"),
        items,
        (items == 1 ? "1 item waits" : items + " items wait")
            + " for somebody: whoever had it is away or must not have it, and nobody else who may"
            + " is there. Note the return of somebody who is away, or add a person with the"
            + " project's skill.");
  }
}
