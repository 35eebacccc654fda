package io.touchstone.quality.routing;

import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.Times;
import io.touchstone.quality.round.AskedQuestions;
import io.touchstone.quality.round.LabelCombination;
import io.touchstone.quality.round.RoundSql;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The items of a batch that want a route, and the routes they have got. */
@Repository
public class RoutingRepository {

  private final JdbcClient database;
  private final Json json;

  RoutingRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  /**
   * Which items are looked at.
   *
   * @param asked about each item
   * @param round the batch's labelling round; what it has accepted stays accepted in it
   * @param flagged people whose gold calls for clarification
   * @param highRisk ids of the classes whose mistakes are dear
   * @param nobodyLeft items that nobody else may label
   */
  public record Scope(
      String batchId,
      AskedQuestions asked,
      int round,
      Set<String> flagged,
      List<String> highRisk,
      Set<String> nobodyLeft) {}

  /**
   * Votes by item and question, with what was inferred from them, in one pass: joined to each other
   * they would be read anew for each item where tables are freshly filled. The probability of a
   * majority that another method found stays with the newest report.
   */
  private static final String OPEN =
      RoundSql.CURRENT
          + ", "
          + RoundSql.UNDECIDED
          + ", "
          + RoundSql.ROUTES
          + """
          , said as (
            select item_id, question, place, annotator_id, answer, category, labels,
                   null::jsonb as soft, false as own
            from current
            union all
            select i.id, q.question, q.place, null, null, null, null, null, true
            from touchstone.item i cross join asked q where i.batch_id = :batch
            union all
            select t.item_id, q.question, q.place, null, null, null, null, t.soft, false
            from touchstone.item_truth t join asked q on q.question = t.question
            where t.batch_id = :batch and t.method = 'dawid-skene'
              and t.round = (select max(round) from touchstone.quality_report
                             where batch_id = :batch)),
          votes as materialized (
            select item_id, question, place,
          """
          + RoundSql.COMBINATION
          + """
                   as combination,
                   (count(annotator_id) - count(answer))::int as unasked,
                   mode() within group (order by category) as top,
                   (array_agg(soft) filter (where soft is not null))[1] as soft,
                   (count(answer) filter (where annotator_id = any (:flagged::text[])))::int
                     as flagged_votes,
                   coalesce(bool_or(labels && :highRisk::text[]), false) as high_risk
            from said group by item_id, question, place having bool_or(own)),
          open as (
            select v.item_id, v.question, v.place, v.combination, v.unasked, v.flagged_votes,
                   v.high_risk,
                   case when v.soft is not null
                        then trunc(coalesce((v.soft ->> v.top)::numeric, 0), 2) end as posterior,
                   n.item_id is null as others_left
            from votes v
            join undecided u on u.item_id = v.item_id
            left join routes r on r.item_id = v.item_id
            left join unnest(:nobodyLeft::text[]) as n (item_id) on n.item_id = v.item_id
            where r.route is distinct from 'accept' and (v.unasked = 0 or v.combination <> ''))
          """;

  private static final String GROUPS =
      OPEN
          + """
          select distinct place, question, combination, unasked, flagged_votes, high_risk,
                 posterior, others_left
          from open
          order by place, combination, unasked, flagged_votes, high_risk, posterior, others_left
          """;

  /** The different cases among the items that want a route. */
  public List<RoutingGroup> groups(Scope scope) {
    return with(scope, GROUPS)
        .query(
            (row, number) ->
                new RoutingGroup(
                    row.getString("question"),
                    new LabelCombination(row.getString("combination")),
                    row.getInt("unasked"),
                    new RoutingCase.Evidence(
                        row.getInt("flagged_votes"),
                        row.getBoolean("high_risk"),
                        Optional.ofNullable(row.getBigDecimal("posterior")),
                        row.getBoolean("others_left"))))
        .list();
  }

  /**
   * What the table has answered for a group.
   *
   * @param asked what it was asked
   */
  public record Routed(RoutingGroup group, RoutingCase asked, Route route) {}

  /** Of several questions the one decides that sends the item furthest, then the first of them. */
  private static final String INSERT =
      OPEN
          + """
          , routed as (
            select distinct on (o.item_id) o.item_id, s.route, s.rule, s.inputs
            from open o
            join unnest(:groupQuestions::text[], :combinations::text[], :unasked::int[], :flaggedVotes::int[],
                        :risks::boolean[], :posteriors::numeric[], :othersLeft::boolean[],
                        :routes::text[], :rules::text[], :inputs::text[])
              as s (question, combination, unasked, flagged_votes, high_risk, posterior, others_left, route,
                    rule, inputs)
              on s.question = o.question and s.combination = o.combination
                 and s.unasked = o.unasked
                 and s.flagged_votes = o.flagged_votes
                 and s.high_risk = o.high_risk and s.others_left = o.others_left
                 and s.posterior is not distinct from o.posterior
            order by o.item_id, array_position(array['accept', 'extra-label'], s.route) desc nulls first,
                     o.place)
          insert into touchstone.item_route
            (batch_id, item_id, pass, round, route, rule, table_version, inputs, created_at)
          select :batch, s.item_id,
                 (select coalesce(max(pass), 0) + 1 from touchstone.item_route
                  where batch_id = :batch),
                 :round, s.route, s.rule, :version, s.inputs::jsonb, :at
          from routed s
          left join lateral (
            select route, rule, table_version, inputs from touchstone.item_route r
            where r.item_id = s.item_id and r.round = :round order by r.pass desc limit 1) last
            on true
          where (last.route, last.rule, last.table_version, last.inputs)
            is distinct from (s.route, s.rule, :version::int, s.inputs::jsonb)
          """;

