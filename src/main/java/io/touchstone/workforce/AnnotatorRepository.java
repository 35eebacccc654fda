package io.touchstone.workforce;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.database.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AnnotatorRepository {

  private final JdbcClient database;
  private final Json json;

  AnnotatorRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  private static final String SELECT =
      """
      select a.id, a.department, a.available, a.simulated,
             coalesce((select jsonb_object_agg(s.skill, s.level)
                       from touchstone.annotator_skill s where s.annotator_id = a.id), '{}')::text
               as skills
      from touchstone.annotator a
      """;

  private static final String FIND_ALL = SELECT + " order by a.id collate \"C\"";

  List<Annotator> findAll() {
    return database.sql(FIND_ALL).query(this::annotator).list();
  }

  private static final String FIND = SELECT + " where a.id = :id";

  Optional<Annotator> find(String id) {
    return database.sql(FIND).param("id", id).query(this::annotator).optional();
  }

  private static final String UPSERT =
      """
      insert into touchstone.annotator (id, department, available, simulated)
      values (:id, :department, :available, :simulated)
      on conflict (id) do update
      set department = :department, available = :available, simulated = :simulated
      """;

  private static final String UPSERT_SKILL =
      """
      insert into touchstone.annotator_skill as s (annotator_id, skill, level, since)
      values (:id, :skill, :level, :since)
      on conflict (annotator_id, skill) do update
      set level = :level, since = case when s.level = :level then s.since else :since end
      """;

  /**
   * @param today the day on which a level counts as given, if it is another than before
   */
  void upsert(Annotator annotator, LocalDate today) {
    database
        .sql(UPSERT)
        .param("id", annotator.id())
        .param("department", annotator.department())
        .param("available", annotator.available())
        .param("simulated", annotator.simulated())
        .update();
    annotator.skills().forEach((skill, level) -> upsertSkill(annotator.id(), skill, level, today));
  }

  void upsertSkill(String id, String skill, double level, LocalDate today) {
    database
        .sql(UPSERT_SKILL)
        .param("id", id)
        .param("skill", skill)
        .param("level", level)
        .param("since", today)
        .update();
  }

  private static final String DELETE_SKILL =
      """
      delete from touchstone.annotator_skill where annotator_id = :id and skill = :skill
      """;

  boolean deleteSkill(String id, String skill) {
    return database.sql(DELETE_SKILL).param("id", id).param("skill", skill).update() == 1;
  }

  private static final String SKILLS_SINCE =
      """
      select annotator_id, skill, since from touchstone.annotator_skill where since is not null
      """;

  /** The days on which levels were given, by person and skill. */
  Map<String, Map<String, LocalDate>> skillsSince() {
    Map<String, Map<String, LocalDate>> days = new HashMap<>();
    database
        .sql(SKILLS_SINCE)
        .query(
            row -> {
              days.computeIfAbsent(row.getString("annotator_id"), id -> new TreeMap<>())
                  .put(row.getString("skill"), row.getObject("since", LocalDate.class));
            });
    return days;
  }

  private static final String SET_DEPARTMENT =
      """
      update touchstone.annotator set department = :department where id = :id
      """;

  void setDepartment(String id, String department) {
    database.sql(SET_DEPARTMENT).param("id", id).param("department", department).update();
  }

  private static final String BARRED =
      """
      select person_id from touchstone.person_conflict where kind = 'project' and value = :project
      union
      select person_id from touchstone.person_absence
      where ended_at is null and :today between first_day and last_day
      union
      select id from touchstone.person where left_on <= :today
      """;

  /** Who must not have items of a project, is away on that day, or has left. */
  Set<String> barred(String projectKey, LocalDate today) {
    return new HashSet<>(
        database
            .sql(BARRED)
            .param("project", projectKey)
            .param("today", today)
            .query(String.class)
            .list());
  }

  private static final String SET_AVAILABLE =
      """
      update touchstone.annotator set available = :available, absent_until = :until where id = :id
      """;

  void setAvailable(String id, boolean available, Optional<LocalDate> absentUntil) {
    database
        .sql(SET_AVAILABLE)
        .param("id", id)
        .param("available", available)
        .param("until", absentUntil.orElse(null), Types.DATE)
        .update();
  }

  private static final String ABSENT_UNTIL =
      """
      select id, absent_until from touchstone.annotator
      where not available and absent_until is not null
      """;

  /** When those who are away are expected back. */
  Map<String, LocalDate> absentUntil() {
    Map<String, LocalDate> days = new HashMap<>();
    database
        .sql(ABSENT_UNTIL)
        .query(
            row -> {
              days.put(row.getString("id"), row.getObject("absent_until", LocalDate.class));
            });
    return days;
  }

  private static final String INSERT_CONFLICT =
      """
      insert into touchstone.department_conflict (project_key, department)
      values (:project, :department) on conflict do nothing
      """;

  void insertConflict(String projectKey, String department) {
    database
        .sql(INSERT_CONFLICT)
        .param("project", projectKey)
        .param("department", department)
        .update();
  }

  private static final String DELETE_CONFLICT =
      """
      delete from touchstone.department_conflict
      where project_key = :project and department = :department
      """;

  boolean deleteConflict(String projectKey, String department) {
    return database
            .sql(DELETE_CONFLICT)
            .param("project", projectKey)
            .param("department", department)
            .update()
        == 1;
  }

  private static final String CONFLICTS =
      """
      select department from touchstone.department_conflict where project_key = :project
      """;

  Set<String> conflicts(String projectKey) {
    return new HashSet<>(
        database.sql(CONFLICTS).param("project", projectKey).query(String.class).list());
  }

  private Annotator annotator(ResultSet row, int number) throws SQLException {
    return new Annotator(
        row.getString("id"),
        row.getString("department"),
        row.getBoolean("available"),
        row.getBoolean("simulated"),
        json.read(row.getString("skills"), new TypeReference<Map<String, Double>>() {}));
  }
}
