package io.touchstone.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Changes of the history by somebody with all rights, drawn by lot: rows changed, removed, slipped
 * in, exchanged, tables emptied. Each is undone after the product's check has looked at it.
 */
public final class Tampering {

  /**
   * What was done, and what the check said.
   *
   * @param found whether it said that something is wrong
   */
  public record Attempt(String what, boolean found, String sentence) {}

  /**
   * A table of the history.
   *
   * @param key its number
   * @param scope which of its rows count
   * @param updates changes of one row
   * @param fresh what an inserted copy must have of its own, JSON in SQL; of answers the columns
   *     that a copy gets
   */
  private record Table(String name, String key, String scope, List<String> updates, String fresh) {}

  private static final String OF_BATCH =
      "recording is not null and (:batch::text is null or batch_id = :batch)";

  private static final List<String> OF_AN_ANSWER =
      List.of(
          "answer = '{\"label\": \"x\"}'",
          "answer = '{\"spans\": []}'",
          "question = question || 'x'");

  private static final List<Table> TABLES =
      List.of(
          new Table(
              "audit_event",
              "seq",
              "seq not in (select seq from touchstone.audit_unsealed)",
              List.of(
                  "actor = actor || 'x'",
                  "action = action || 's'",
                  "object = object || '0'",
                  "at = at - interval '1 second'",
                  "details = details || '{\"items\": 123456}'"),
              "'{}'::jsonb"),
          new Table(
              "audit_seal",
              "number",
              "true",
              List.of(
                  "root = md5(root) || md5(hash)",
                  "hash = md5(root) || md5(hash)",
                  "previous = md5(root) || md5(hash)",
                  "mac = md5(mac) || md5(hash)",
                  "at = at + interval '1 microsecond'",
                  "events = events || 999999999999",
                  "events = events[2:] || events[1]"),
              "'{}'::jsonb"),
          new Table(
              "judgement",
              "id",
              OF_BATCH,
              List.of(
                  "line_form = 3 - line_form",
                  "annotator_id = annotator_id || 'x'",
                  "role = case role when 'annotator' then 'adjudicator' else 'annotator' end",
                  "active_seconds = active_seconds + 1",
                  "guideline_version = guideline_version + 1",
                  "simulated = not simulated",
                  "created_at = created_at - interval '1 minute'",
                  "assignment_id = assignment_id || '0'",
                  "recording = null",
                  "recording = recording + 1"),
              "'{}'::jsonb"),
          new Table(
              "verdict",
              "id",
              OF_BATCH,
              List.of(
                  "line_form = 3 - line_form",
                  "method = case method when 'majority' then 'adjudication' else 'majority' end",
                  "routing_rule = routing_rule || 'x'",
                  "round = round + 1",
                  "created_at = created_at - interval '1 minute'",
                  "superseded_at = coalesce(superseded_at, now()) + interval '1 second'",
                  "recording = null"),
              "jsonb_build_object('created_at', now())"),
          new Table(
              "judgement_answer",
              "judgement_id",
              "judgement_id in (select id from touchstone.judgement where " + OF_BATCH + ")",
              OF_AN_ANSWER,
              "judgement_id, question, batch_id, answer"),
          new Table(
              "verdict_answer",
              "verdict_id",
              "verdict_id in (select id from touchstone.verdict where " + OF_BATCH + ")",
              OF_AN_ANSWER,
              "verdict_id, question, batch_id, item_id, answer"),
          new Table(
              "gate_decision",
              "id",
              OF_BATCH,
              List.of(
                  "verdict = case verdict when 'pass' then 'held' else 'pass' end",
                  "rule = rule || 'x'",
                  "because = because || ' '",
                  "inputs = inputs || '{\"items\": 123456}'",
                  "decision_version = decision_version + 1",
                  "created_at = created_at - interval '1 minute'"),
              "'{}'::jsonb"));

  private final Superuser superuser;
  private final Optional<String> batch;
  private final Random chance;

