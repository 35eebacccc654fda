package io.touchstone.workforce;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.platform.database.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
      insert into touchstone.annotator_skill (annotator_id, skill, level)
      values (:id, :skill, :level)
      on conflict (annotator_id, skill) do update set level = :level
      """;

  void upsert(Annotator annotator) {
    database
        .sql(UPSERT)
        .param("id", annotator.id())
        .param("department", annotator.department())
        .param("available", annotator.available())
        .param("simulated", annotator.simulated())
        .update();
    annotator
        .skills()
        .forEach(
            (skill, level) ->
                database
                    .sql(UPSERT_SKILL)
                    .param("id", annotator.id())
                    .param("skill", skill)
                    .param("level", level)
                    .update());
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