  /**
   * Notes the routes of all items in these groups as the batch's next pass, but for items that
   * would get the route they have for the reasons they have it.
   *
   * @param tableVersion the engine's version of the table
   * @return how many items got a route
   */
  public int insert(Scope scope, int tableVersion, List<Routed> routed, Instant at) {
    return with(scope, INSERT)
        .param("version", tableVersion)
        .param("groupQuestions", array(routed, each -> each.group().question()))
        .param("combinations", array(routed, each -> each.group().combination().text()))
        .param(
            "unasked", routed.stream().map(each -> each.group().unasked()).toArray(Integer[]::new))
        .param("flaggedVotes", evidence(routed, RoutingCase.Evidence::flaggedVotes, Integer[]::new))
        .param("risks", evidence(routed, RoutingCase.Evidence::highRisk, Boolean[]::new))
        .param(
            "posteriors",
            evidence(routed, each -> each.posterior().orElse(null), BigDecimal[]::new))
        .param("othersLeft", evidence(routed, RoutingCase.Evidence::othersLeft, Boolean[]::new))
        .param("routes", array(routed, each -> each.route().to().id()))
        .param("rules", array(routed, each -> each.route().rule()))
        .param("inputs", array(routed, each -> json.write(inputs(scope, each))))
        .param("at", Times.utc(at))
        .update();
  }

  /** What the table was asked, with the question where there are several. */
  private static Map<String, Object> inputs(Scope scope, Routed routed) {
    Map<String, Object> inputs = routed.asked().inputs();
    if (scope.asked().ids().size() > 1) {
      inputs.put("question", routed.group().question());
    }
    return inputs;
  }

  private JdbcClient.StatementSpec with(Scope scope, String sql) {
    return database
        .sql(sql)
        .param("batch", scope.batchId())
        .param("questions", scope.asked().array())
        .param("round", scope.round())
        .param("flagged", scope.flagged().toArray(String[]::new))
        .param("highRisk", scope.highRisk().toArray(String[]::new))
        .param("nobodyLeft", scope.nobodyLeft().toArray(String[]::new));
  }

  private static <T> T[] evidence(
      List<Routed> routed,
      Function<RoutingCase.Evidence, T> part,
      java.util.function.IntFunction<T[]> array) {
    return routed.stream().map(each -> part.apply(each.group().evidence())).toArray(array);
  }

  private static String[] array(List<Routed> routed, Function<Routed, String> text) {
    return routed.stream().map(text).toArray(String[]::new);
  }

  private static final String WAITING =
      "with "
          + RoundSql.UNDECIDED
          + ", "
          + RoundSql.ROUTES
          + """
          select r.item_id from routes r join undecided u on u.item_id = r.item_id
          where r.route = :route order by r.item_id collate "C"
          """;

  /** Items that were sent this way in a labelling round and that nobody has in hand. */
  public List<String> waiting(String batchId, int round, Route.To to) {
    return database
        .sql(WAITING)
        .param("batch", batchId)
        .param("round", round)
        .param("route", to.id())
        .query(String.class)
        .list();
  }

  private static final String LABELS_TO_COME =
      """
      select exists (
        select 1 from touchstone.work_package
        where batch_id = :batch and kind = 'annotation' and state in ('queued', 'open'))
      """;

  /** Whether annotators have still to label items of the batch. */
  public boolean labelsToCome(String batchId) {
    return database.sql(LABELS_TO_COME).param("batch", batchId).query(Boolean.class).single();
  }

  private static final String COUNTS =
      """
      select pass, route, rule, table_version, count(*) as items
      from touchstone.item_route where batch_id = :batch
      group by pass, route, rule, table_version
      order by pass, route, rule, table_version
      """;

  /** How many items took which route for which reason, pass by pass. */
  public List<RouteCount> counts(String batchId) {
    return database
        .sql(COUNTS)
        .param("batch", batchId)
        .query(
            (row, number) ->
                new RouteCount(
                    row.getInt("pass"),
                    row.getString("route"),
                    row.getString("rule"),
                    row.getInt("table_version"),
                    row.getLong("items")))
        .list();
  }

  private static final String LAST_ROUTES =
      """
      select route, count(*) as items
      from (select distinct on (item_id) route from touchstone.item_route
            where batch_id = :batch order by item_id, pass desc) last
      group by route
      """;

  /** How many items the last pass over each of them sent where, by route. */
  public Map<String, Long> lastRoutes(String batchId) {
    Map<String, Long> routes = new HashMap<>();
    database
        .sql(LAST_ROUTES)
        .param("batch", batchId)
        .query(
            row -> {
              routes.put(row.getString("route"), row.getLong("items"));
            });
    return routes;
  }

  private static final String EXTRA_LABELS =
      """
      select count(*) from touchstone.item_route where batch_id = :batch and route = 'extra-label'
      """;

  /** How many further labels were asked for, in all passes. */
  public long extraLabels(String batchId) {
    return database.sql(EXTRA_LABELS).param("batch", batchId).query(Long.class).single();
  }
}
