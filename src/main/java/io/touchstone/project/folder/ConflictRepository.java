package io.touchstone.project.folder;

import io.touchstone.platform.database.Times;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where a project's folder says something new and the product something else. */
@Repository
public class ConflictRepository {

  private final JdbcClient database;

  ConflictRepository(JdbcClient database) {
    this.database = database;
  }

  /**
   * An open conflict.
   *
   * @param items lines of gold that the product holds otherwise; 0 for the other parts
   */
  public record Conflict(Part part, Instant foundAt, int items) {}

  /** A part of a folder. */
  public enum Part {
    SETTINGS,
    GUIDELINE,
    GOLD;

    /** As stored and shown. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The part of that name. */
    static Optional<Part> of(String id) {
      return List.of(values()).stream().filter(each -> each.id().equals(id)).findFirst();
    }
  }

  private static final String OPEN =
      """
      insert into touchstone.project_conflict (project_key, part, found_at, items)
      values (:project, :part, :at, :items) on conflict do nothing
      """;

  /** Whether there was none of this part so far. */
  boolean open(String projectKey, Part part, int items, Instant at) {
    return database
            .sql(OPEN)
            .param("project", projectKey)
            .param("part", part.id())
            .param("items", items)
            .param("at", Times.utc(at))
            .update()
        == 1;
  }

  private static final String CLOSE =
      """
      update touchstone.project_conflict set choice = :choice, decided_by = :by, decided_at = :at
      where project_key = :project and part = :part and decided_at is null
      """;

  /** Whether there was one to close. */
  boolean close(String projectKey, Part part, String choice, String by, Instant at) {
    return database
            .sql(CLOSE)
            .param("project", projectKey)
            .param("part", part.id())
            .param("choice", choice)
            .param("by", by)
            .param("at", Times.utc(at))
            .update()
        == 1;
  }

  private static final String PROJECTS =
      """
      select distinct project_key from touchstone.project_conflict where decided_at is null
      order by project_key
      """;

  List<String> projects() {
    return database.sql(PROJECTS).query(String.class).list();
  }

  private static final String ALL_OPEN =
      """
      select part, found_at, items from touchstone.project_conflict
      where project_key = :project and decided_at is null order by part
      """;

  List<Conflict> open(String projectKey) {
    return database
        .sql(ALL_OPEN)
        .param("project", projectKey)
        .query(
            (row, number) ->
                new Conflict(
                    Part.of(row.getString("part")).orElseThrow(),
                    Times.at(row, "found_at"),
                    row.getInt("items")))
        .list();
  }
}
