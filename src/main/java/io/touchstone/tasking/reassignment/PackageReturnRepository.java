package io.touchstone.tasking.reassignment;

import io.touchstone.platform.database.Times;
import io.touchstone.tasking.ReturnReason;
import io.touchstone.tasking.WorkPackage;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of packages that came back. */
@Repository
class PackageReturnRepository {

  private final JdbcClient database;

  PackageReturnRepository(JdbcClient database) {
    this.database = database;
  }

  /**
   * One return.
   *
   * @param moved items that others got
   * @param kept items that the person keeps, in a new task
   * @param shortOf items that wait until somebody may have them
   */
  record Row(int moved, int kept, int shortOf) {}

  private static final String INSERT =
      """
      insert into touchstone.package_return
        (package_id, annotator_id, reason, items_moved, items_kept, items_short, created_at)
      values (:package, :annotator, :reason, :moved, :kept, :short, :at)
      """;

  void insert(WorkPackage back, ReturnReason reason, Row row, Instant at) {
    database
        .sql(INSERT)
        .param("package", back.id())
        .param("annotator", back.annotatorId())
        .param("reason", reason.id())
        .param("moved", row.moved())
        .param("kept", row.kept())
        .param("short", row.shortOf())
        .param("at", Times.utc(at))
        .update();
  }

  private static final String LATEST =
      """
      select items_moved, items_kept, items_short from touchstone.package_return
      where package_id = :package order by id desc limit 1
      """;

  Row latest(String packageId) {
    return database
        .sql(LATEST)
        .param("package", packageId)
        .query((row, number) -> new Row(row.getInt(1), row.getInt(2), row.getInt(3)))
        .single();
  }
}