  /**
   * @param batch whose rows are changed and checked; all rows where it is empty
   */
  public Tampering(Superuser superuser, Optional<String> batch, long seed) {
    this.superuser = superuser;
    this.batch = batch;
    this.chance = new Random(seed);
  }

  /** So many changes, one after the other. */
  public List<Attempt> attempts(int count) {
    List<Attempt> attempts = new ArrayList<>();
    while (attempts.size() < count) {
      attempt().ifPresent(attempts::add);
    }
    return attempts;
  }

  /** One change; empty if what was drawn changes nothing. */
  private Optional<Attempt> attempt() {
    Table table = TABLES.get(chance.nextInt(TABLES.size()));
    return superuser.undone(
        database -> {
          StringBuilder what = new StringBuilder();
          if (!change(database, table, what)) {
            return Optional.empty();
          }
          History.Found found = superuser.check(batch);
          return Optional.of(new Attempt(what.toString(), !found.unbroken(), sentence(found)));
        });
  }

  private static String sentence(History.Found found) {
    return found
        .difference()
        .map(RowDifference::sentence)
        .orElseGet(
            () ->
                found.chain() instanceof ChainCheck.Broken broken ? broken.sentence() : "unbroken");
  }

  private boolean change(JdbcClient database, Table table, StringBuilder what) {
    return switch (chance.nextInt(10)) {
      case 0, 1, 2, 3 -> update(database, table, what);
      case 4, 5 -> delete(database, table, what);
      case 6, 7 -> insert(database, table, what);
      case 8 -> exchange(database, table, what);
      default -> empty(database, table, what);
    };
  }

  private boolean update(JdbcClient database, Table table, StringBuilder what) {
    String set = table.updates().get(chance.nextInt(table.updates().size()));
    Optional<Long> key = one(database, table);
    what.append("update ").append(table.name()).append(' ').append(key).append(' ').append(set);
    String column = set.substring(0, set.indexOf(" ="));
    String value = set.substring(set.indexOf("= ") + 2);
    return key.map(
            id ->
                run(
                    database,
                    "update touchstone.%s set %s where %s = %d and (%s) is distinct from %s"
                        .formatted(table.name(), set, table.key(), id, value, column)))
        .orElse(false);
  }

  private boolean delete(JdbcClient database, Table table, StringBuilder what) {
    Optional<Long> key = one(database, table);
    what.append("delete ").append(table.name()).append(' ').append(key);
    return key.map(
            id ->
                run(
                    database,
                    "delete from touchstone.%s where %s = %d"
                        .formatted(table.name(), table.key(), id)))
        .orElse(false);
  }

  private boolean insert(JdbcClient database, Table table, StringBuilder what) {
    Optional<Long> key = one(database, table);
    if (ofAnswers(table)) {
      what.append("answer another question in ").append(table.name()).append(' ').append(key);
      return key.map(id -> answerMore(database, table, id)).orElse(false);
    }
    String recording =
        table.scope().equals(OF_BATCH)
            ? List.of("{}", "{\"recording\": null}", "{\"recording\": 999999999999}")
                .get(chance.nextInt(3))
            : "{}";
    what.append("insert ").append(table.name()).append(" as ").append(key).append(recording);
    boolean waits = table.name().equals("audit_event") && chance.nextBoolean();
    return key.map(
            id ->
                run(
                    database,
                    """
                    insert into touchstone.%1$s overriding system value
                    select r.* from touchstone.%1$s t, jsonb_populate_record(t,
                      jsonb_build_object('%2$s', (select max(%2$s) + 1 from touchstone.%1$s))
                      || %4$s || '%5$s'::jsonb) r
                    where t.%2$s = %3$d
                    """
                        .formatted(table.name(), table.key(), id, table.fresh(), recording)))
        .filter(inserted -> !waits || wait(database, what))
        .orElse(false);
  }

  private static boolean ofAnswers(Table table) {
    return table.updates() == OF_AN_ANSWER;
  }

