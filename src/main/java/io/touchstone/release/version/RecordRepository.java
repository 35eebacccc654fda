package io.touchstone.release.version;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.answer.Answer;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanSet;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.platform.database.Cursors;
import io.touchstone.platform.database.Json;
import io.touchstone.project.LabellingColumns;
import io.touchstone.release.format.AcceptedAgainst;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.LabelledItem;
import io.touchstone.release.format.LabelledItems;
import io.touchstone.release.format.Lineage;
import io.touchstone.release.format.ProcessOrigin;
import io.touchstone.release.format.RecordAnswer;
import io.touchstone.release.format.RecordFile;
import io.touchstone.release.format.SoftLabel;
import io.touchstone.workforce.Pseudonyms;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The records of a version, streamed within the caller's transaction. */
@Repository
public class RecordRepository {

  /** Rows hold texts, of up to 1 MiB each. */
  private static final int FETCH_ROWS = 100;

  private final JdbcClient database;
  private final Json json;
  private final LabellingColumns columns;

  RecordRepository(DataSource source, Json json, LabellingColumns columns) {
    // Rows come in portions, so that a million of them are never in memory at once.
    this.database = Cursors.of(source, FETCH_ROWS);
    this.json = json;
    this.columns = columns;
  }

  private static final String COUNT = IncludedItems.CTE + "select count(*) from included";

  public long count(Scope scope) {
    return database.sql(COUNT).params(IncludedItems.parameters(scope)).query(Long.class).single();
  }

  private static final String ITEMS =
      IncludedItems.CTE
          + """
          select i.*, m.row_number, m.policy_sha256, s.digest, b.label_schema_version,
                 b.guideline_version, j.judgements, t.soft, o.media_type, o.sha256, o.bytes,
                 p.split
          from included i
          left join touchstone.item_object o on o.item_id = i.id
          left join touchstone.dataset_split p
            on :parted::boolean and p.dataset = :dataset and p.item_id = i.id
          join touchstone.batch b on b.id = i.batch_id
          join touchstone.manifest_entry m on m.item_id = i.id and m.status = 'ok'
          join touchstone.source_object s on s.id = m.source_id
          cross join lateral (
            select jsonb_agg(jsonb_build_object(
                     'annotator', last.annotator_id, 'role', last.role, 'label', last.label,
                     'spans', last.spans, 'further', last.mode = 'further',
                     'labelSchemaVersion', last.label_schema_version,
                     'guidelineVersion', last.guideline_version)
                     order by last.annotator_id, last.role) as judgements
            from (
              select j.*, w.mode
              from touchstone.current_judgement j
              join touchstone.work_package w on w.id = j.work_package_id
              where j.item_id = i.id) last) j
          left join lateral (
            select jsonb_build_object('labels', latest.soft, 'method', latest.method,
                                      'version', latest.version) as soft
            from touchstone.item_truth latest
            where latest.batch_id = i.batch_id and latest.item_id = i.id
            order by latest.round desc limit 1) t on true
          order by i.id collate "C"
          """;

  /**
   * The items of a version.
   *
   * @param origins what the batches ran under, and against which gates
   * @param files content of an item's file
   * @param perSplit how many records each part has
   */
  public LabelledItems items(
      Scope scope,
      Pseudonyms pseudonyms,
      BatchOrigins origins,
      Function<String, InputStream> files,
      SortedMap<String, Long> perSplit) {
    long count = count(scope);
    return new LabelledItems() {
      @Override
      public long count() {
        return count;
      }

      @Override
      public SortedMap<String, Long> perSplit() {
        return perSplit;
      }

      @Override
      public void forEach(Consumer<LabelledItem> reader) {
        try (Stream<LabelledItem> rows =
            database
                .sql(ITEMS)
                .params(IncludedItems.parameters(scope))
                .query((row, number) -> item(row, pseudonyms, origins))
                .stream()) {
          rows.forEach(reader);
        }
      }

      @Override
      public InputStream file(String itemId) {
        return files.apply(itemId);
      }
    };
  }

