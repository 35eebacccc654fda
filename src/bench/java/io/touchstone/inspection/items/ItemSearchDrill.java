package io.touchstone.inspection.items;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import io.touchstone.road.Installation;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pages of a batch of {@code -Ditems}, a million unless said otherwise: two judgements each, 77
 * labels, one item in 5,000 with a rare word, one label and one person with few items.
 */
final class ItemSearchDrill implements Benchmark {

  private static final int ITEMS = Integer.getInteger("items", 1_000_000);
  private static final int ROUNDS = Integer.getInteger("rounds", 20);
  private static final String BATCH = "support-tickets-900";

  @Override
  public String name() {
    return "drill-item-search";
  }

  @Override
  public String about() {
    return "pages of items behind figures, 1,000,000 items and 2,000,000 judgements";
  }

  @Override
  public void run(Report report) throws Exception {
    try (Installation installation =
        Installation.start(Files.createTempDirectory("item-search-"), Map.of())) {
      fill(installation.bean(JdbcClient.class));
      BatchItems items = installation.bean(BatchItems.class);
      for (Map.Entry<String, ItemFilter> each : filters().entrySet()) {
        measure(report, items, each.getKey(), each.getValue());
      }
    }
  }

  private static Map<String, ItemFilter> filters() {
    Map<String, ItemFilter> filters = new LinkedHashMap<>();
    Optional<String> no = Optional.empty();
    filters.put("all", filter(no, List.of(), no));
    filters.put("frequent-word", filter(Optional.of("parcel"), List.of(), no));
    filters.put("rare-word", filter(Optional.of("hedgehog"), List.of(), no));
    filters.put("frequent-label", filter(no, List.of("l1"), no));
    filters.put("rare-label", filter(no, List.of("rare"), no));
    filters.put("confused-pair", filter(no, List.of("l1", "l2"), no));
    filters.put("person", filter(no, List.of(), Optional.of("drill-few")));
    return filters;
  }

  private static ItemFilter filter(
      Optional<String> text, List<String> said, Optional<String> person) {
    Optional<String> no = Optional.empty();
    return new ItemFilter(
        BATCH,
        no,
        text,
        no,
        Optional.empty(),
        no,
        no,
        said,
        no,
        Optional.empty(),
        person,
        no,
        Optional.empty());
  }

  /** The answer times of single pages, and how long it takes to fill the first one. */
  private static void measure(Report report, BatchItems items, String name, ItemFilter filter) {
    double[] seconds = new double[ROUNDS];
    int calls = 0;
    double whole = 0;
    ItemFilter at = filter;
    int found = 0;
    boolean filled = false;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      BatchItems.FoundPage page = items.find(at, true, "drill");
      seconds[round] = (System.nanoTime() - begin) / 1e9;
      if (!filled) {
        whole += seconds[round];
        calls++;
        found += page.items().size();
        filled = found >= 50 || page.next().isEmpty();
      }
      at = page.next().map(ItemFilter.Position::of).map(filter::from).orElse(filter);
    }
    Arrays.sort(seconds);
    report.figure("items-" + name + "-p95", seconds[(int) (0.95 * (ROUNDS - 1))], "seconds");
    report.figure("items-" + name + (filled ? "-first-page" : "-so-far"), whole, "seconds");
    report.figure("items-" + name + "-first-page-calls", calls, "calls");
  }

  private static void fill(JdbcClient database) {
    for (String statement : STATEMENTS.formatted(BATCH, ITEMS).split(";\n")) {
      database.sql(statement).update();
    }
  }

  /** All rows are of one file; row n has the item with that number. */
  private static final String STATEMENTS =
      """
      insert into touchstone.annotator (id, department) values ('drill-a', ''), ('drill-b', ''),
        ('drill-few', '') on conflict do nothing;
      insert into touchstone.batch (id, project_key, submitted_by, created_at, wrapped_key,
        project_version, label_schema_version, guideline_version)
      select '%1$s', 'support-tickets', 'drill', now(), '\\x00', v.version, v.label_schema_version, 1
      from touchstone.project_version v where v.project_key = 'support-tickets'
      order by v.version limit 1;
      insert into touchstone.source_object (id, batch_id, position, media_type, bytes, digest,
        object_key, rows, finished)
      values ('%1$s/1', '%1$s', 1, 'application/x-ndjson', 1, '', '%1$s/1', %2$d, true);
      insert into touchstone.item (id, batch_id, project_key, text, content_hash, created_at)
      select md5('i' || n), '%1$s', 'support-tickets',
             'parcel number ' || n || ' of the customer came late and the box was wet'
               || case when n %% 5000 = 0 then ' hedgehog' else '' end, 'h' || n, now()
      from generate_series(1, %2$d) n;
      insert into touchstone.manifest_entry (batch_id, source_id, row_number, status, item_id,
        findings, policy_sha256, created_at)
      select '%1$s', '%1$s/1', n, 'ok', md5('i' || n), '{"PERSON": 1}', '', now()
      from generate_series(1, %2$d) n;
      insert into touchstone.work_package (id, batch_id, annotator_id, kind, round, number,
        estimated_seconds, state)
      values ('drill-p1', '%1$s', 'drill-a', 'annotation', 1, 1, 1, 'submitted'),
             ('drill-p2', '%1$s', 'drill-b', 'annotation', 1, 1, 1, 'submitted'),
             ('drill-p3', '%1$s', 'drill-few', 'annotation', 1, 1, 1, 'submitted');
      insert into touchstone.assignment (id, batch_id, item_id, annotator_id, work_package_id, position)
      select 'd' || p || '-' || n, '%1$s', md5('i' || n),
             case when p = 1 then 'drill-a' when n > %2$d - 2000 then 'drill-few' else 'drill-b' end,
             case when p = 1 then 'drill-p1' when n > %2$d - 2000 then 'drill-p3' else 'drill-p2' end,
             n
      from generate_series(1, %2$d) n cross join generate_series(1, 2) p;
      insert into touchstone.judgement (batch_id, assignment_id, item_id, annotator_id, role,
        label_schema_version, guideline_version, active_seconds, simulated, created_at)
      select '%1$s', a.id, a.item_id, a.annotator_id, 'annotator', 1, 1, 5, true, now()
      from touchstone.assignment a where a.batch_id = '%1$s';
      insert into touchstone.judgement_answer
        (judgement_id, question, batch_id, answer)
      select j.id, 'answer', j.batch_id, s.answer
      from touchstone.judgement j join touchstone.assignment a on a.id = j.assignment_id,
        lateral (select jsonb_build_object('label',
             case when a.position > %2$d - 300 then 'rare'
                  when a.id like 'd2-%%' and a.position %% 5000 = 1 then 'l2'
                  else 'l' || a.position %% 77 end) as answer) s
      where j.batch_id = '%1$s';
      analyze
      """;
}
