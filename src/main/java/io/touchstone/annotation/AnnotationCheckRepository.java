package io.touchstone.annotation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AnnotationCheckRepository {

  private final JdbcClient database;

  AnnotationCheckRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String MISSING =
      """
      select count(*) from touchstone.current_assignment a
      join touchstone.work_package p on p.id = a.work_package_id
      where a.batch_id = :batch and p.kind = 'annotation' and p.state <> 'withdrawn'
        and not exists (select 1 from touchstone.judgement j where j.assignment_id = a.id)
      """;

  long missing(String batchId) {
    return database.sql(MISSING).param("batch", batchId).query(Long.class).single();
  }

  private static final String INVALID =
      """
      select count(*) from touchstone.judgement j
      join touchstone.current_assignment a on a.id = j.assignment_id
      where j.batch_id = :batch and j.role = 'annotator'
        and exists (select from touchstone.judgement_answer s
                    where s.judgement_id = j.id
                      and not s.labels <@ string_to_array(:labels, ','))
      """;

  /**
   * @param labels ids of the schema; kebab case, so that a comma separates them safely
   */
  long invalid(String batchId, List<String> labels) {
    return database
        .sql(INVALID)
        .param("batch", batchId)
        .param("labels", String.join(",", labels))
        .query(Long.class)
        .single();
  }

  private static final String TOO_FAST =
      """
      with labelled as materialized (
        select p.id as package, a.id as assignment
        from touchstone.batch b
        join touchstone.work_package p on p.batch_id = b.id and p.round = b.labelling_round
        join touchstone.assignment a on a.batch_id = b.id and a.work_package_id = p.id
        where b.id = :batch and p.kind = 'annotation' and p.state = 'submitted')
      select l.package
      from labelled l
      join lateral (select active_seconds from touchstone.judgement j
                    where j.assignment_id = l.assignment order by j.id desc limit 1) j on true
      group by l.package
      having percentile_cont(0.5) within group (order by j.active_seconds) < :minimum
      order by l.package
      """;

  /**
   * Packages of the present labelling round; earlier ones were decided upon in theirs. The batch's
   * own assignments come first, or the latest judgement of everybody's would be looked up.
   */
  List<String> tooFast(String batchId, double minimumSeconds) {
    return database
        .sql(TOO_FAST)
        .param("batch", batchId)
        .param("minimum", minimumSeconds)
        .query(String.class)
        .list();
  }

  /**
   * A package whose pace nobody can tell.
   *
   * @param items of the package
   * @param openSeconds how long it lay open
   * @param betweenSeconds from one answer's coming in to the next one's, the median
   */
  record Undecided(
      @JsonProperty("package") String packageId,
      String person,
      int items,
      double openSeconds,
      double betweenSeconds) {}

  private static final String UNDECIDED =
      """
      with came as (
        select p.id as package, p.annotator_id as person, p.open_seconds,
               extract(epoch from (d.first_saved_at - lag(d.first_saved_at)
                 over (partition by p.id order by d.first_saved_at, d.assignment_id))) as between
        from touchstone.batch b
        join touchstone.work_package p on p.batch_id = b.id and p.round = b.labelling_round
        join touchstone.annotator n on n.id = p.annotator_id and not n.simulated
        join touchstone.assignment a on a.batch_id = b.id and a.work_package_id = p.id
        join touchstone.draft d on d.assignment_id = a.id
        where b.id = :batch and p.kind = 'annotation' and p.state = 'submitted')
      select package, person, count(*) as items, min(open_seconds) as open,
             percentile_cont(0.5) within group (order by between) as between
      from came
      group by package, person
      having percentile_cont(0.5) within group (order by between) < :minimum
      order by package
      """;

  /**
   * Packages of the present round whose answers came in faster than a person can read, the too fast
   * ones among them: after a lost connection they may have been waiting in the person's browser.
   */
  List<Undecided> cameAtOnce(String batchId, double minimumSeconds) {
    return database
        .sql(UNDECIDED)
        .param("batch", batchId)
        .param("minimum", minimumSeconds)
        .query(
            (row, number) ->
                new Undecided(
                    row.getString("package"),
                    row.getString("person"),
                    row.getInt("items"),
                    row.getDouble("open"),
                    row.getDouble("between")))
        .list();
  }
}