  private LabelledItem item(ResultSet row, Pseudonyms pseudonyms, BatchOrigins origins)
      throws SQLException {
    List<StoredJudgement> judgements =
        Optional.ofNullable(row.getString("judgements"))
            .map(stored -> json.read(stored, new TypeReference<List<StoredJudgement>>() {}))
            .orElse(List.of());
    Lineage lineage =
        new Lineage(
            row.getString("id"),
            row.getString("content_hash"),
            new Lineage.Source(row.getString("digest"), row.getLong("row_number")),
            row.getString("policy_sha256"),
            row.getInt("label_schema_version"),
            row.getInt("guideline_version"),
            judgements.stream().map(judgement -> judgement.under(pseudonyms)).toList(),
            new Lineage.VerdictEntry(row.getString("method"), row.getString("routing_rule")),
            origins.process(row.getString("batch_id")),
            origins.against().getOrDefault(row.getString("batch_id"), List.of()),
            Optional.of(row.getString("batch_id"))
                .filter(batch -> !batch.equals(origins.firstBatch())));
    return new LabelledItem(record(row, answer(row, judgements)), lineage);
  }

  /** A judgement as the query above gives it. */
  private record StoredJudgement(
      String annotator,
      String role,
      Optional<String> label,
      Optional<List<Span>> spans,
      int labelSchemaVersion,
      int guidelineVersion,
      boolean further) {

    boolean ofAnnotator() {
      return role.equals("annotator");
    }

    Lineage.JudgementEntry under(Pseudonyms pseudonyms) {
      Answer labelling =
          label.<Answer>map(ClassLabel::new).orElseGet(() -> new SpanSet(spans.orElseThrow()));
      return new Lineage.JudgementEntry(
          pseudonyms.of(annotator), role, labelling, labelSchemaVersion, guidelineVersion, further);
    }
  }

  /**
   * How batches came to the dataset.
   *
   * @param firstBatch the dataset's oldest one, whose records do not name it
   * @param processes by batch, what it ran under
   * @param against by batch, the gates that it went on against; nothing of others
   */
  public record BatchOrigins(
      String firstBatch,
      Map<String, ProcessOrigin> processes,
      Map<String, List<AcceptedAgainst>> against) {

    private ProcessOrigin process(String batchId) {
      ProcessOrigin process = processes.get(batchId);
      if (process == null) {
        throw new IllegalStateException(
            "Records of batch "
                + batchId
                + " are in the dataset, but no published version says under"
                + " which process. Repair the row of that version in dataset_version.");
      }
      return process;
    }
  }

  private RecordAnswer answer(ResultSet row, List<StoredJudgement> judgements) throws SQLException {
    List<StoredJudgement> votes = judgements.stream().filter(StoredJudgement::ofAnnotator).toList();
    Optional<List<Span>> spans = columns.spans(row);
    if (spans.isPresent()) {
      return new RecordAnswer.MarkedSpans(
          spans.get().stream().map(span -> marked(span, votes)).toList(), votes.size());
    }
    SortedMap<String, Integer> perLabel = new TreeMap<>();
    votes.forEach(vote -> perLabel.merge(vote.label().orElseThrow(), 1, Integer::sum));
    return new RecordAnswer.OneLabel(row.getString("label"), perLabel, soft(row));
  }

