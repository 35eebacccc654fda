package io.touchstone.pipeline;

import io.touchstone.platform.database.Times;
import io.touchstone.project.Pins;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BatchRepository {

  private final JdbcClient database;

  BatchRepository(JdbcClient database) {
    this.database = database;
  }

  private static final String COLUMNS =
      """
      select id, project_key, submitted_by, created_at, stage, state, held_because, held_since,
             project_version, label_schema_version, guideline_version, labelling_round
      from touchstone.batch
      """;

  private static final String FIND = COLUMNS + " where id = :id";

  Optional<Batch> find(String id) {
    return database.sql(FIND).param("id", id).query(this::batch).optional();
  }

  private static final String FIND_ALL = COLUMNS + " order by created_at desc, id limit :limit";

  List<Batch> findNewest(int limit) {
    return database.sql(FIND_ALL).param("limit", limit).query(this::batch).list();
  }

  private static final String NAME =
      """
      update touchstone.batch set name = :name where id = :id
      """;

  /** False if there is no such batch. */
  boolean name(String id, Optional<String> name) {
    return database.sql(NAME).param("id", id).param("name", name.orElse(null)).update() == 1;
  }

  private static final String ENTER_STAGE =
      """
      update touchstone.batch
      set stage = :stage, state = 'running', held_because = null, held_since = null
      where id = :id
      """;

  void enterStage(String id, Stage stage) {
    database.sql(ENTER_STAGE).param("id", id).param("stage", stage.id()).update();
  }

  private static final String REST =
      """
      update touchstone.batch set state = :state, held_because = :because, held_since = :at
      where id = :id
      """;

  /** The batch does not go on by itself: it is held, or waits for somebody. */
  void rest(String id, Batch.State state, String because, Instant at) {
    database
        .sql(REST)
        .param("id", id)
        .param("state", state.id())
        .param("because", because)
        .param("at", Times.utc(at))
        .update();
  }

  private static final String BEGIN_ROUND =
      """
      update touchstone.batch
      set labelling_round = labelling_round + 1, guideline_version = :guideline where id = :id
      """;

  void beginRound(String id, int guidelineVersion) {
    database.sql(BEGIN_ROUND).param("id", id).param("guideline", guidelineVersion).update();
  }

  private static final String PIN =
      """
      update touchstone.batch
      set project_version = :version, label_schema_version = :schema, guideline_version = :guideline
      where id = :id
      """;

  void pin(String id, Pins pins) {
    database
        .sql(PIN)
        .param("id", id)
        .param("version", pins.projectVersion())
        .param("schema", pins.labelSchemaVersion())
        .param("guideline", pins.guidelineVersion())
        .update();
  }

  private static final String END =
      """
      update touchstone.batch
      set state = :state, ended_at = :at, held_because = null, held_since = null
      where id = :id and ended_at is null
      """;

  /** False if it has ended before. */
  boolean end(String id, Batch.State state, Instant at) {
    return database
            .sql(END)
            .param("id", id)
            .param("state", state.id())
            .param("at", Times.utc(at))
            .update()
        == 1;
  }

  private static final String CORRECT_STATE =
      """
      update touchstone.batch set state = :state where id = :id
      """;

  void correctState(String id, Batch.State state) {
    database.sql(CORRECT_STATE).param("id", id).param("state", state.id()).update();
  }

  private static final String SET_PUBLISHED =
      """
      update touchstone.batch set published = true where id = :id
      """;

  void setPublished(String id) {
    database.sql(SET_PUBLISHED).param("id", id).update();
  }

  private static final String IS_PUBLISHED =
      """
      select published from touchstone.batch where id = :id
      """;

  boolean isPublished(String id) {
    return database.sql(IS_PUBLISHED).param("id", id).query(Boolean.class).optional().orElse(false);
  }

  private static final String LAST_RESOLUTION_STOPS =
      """
      coalesce((
        select h.decision = 'stop' from touchstone.gate_decision g
        join touchstone.hold_resolution h on h.gate_decision_id = g.id
        where g.batch_id = b.id order by g.id desc limit 1), false)
      """;

  private static final String IS_STOPPED =
      "select " + LAST_RESOLUTION_STOPS + " from touchstone.batch b where b.id = :id";

  /** Whether the last thing a person decided on a hold of the batch was to stop it. */
  boolean isStoppedByPerson(String id) {
    return database.sql(IS_STOPPED).param("id", id).query(Boolean.class).optional().orElse(false);
  }

  private static final String STOPPED_BUT_DONE =
      "select b.id from touchstone.batch b where b.state = 'done' and not b.published and "
          + LAST_RESOLUTION_STOPS;

  List<String> stoppedButDone() {
    return database.sql(STOPPED_BUT_DONE).query(String.class).list();
  }

  private static final String UNENDED =
      """
      select id from touchstone.batch where ended_at is null order by created_at, id
      """;

  List<String> unended() {
    return database.sql(UNENDED).query(String.class).list();
  }

  private Batch batch(ResultSet row, int number) throws SQLException {
    return new Batch(
        row.getString("id"),
        row.getString("project_key"),
        row.getString("submitted_by"),
        Times.at(row, "created_at"),
        Stage.of(row.getString("stage")),
        Batch.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getString("held_because")),
        Times.maybeAt(row, "held_since"),
        row.getInt("project_version"),
        row.getInt("label_schema_version"),
        row.getInt("guideline_version"),
        row.getInt("labelling_round"));
  }
}
