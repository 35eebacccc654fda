package io.touchstone.platform.engine.task;

import io.touchstone.platform.engine.ProjectGroups;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What the engine has open for many batches at once, each in one query however many there are: the
 * engine's own interface would ask once per task. People have one open package at a time, so there
 * are about as many open tasks as people.
 */
@Service
public class OpenWork {

  private final JdbcClient database;

  OpenWork(JdbcClient database) {
    this.database = database;
  }

  private static final String TASKS =
      """
      select t.id_, t.task_def_key_, t.assignee_, t.create_time_, t.due_date_, e.business_key_,
             string_agg(coalesce(l.group_id_, l.user_id_), ' '
                        order by coalesce(l.group_id_, l.user_id_)) as candidates
      from act_ru_execution e
      join act_ru_task t on t.proc_inst_id_ = e.id_
      left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
      where e.business_key_ in (:batches)
      group by t.id_, e.business_key_
      order by t.create_time_, t.id_
      """;

  /** The waiting tasks of these batches, oldest first. */
  public List<WaitingTask> tasks(Collection<String> batchIds) {
    if (batchIds.isEmpty()) {
      return List.of();
    }
    return database.sql(TASKS).param("batches", batchIds).query(OpenWork::task).list();
  }

  private static final String STANDSTILLS =
      """
      select e.business_key_, i.activity_id_, i.incident_timestamp_
      from act_ru_execution e
      join act_ru_incident i on i.proc_inst_id_ = e.id_
      where e.business_key_ in (:batches) and i.id_ = i.root_cause_incident_id_
      order by i.incident_timestamp_, i.id_
      """;

  /** Where the engine has given up on these batches, oldest first. */
  public List<Standstill> standstills(Collection<String> batchIds) {
    if (batchIds.isEmpty()) {
      return List.of();
    }
    return database
        .sql(STANDSTILLS)
        .param("batches", batchIds)
        .query(
            (row, number) ->
                new Standstill(
                    row.getString("business_key_"),
                    row.getString("activity_id_"),
                    row.getTimestamp("incident_timestamp_").toInstant()))
        .list();
  }

  private static final String WAITING =
      """
      select distinct e.business_key_
      from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
      where e.business_key_ is not null
      """;

  /** Ids of all batches that a person's task waits in. */
  public Set<String> waitingBatches() {
    return new TreeSet<>(database.sql(WAITING).query(String.class).list());
  }

  private static final String STANDING_STILL =
      """
      select distinct e.business_key_
      from act_ru_incident i join act_ru_execution e on e.id_ = i.proc_inst_id_
      where e.business_key_ is not null
      """;

  /** Ids of all batches on which the engine has given up somewhere. */
  public Set<String> failedBatches() {
    return new TreeSet<>(database.sql(STANDING_STILL).query(String.class).list());
  }

  private static WaitingTask task(ResultSet row, int number) throws SQLException {
    return new WaitingTask(
        row.getString("id_"),
        row.getString("task_def_key_"),
        row.getString("business_key_"),
        Optional.ofNullable(row.getString("assignee_")),
        Optional.ofNullable(row.getString("candidates")).stream()
            .flatMap(all -> Stream.of(all.split(" ")))
            .map(ProjectGroups::role)
            .distinct()
            .toList(),
        at(row, "create_time_").orElseThrow(),
        at(row, "due_date_"));
  }

  /** The engine writes its times without a zone, in the zone of the machine. */
  private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