  private static boolean answerMore(JdbcClient database, Table table, long id) {
    return run(
        database,
        """
        insert into touchstone.%1$s (%2$s)
        select %3$s from touchstone.%1$s where %4$s = %5$d
        """
            .formatted(
                table.name(),
                table.fresh(),
                table.fresh().replace("question", "question || '-too'"),
                table.key(),
                id));
  }

  /** As the trigger does for every event. */
  private static boolean wait(JdbcClient database, StringBuilder what) {
    what.append(", waiting for a seal");
    return run(
        database,
        "insert into touchstone.audit_unsealed select max(seq) from touchstone.audit_event");
  }

  private boolean exchange(JdbcClient database, Table table, StringBuilder what) {
    Optional<Long> one = one(database, table);
    Optional<Long> other = one(database, table);
    what.append("exchange ").append(table.name()).append(' ').append(one).append(other);
    if (one.isEmpty() || one.equals(other)) {
      return false;
    }
    if (ofAnswers(table) && sayTheSame(database, table, one.get(), other.get())) {
      return false;
    }
    database
        .sql(
            "alter table touchstone.%s alter column %s drop identity if exists"
                .formatted(table.name(), table.key()))
        .update();
    long aside = 1_000_000_000_000_000L;
    return move(database, table, one.get(), aside)
        && move(database, table, other.get(), one.get())
        && move(database, table, aside, other.get());
  }

  private static boolean sayTheSame(JdbcClient database, Table table, long one, long other) {
    return database
        .sql(
            """
            select count(distinct (question, key)) = 1 from touchstone.%1$s
            where %2$s in (%3$d, %4$d)
            """
                .formatted(table.name(), table.key(), one, other))
        .query(Boolean.class)
        .single();
  }

  private static boolean move(JdbcClient database, Table table, long from, long to) {
    return run(
        database,
        "update touchstone.%1$s set %2$s = %4$d where %2$s = %3$d"
            .formatted(table.name(), table.key(), from, to));
  }

  private boolean empty(JdbcClient database, Table table, StringBuilder what) {
    if (table.name().startsWith("audit_")) {
      return emptyTrail(database, what);
    }
    what.append("empty ").append(table.name());
    return database
            .sql("delete from touchstone.%s where %s".formatted(table.name(), table.scope()))
            .param("batch", batch.orElse(null), java.sql.Types.VARCHAR)
            .update()
        > 0;
  }

  /** Everything, the seals alone, or the end of the trail with its seals. */
  private boolean emptyTrail(JdbcClient database, StringBuilder what) {
    switch (chance.nextInt(3)) {
      case 0 -> {
        what.append("empty trail and seals");
        run(database, "delete from touchstone.audit_unsealed");
        run(database, "delete from touchstone.audit_event");
        return run(database, "delete from touchstone.audit_seal");
      }
      case 1 -> {
        what.append("empty seals, events wait again");
        run(database, "delete from touchstone.audit_seal");
        return run(
            database,
            "insert into touchstone.audit_unsealed select seq from touchstone.audit_event on"
                + " conflict do nothing");
      }
      default -> {
        what.append("shorten trail by a seal");
        run(
            database,
            """
            delete from touchstone.audit_event where seq = any (
              select unnest(events) from touchstone.audit_seal
              where number = (select max(number) from touchstone.audit_seal))
            """);
        return run(
            database,
            "delete from touchstone.audit_seal where number = (select max(number) from"
                + " touchstone.audit_seal)");
      }
    }
  }

  /** A row by lot. */
  private Optional<Long> one(JdbcClient database, Table table) {
    return database
        .sql(
            "select %2$s from touchstone.%1$s where %3$s order by md5(%2$s || :salt) limit 1"
                .formatted(table.name(), table.key(), table.scope()))
        .param("batch", batch.orElse(null), java.sql.Types.VARCHAR)
        .param("salt", String.valueOf(chance.nextLong()))
        .query(Long.class)
        .optional();
  }

  private static boolean run(JdbcClient database, String sql) {
    return database.sql(sql).update() > 0;
  }
}
