package io.touchstone.inspection.scope;

import io.touchstone.platform.security.project.Belonging;
import io.touchstone.platform.security.project.ProjectOf;
import io.touchstone.platform.security.project.ProjectsAtWork;
import io.touchstone.platform.security.project.Thing;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the project of a thing from the rows of every stage. */
@Repository
class ProjectOfRepository implements ProjectOf, ProjectsAtWork {

  private static final String BATCH =
      """
      select project_key from touchstone.batch where id = :id
      """;

  private static final String ITEM =
      """
      select project_key from touchstone.item where id = :id
      """;

  private static final String DATASET =
      """
      select b.project_key
      from touchstone.dataset_version v join touchstone.batch b on b.id = v.batch_id
      where v.dataset = :id
      limit 1
      """;

  private static final String PACKAGE =
      """
      select w.annotator_id, b.project_key
      from touchstone.work_package w join touchstone.batch b on b.id = w.batch_id
      where w.id = :id
      """;

  private static final String REMARK =
      """
      select project_key from touchstone.guideline_remark where id = case when :id ~ '^[0-9]{1,18}$' then cast(:id as bigint) end
      """;

  private static final String ROAD =
      """
      select project_key from touchstone.batch where id = :id
      union all
      select project_key from touchstone.clarification where id = :id
      union all
      select project_key from touchstone.rule_search where id = :id
      union all
      select project_key from touchstone.masked_gold_review where id = :id
      limit 1
      """;

  private static final Map<Thing, String> PROJECT =
      Map.of(
          Thing.BATCH, BATCH,
          Thing.ITEM, ITEM,
          Thing.DATASET, DATASET,
          Thing.REMARK, REMARK,
          Thing.ROAD, ROAD);

  private final JdbcClient database;

  ProjectOfRepository(JdbcClient database) {
    this.database = database;
  }

  @Override
  public Set<Thing> kinds() {
    return Set.of(Thing.BATCH, Thing.ITEM, Thing.DATASET, Thing.PACKAGE, Thing.REMARK, Thing.ROAD);
  }

  @Override
  public Belonging of(Thing thing, String id) {
    if (thing == Thing.PACKAGE) {
      return ofPackage(id);
    }
    return database
        .sql(PROJECT.get(thing))
        .param("id", id)
        .query(String.class)
        .optional()
        .<Belonging>map(Belonging.OfProject::new)
        .orElseGet(Belonging.Free::new);
  }

  private Belonging ofPackage(String id) {
    return database
        .sql(PACKAGE)
        .param("id", id)
        .query(
            (row, number) ->
                new Belonging.OfPerson(
                    row.getString("annotator_id"), Optional.of(row.getString("project_key"))))
        .optional()
        .<Belonging>map(found -> found)
        .orElseGet(Belonging.Free::new);
  }

  private static final String AT_WORK =
      """
      select distinct b.project_key
      from touchstone.work_package w join touchstone.batch b on b.id = w.batch_id
      where w.annotator_id = :user and w.state <> 'withdrawn' and b.ended_at is null
      """;

  @Override
  public Set<String> of(String userId) {
    return new TreeSet<>(database.sql(AT_WORK).param("user", userId).query(String.class).list());
  }
}
