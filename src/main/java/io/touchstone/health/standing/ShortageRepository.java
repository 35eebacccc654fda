package io.touchstone.health.standing;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why annotators are not eligible for a project, in numbers. */
@Repository
class ShortageRepository {

  private final JdbcClient database;

  ShortageRepository(JdbcClient database) {
    this.database = database;
  }

  /** Each annotator counts once, under the first reason that holds. */
  record Reasons(int absent, int unskilled, int conflicted) {}

  private static final String REASONS =
      """
      select count(*) filter (where not available) as absent,
             count(*) filter (where available and not skilled) as unskilled,
             count(*) filter (where available and skilled and conflicted) as conflicted
      from (select a.available,
                   exists (select 1 from touchstone.annotator_skill s
                           where s.annotator_id = a.id and s.skill = :skill) as skilled,
                   exists (select 1 from touchstone.department_conflict c
                           where c.project_key = :project and c.department = a.department)
                   or exists (select 1 from touchstone.person_conflict c
                              where c.person_id = a.id and c.kind = 'project'
                                and c.value = :project)
                     as conflicted
            from touchstone.annotator a where a.id in (:members)) known
      """;

  /**
   * @param members ids of those with the role that the work needs
   */
  Reasons reasons(String project, String skill, Set<String> members) {
    if (members.isEmpty()) {
      return new Reasons(0, 0, 0);
    }
    return database
        .sql(REASONS)
        .param("project", project)
        .param("skill", skill)
        .param("members", members)
        .query(
            (row, number) ->
                new Reasons(
                    row.getInt("absent"), row.getInt("unskilled"), row.getInt("conflicted")))
        .single();
  }
}