  private Optional<SoftLabel> soft(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("soft"))
        .map(stored -> json.read(stored, SoftLabel.class));
  }

  private static RecordAnswer.MarkedSpan marked(Span span, List<StoredJudgement> votes) {
    long same = votes.stream().filter(vote -> vote.spans().orElseThrow().contains(span)).count();
    return new RecordAnswer.MarkedSpan(span, (int) same);
  }

  private static final String RECORDS =
      IncludedItems.CTE
          + """
          select i.*, (
            select jsonb_object_agg(label, votes) from (
              select j.label, count(*) as votes
              from touchstone.judgement j
              join touchstone.current_assignment a on a.id = j.assignment_id
              where j.item_id = i.id and j.role = 'annotator' and j.label is not null
                and not exists (
                  select 1 from touchstone.judgement later
                  where later.item_id = j.item_id and later.annotator_id = j.annotator_id
                    and later.role = j.role and later.id > j.id)
              group by j.label) counted) as votes,
            (select jsonb_build_object('labels', t.soft, 'method', t.method,
                                       'version', t.version)
             from touchstone.item_truth t
             where t.batch_id = i.batch_id and t.item_id = i.id
               and t.round = (select max(round) from touchstone.item_truth last
                              where last.batch_id = i.batch_id and last.item_id = i.id)) as soft,
            case when i.spans is not null then (
              select jsonb_build_object('judgements', count(*), 'votes', coalesce((
                select jsonb_agg(marked.votes order by marked.place) from (
                  select s.place, (
                    select count(*) from unnest(array_agg(j.spans)) as given (spans)
                    where given.spans @> jsonb_build_array(s.span)) as votes
                  from jsonb_array_elements(i.spans) with ordinality as s (span, place)) marked),
                '[]'))
              from touchstone.judgement j
              join touchstone.current_assignment a on a.id = j.assignment_id
              where j.item_id = i.id and j.role = 'annotator' and j.spans is not null
                and not exists (
                  select 1 from touchstone.judgement later
                  where later.item_id = j.item_id and later.annotator_id = j.annotator_id
                    and later.role = j.role and later.id > j.id)) end as span_votes,
            o.media_type, o.sha256, o.bytes, p.split
          from included i
          left join touchstone.item_object o on o.item_id = i.id
          left join touchstone.dataset_split p
            on :parted::boolean and p.dataset = :dataset and p.item_id = i.id
          order by i.id collate "C"
          """;

  /** The records as they should be in the files, counted by the database. */
  public void forEachRecord(Scope scope, Consumer<DatasetRecord> reader) {
    try (Stream<DatasetRecord> rows =
        database
            .sql(RECORDS)
            .params(IncludedItems.parameters(scope))
            .query((row, number) -> record(row, counted(row)))
            .stream()) {
      rows.forEach(reader);
    }
  }

  /** How many judged, and for each span in order how many of them marked it. */
  private record SpanVotes(int judgements, List<Integer> votes) {}

  private RecordAnswer counted(ResultSet row) throws SQLException {
    Optional<List<Span>> spans = columns.spans(row);
    if (spans.isPresent()) {
      SpanVotes counted = json.read(row.getString("span_votes"), SpanVotes.class);
      List<RecordAnswer.MarkedSpan> marked = new ArrayList<>();
      for (int at = 0; at < spans.get().size(); at++) {
        marked.add(new RecordAnswer.MarkedSpan(spans.get().get(at), counted.votes().get(at)));
      }
      return new RecordAnswer.MarkedSpans(marked, counted.judgements());
    }
    String votes = row.getString("votes");
    return new RecordAnswer.OneLabel(
        row.getString("label"),
        votes == null
            ? new TreeMap<>()
            : json.read(votes, new TypeReference<TreeMap<String, Integer>>() {}),
        soft(row));
  }

  private static DatasetRecord record(ResultSet row, RecordAnswer answer) throws SQLException {
    return new DatasetRecord(
        row.getString("id"),
        row.getString("text"),
        file(row),
        answer,
        row.getString("method"),
        Optional.ofNullable(row.getString("split")));
  }

  private static Optional<RecordFile> file(ResultSet row) throws SQLException {
    String type = row.getString("media_type");
    return type == null
        ? Optional.empty()
        : Optional.of(
            RecordFile.of(
                type,
                ObjectType.ofMediaType(type).orElseThrow().extension(),
                row.getString("sha256"),
                row.getLong("bytes")));
  }

  private static final String ADD_TO_DATASET =
      IncludedItems.CTE
          + """
          insert into touchstone.dataset_record (dataset, item_id, first_version)
          select :dataset, i.id, :version from included i
          on conflict do nothing
          """;

  /** Notes the items as belonging to the dataset from this version on. */
  public void addToDataset(Scope scope, String version) {
    database
        .sql(ADD_TO_DATASET)
        .params(IncludedItems.parameters(scope))
        .param("version", version)
        .update();
  }
}
