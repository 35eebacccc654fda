package io.touchstone.release.split;

import io.touchstone.release.version.IncludedItems;
import io.touchstone.release.version.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which part of its dataset an item is in. */
@Repository
class SplitRepository {

  private final JdbcClient database;

  SplitRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String LOCK =
      """
      select 1 from (
        select pg_advisory_xact_lock(hashtext('dataset-split'), hashtext(:dataset))) locked
      """;

  /** Makes the caller the only one, on any node, to divide the dataset until the commit. */
  void lock(String dataset) {
    database.sql(LOCK).param("dataset", dataset).query(Integer.class).single();
  }

  private static final String ITEMS =
      IncludedItems.CTE
          + """
            , concerned as (
              select id, true as counts from included
              union
              select p.item_id, false from touchstone.dataset_split p
              where p.dataset = :dataset and p.item_id not in (select id from included))
            select c.id, c.counts, hashtextextended(coalesce(o.sha256, i.text), 0) as content,
                   coalesce(n.group_number, 0) as group_number, p.split
            from concerned c
            join touchstone.item i on i.id = c.id
            left join touchstone.item_object o on o.item_id = c.id
            left join touchstone.near_duplicate n on n.item_id = c.id
            left join touchstone.dataset_split p on p.dataset = :dataset and p.item_id = c.id
            """;

  /** The items of a version, and those of other drafts that have a part already. */
  List<SplitPlan.Item> items(Scope scope) {
    return database
        .sql(ITEMS)
        .params(IncludedItems.parameters(scope))
        .query(
            (row, number) ->
                new SplitPlan.Item(
                    row.getString("id"),
                    row.getLong("content"),
                    row.getInt("group_number"),
                    Optional.ofNullable(row.getString("split")),
                    row.getBoolean("counts")))
        .list();
  }

  private static final String STORE =
      """
      insert into touchstone.dataset_split (dataset, item_id, split)
      select :dataset, n.item, n.split
      from unnest(:items::text[], :splits::text[]) as n (item, split)
      """;

  void store(String dataset, Map<String, String> splits) {
    database
        .sql(STORE)
        .param("dataset", dataset)
        .param("items", splits.keySet().toArray(String[]::new))
        .param("splits", splits.values().toArray(String[]::new))
        .update();
  }

  private static final String PER_SPLIT =
      IncludedItems.CTE
          + """
            select p.split, count(*) as records
            from included i
            join touchstone.dataset_split p on p.dataset = :dataset and p.item_id = i.id
            group by p.split
            """;

  /** How many items of a version each part has. */
  SortedMap<String, Long> perSplit(Scope scope) {
    SortedMap<String, Long> perSplit = new TreeMap<>();
    database
        .sql(PER_SPLIT)
        .params(IncludedItems.parameters(scope))
        .query(
            row -> {
              perSplit.put(row.getString("split"), row.getLong("records"));
            });
    return perSplit;
  }

  private static final String GROUPS =
      IncludedItems.CTE
          + """
            select i.id, n.group_number from included i
            join touchstone.near_duplicate n on n.item_id = i.id
            where n.group_number is not null
            """;

  /** Groups of the items that nearly say what another one says. */
  Map<String, Integer> groups(Scope scope) {
    Map<String, Integer> groups = new HashMap<>();
    database
        .sql(GROUPS)
        .params(IncludedItems.parameters(scope))
        .query(
            row -> {
              groups.put(row.getString("id"), row.getInt("group_number"));
            });
    return groups;
  }

  private static final String JOINED_LATE =
      """
      select n.group_number
      from touchstone.dataset_record r
      join touchstone.near_duplicate n on n.item_id = r.item_id
      join touchstone.dataset_split p on p.dataset = r.dataset and p.item_id = r.item_id
      where r.dataset = :dataset and n.group_number is not null
      group by n.group_number having count(distinct p.split) > 1
      """;

  /**
   * Groups of which several parts had been published before a later item showed that they are one:
   * nothing that is published changes its part.
   */
  Set<Integer> joinedLate(String dataset) {
    return new HashSet<>(
        database.sql(JOINED_LATE).param("dataset", dataset).query(Integer.class).list());
  }
}
