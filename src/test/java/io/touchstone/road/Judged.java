package io.touchstone.road;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stage 4 has done with the items of a batch, each named by its text. */
public record Judged(JdbcClient database, String batchId) {

  public static Judged of(BeanFactory beans, String batchId) {
    return new Judged(beans.getBean(JdbcClient.class), batchId);
  }

  /**
   * As if a measurement had found that every item is surely right, but for one, whose label most
   * gave is true with a probability of 0.80: items for such a model would be too many for a test.
   */
  public void improbable(String text) {
    database
        .sql(
            """
            with report as (
              insert into touchstone.quality_report
                (batch_id, round, numbers, inputs_sha256, created_at)
              select batch_id, round + 1, numbers, 'planted', created_at
              from touchstone.quality_report where batch_id = :batch
              order by round desc limit 1
              returning round)
            insert into touchstone.item_truth
              (batch_id, round, item_id, question, labelling_round, label, posterior, soft, method,
               version)
            select :batch, report.round, i.id, 'answer', 1, j.label, p.posterior,
                   jsonb_build_object(j.label, p.posterior), 'dawid-skene', 'planted'
            from report
            cross join touchstone.item i
            join lateral (
              select mode() within group (order by category) as label
              from touchstone.judgement_answer a
              join touchstone.judgement given on given.id = a.judgement_id
              where given.item_id = i.id) j on true
            join lateral (
              select case when i.text = :text then 0.8 else 0.99 end as posterior) p on true
            where i.batch_id = :batch
            """)
        .param("batch", batchId)
        .param("text", text)
        .update();
  }

  /** The first of these people who has never had the item. */
  public String whoHasNot(String text, Road road, String... names) {
    return Stream.of(names)
        .filter(
            name ->
                database
                        .sql(
                            """
                            select count(*) from touchstone.judgement j
                            join touchstone.item i on i.id = j.item_id
                            where j.batch_id = :batch and i.text = :text
                              and j.annotator_id = :person
                            """)
                        .param("batch", batchId)
                        .param("text", text)
                        .param("person", road.person(name).id())
                        .query(Long.class)
                        .single()
                    == 0)
        .findFirst()
        .orElseThrow();
  }

  /** "pass route rule" of each route that an item has had. */
  public List<String> routes(String text) {
    return strings("select pass || ' ' || route || ' ' || rule", "item_route", "pass", text);
  }

  /** "label method rule" of an item's verdict that holds. */
  public String verdict(String text) {
    List<String> all =
        strings(
            "select (select a.category from touchstone.verdict_answer a where a.verdict_id = r.id)"
                + " || ' ' || method || ' ' || routing_rule",
            "verdict",
            "superseded_at, r.round",
            text);
    return all.get(all.size() - 1);
  }

  /** What annotators have said of an item. */
  public List<String> labels(String text) {
    return strings(
            "select case when role = 'annotator' then (select a.category"
                + " from touchstone.judgement_answer a where a.judgement_id = r.id) end",
            "judgement",
            "r.id",
            text)
        .stream()
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  private List<String> strings(String select, String table, String order, String text) {
    return database
        .sql(
            select
                + " from touchstone."
                + table
                + " r join touchstone.item i on i.id = r.item_id"
                + " where r.batch_id = :batch and i.text = :text order by "
                + order)
        .param("batch", batchId)
        .param("text", text)
        .query(String.class)
        .list();
  }

  /** What the random audit has come to. */
  public String audited() {
    return database
        .sql(
            """
            select (select count(*) from touchstone.item_route
                    where batch_id = :batch and route = 'accept')
                   || ' accepted, ' || count(*) || ' drawn, ' || count(o.correct) || ' audited, '
                   || count(*) filter (where not o.correct) || ' wrong'
            from touchstone.audit_sample s
            left join touchstone.audit_outcome o on o.audit_sample_id = s.id
            where s.batch_id = :batch
            """)
        .param("batch", batchId)
        .query(String.class)
        .single();
  }
}
