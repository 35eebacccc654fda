package io.touchstone.tasking.plan;

import io.touchstone.tasking.PeopleByItem;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who must not be asked about an item once more. */
@Repository
class FurtherLabelRepository {

  private final JdbcClient database;

  FurtherLabelRepository(JdbcClient database) {
    this.database = database;
  }

  /** Who has an item now, has had it in this round, has refused it ever or has adjudicated it. */
  private static final String BARRED =
      """
      select distinct a.item_id, a.annotator_id
      from touchstone.assignment a
      join touchstone.work_package p on p.id = a.work_package_id
      where a.batch_id = :batch
        and (a.superseded_at is null or a.round = :round or a.refused is not null
             or p.kind = 'adjudication')
      """;

  private static final String BARRED_FROM = BARRED + " and a.item_id = any (:items::text[])";

  /** People barred from each of these items. */
  Map<String, Set<String>> barred(String batchId, int round, Collection<String> itemIds) {
    PeopleByItem people = new PeopleByItem();
    database
        .sql(BARRED_FROM)
        .param("batch", batchId)
        .param("round", round)
        .param("items", itemIds.toArray(String[]::new))
        .query(people::add);
    return people.gathered();
  }

  private static final String WITH_NOBODY_LEFT =
      "select i.id from touchstone.item i left join ("
          + BARRED
          + """
          ) b on b.item_id = i.id and b.annotator_id = any (:eligible::text[])
          where i.batch_id = :batch
          group by i.id
          having count(b.annotator_id) = cardinality(:eligible::text[])
          """;

  /** Items of the batch from which all of these people are barred. */
  Set<String> withNobodyLeft(String batchId, int round, List<String> eligible) {
    return new HashSet<>(
        database
            .sql(WITH_NOBODY_LEFT)
            .param("batch", batchId)
            .param("round", round)
            .param("eligible", eligible.toArray(String[]::new))
            .query(String.class)
            .list());
  }
}
