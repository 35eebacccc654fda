package io.touchstone.ingestion.review;

import io.touchstone.deidentification.OffsetMap;
import io.touchstone.ingestion.item.CorrectionRepository;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import io.touchstone.statistics.StratifiedBound.Stratum;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a privacy review's sheets are drawn from. */
@Repository
class SampleRepository {

  private final JdbcClient database;
  private final Json json;

  SampleRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  /** A stratum is a source object; of many source objects, those of one media type together. */
  private static final String BY_STRATUM =
      """
      with objects as (
        select id, case when count(*) over () <= 20 then id else media_type end as stratum
        from touchstone.source_object where batch_id = :batch),
      drawn as (
        select d.item_id, s.round is not null as submitted
        from touchstone.privacy_review_item d
        left join touchstone.privacy_submission s on s.batch_id = d.batch_id and s.round = d.round
        where d.batch_id = :batch and d.run = :run and d.kind = 'random'),
      items as (
        select m.item_id, o.stratum
        from touchstone.manifest_entry m
        join objects o on o.id = m.source_id
        where m.batch_id = :batch and m.item_id is not null)
      """;

  private static final String STRATA =
      BY_STRATUM
          + """
          select i.stratum, count(*) as population, count(*) filter (where d.submitted) as sample
          from items i left join drawn d on d.item_id = i.item_id
          group by i.stratum order by i.stratum
          """;

  /** The parts of the batch with what was looked at in them, in the order of their names. */
  List<Stratum> strata(String batchId, int run) {
    return database
        .sql(STRATA)
        .param("batch", batchId)
        .param("run", run)
        .query((row, number) -> new Stratum(row.getInt("population"), row.getInt("sample")))
        .list();
  }

  /** An item of a stratum, and whether it was drawn at random already. */
  record Candidate(String itemId, String stratum, boolean drawn) {}

  private static final String CANDIDATES =
      BY_STRATUM
          + """
          select i.item_id, i.stratum, d.item_id is not null as drawn
          from items i left join drawn d on d.item_id = i.item_id
          order by i.stratum, i.item_id
          """;

  /** All items of the batch. */
  List<Candidate> candidates(String batchId, int run) {
    return database
        .sql(CANDIDATES)
        .param("batch", batchId)
        .param("run", run)
        .query(
            (row, number) ->
                new Candidate(
                    row.getString("item_id"), row.getString("stratum"), row.getBoolean("drawn")))
        .list();
  }

  private static final String UNSEEN =
      """
      select i.id from touchstone.item i
      where i.batch_id = :batch and not exists (
        select from touchstone.privacy_review_item d where d.item_id = i.id and d.run = :run)
      and (not :masked or i.offset_map <> '[]' and not exists (
        select from touchstone.item_object o
        where o.item_id = i.id and o.media_type ~ '^(image|audio|video)/'))
      order by i.id
      """;

  /**
   * Items that no sheet has shown, not even as a copy.
   *
   * @param masked only those in whose text something is masked, and of which nothing is seen or
   *     heard that would show a changed copy to be one
   */
  List<String> unseen(String batchId, int run, boolean masked) {
    return database
        .sql(UNSEEN)
        .param("batch", batchId)
        .param("run", run)
        .param("masked", masked)
        .query(String.class)
        .list();
  }

  private static final String DOUBTFUL =
      """
      select o.item_id from touchstone.item_object o
      where o.batch_id = :batch and o.doubtful_places <> '[]' and not exists (
        select from touchstone.privacy_review_item d where d.item_id = o.item_id and d.run = :run)
      order by jsonb_array_length(o.doubtful_places) desc, o.item_id
      """;

  /** Pictures with doubtful places that no sheet has shown, those with the most places first. */
  List<String> doubtful(String batchId, int run) {
    return database
        .sql(DOUBTFUL)
        .param("batch", batchId)
        .param("run", run)
        .query(String.class)
        .list();
  }

  private static final String TEXT =
      """
      select id, text, offset_map from touchstone.item where id = :id
      """;

  /** An item's text as it stands. */
  CorrectionRepository.Text text(String itemId) {
    return database
        .sql(TEXT)
        .param("id", itemId)
        .query(
            (row, number) ->
                new CorrectionRepository.Text(
                    row.getString("id"),
                    row.getString("text"),
                    json.read(row.getString("offset_map"), OffsetMap.class)))
        .single();
  }

  private static final String POLICY =
      """
      select min(policy_sha256) as policy from touchstone.manifest_entry
      where batch_id = :batch and status = 'ok'
      having min(policy_sha256) = max(policy_sha256)
      """;

  /** Digest of the rules that all items went through; empty where there were several. */
  Optional<String> policy(String batchId) {
    return database.sql(POLICY).param("batch", batchId).query(String.class).optional();
  }

  private static final String STREAM =
      """
      select count(distinct r.batch_id) as batches, coalesce(sum(s.reviewed), 0) as reviewed,
             coalesce(sum(s.missed), 0) as missed
      from touchstone.privacy_review r
      join touchstone.privacy_submission s on s.batch_id = r.batch_id and s.round = r.round
      join touchstone.batch b on b.id = r.batch_id
      where b.project_key = :project and r.policy_sha256 = :policy and s.submitted_at >= :since
        and r.run = (
          select max(run) from touchstone.privacy_review
          where batch_id = r.batch_id and policy_sha256 = r.policy_sha256)
      """;

  /**
   * What random samples of a project's batches under the same rules have shown since then; of a
   * batch whose review was begun anew, the last one.
   */
  LeakStream stream(String projectKey, String policy, Instant since) {
    return database
        .sql(STREAM)
        .param("project", projectKey)
        .param("policy", policy)
        .param("since", Times.utc(since))
        .query(
            (row, number) ->
                new LeakStream(row.getInt("batches"), row.getInt("reviewed"), row.getInt("missed")))
        .single();
  }
}
