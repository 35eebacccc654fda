package io.touchstone.tasking.gold;

import io.touchstone.ingestion.gold.MaskedGold;
import io.touchstone.pipeline.Batch;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.engine.process.DecisionTables;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.project.Project;
import io.touchstone.tasking.PlanRepository;
import io.touchstone.tasking.PlannedPackage;
import io.touchstone.tasking.RedistributionRepository;
import io.touchstone.tasking.WorkPackage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives people gold so that it lasts: less of it once their accuracy is proven, never more than a
 * part of what is left to them, and the same again only after a rest.
 */
@Service
public class GoldSupply {

  /** Who may read published items, and so the source of gold that was promoted. */
  private static final List<Role> READERS =
      List.of(
          Role.DATA_MANAGER,
          Role.AUDITOR,
          Role.TRAINING_ENGINEER,
          Role.PRIVACY_OFFICER,
          Role.GUIDELINE_OWNER,
          Role.ADMINISTRATOR);

  /** Keeps a sum of fractions that comes to a whole number from being rounded up. */
  private static final double ROUNDING = 1e-9;

  private final GoldSupplyRepository rows;
  private final PlanRepository plans;
  private final RedistributionRepository order;
  private final MaskedGold masked;
  private final ProvenAccuracy proven;
  private final DecisionTables tables;
  private final Directory directory;
  private final Clock clock;

  GoldSupply(
      GoldSupplyRepository rows,
      PlanRepository plans,
      RedistributionRepository order,
      MaskedGold masked,
      ProvenAccuracy proven,
      DecisionTables tables,
      Directory directory,
      Clock clock) {
    this.rows = rows;
    this.plans = plans;
    this.order = order;
    this.masked = masked;
    this.proven = proven;
    this.tables = tables;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * How well gold lasts after a plan.
   *
   * @param peopleWithout people of the batch's round whose share asks for gold and who have none
   * @param least gold left to the one who has least left; empty where no gold is asked for
   * @param days until the first of them has none left, at the pace of late; empty where no end is
   *     in sight
   */
  public record Standing(long peopleWithout, Optional<Long> least, Optional<Double> days) {}

  /**
   * What holds for a batch.
   *
   * @param table gold-share in the version that the batch began with; empty where that has none
   */
  public record Terms(
      Batch batch, Project project, Optional<UnaryOperator<Map<String, Object>>> table) {

    boolean asksForGold() {
      return project.settings().goldShare() > 0;
    }
  }

  /** What holds for a batch, to be asked about many people. */
  public Terms terms(Batch batch, Project project) {
    return new Terms(batch, project, tables.find(batch.id(), GoldShare.TABLE));
  }

  /** Gold for so many ordinary items of a person, drawn by a key, noted as given. */
  @Transactional
  public List<String> draw(Terms terms, String annotator, int items, Hmac draw) {
    if (!terms.asksForGold() || items == 0) {
      return List.of();
    }
    String project = terms.project().key();
    plans.lockGold(project);
    int before = rows.itemsBefore(project, annotator);
    Asked asked = asked(terms, annotator, before, items);
    List<String> left =
        masked.fitting(
            terms.batch().id(),
            annotator,
            rows.left(project, person(annotator), since(asked.rest())));
    int most = (int) Math.ceil(left.size() * asked.mostOfSupply() - ROUNDING);
    int wanted = whole(asked.gold(), draw, annotator, before);
    List<String> given =
        draw.shuffled(left, "gold", annotator).stream().limit(Math.min(wanted, most)).toList();
    rows.give(terms.batch().id(), annotator, given, clock.instant());
    return given;
  }

  /** A part of an item is drawn for where it is all that is asked for, and else rounded up. */
  private static int whole(double gold, Hmac draw, String annotator, int before) {
    if (gold < 1) {
      return draw.draw("gold-part", annotator, String.valueOf(before)) < gold ? 1 : 0;
    }
    return (int) Math.ceil(gold - ROUNDING);
  }

  /**
   * What the table asks for.
   *
   * @param gold items, with fractions
   * @param rest how long given gold rests
   */
  private record Asked(double gold, double mostOfSupply, Duration rest) {}

  private Asked asked(Terms terms, String annotator, int before, int items) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("goldShare", terms.project().settings().goldShare());
    OptionalDouble low = proven.low(annotator, terms.project());
    inputs.put("wilsonLow", low.isPresent() ? low.getAsDouble() : null);
    double gold = 0;
    double ordinary = items;
    int position = before;
    GoldShare share = share(terms, inputs, position);
    while (ordinary > share.ordinaryItems()) {
      gold += share.goldFor(share.ordinaryItems());
      ordinary -= share.ordinaryItems();
      position += share.forItems();
      share = share(terms, inputs, position);
    }
    gold += share.goldFor(ordinary);
    return new Asked(gold, share.mostOfSupply(), Duration.ofDays(share.restDays()));
  }

  private static GoldShare share(Terms terms, Map<String, Object> inputs, int before) {
    return share(terms.project(), terms.table(), inputs, before);
  }

  private static GoldShare share(
      Project project,
      Optional<UnaryOperator<Map<String, Object>>> table,
      Map<String, Object> inputs,
      int before) {
    inputs.put("itemsBefore", before);
    return table
        .map(asked -> GoldShare.of(asked.apply(inputs)))
        .orElseGet(() -> GoldShare.withoutTable(project.settings().goldShare()));
  }

  private GoldSupplyRepository.Person person(String annotator) {
    boolean reads =
        directory.find(annotator).filter(found -> READERS.stream().anyMatch(found::is)).isPresent();
    return new GoldSupplyRepository.Person(annotator, reads);
  }

  private Instant since(Duration rest) {
    return clock.instant().minus(rest);
  }

  /**
   * Mixes gold into packages that nobody has seen yet, of people who have none in the batch's
   * round: when a stage is repeated because gold had run out, what has come since is used.
   */
  @Transactional
  public void mixInto(Terms terms, Hmac draw) {
    if (!terms.asksForGold()) {
      return;
    }
    for (GoldSupplyRepository.Mix mix : rows.mixes(terms.batch().id())) {
      if (mix.gold() == 0 && asked(terms, mix).gold() >= 1) {
        mixInto(terms, mix.annotatorId(), draw);
      }
    }
  }

  private void mixInto(Terms terms, String annotator, Hmac draw) {
    Map<String, List<String>> packages = rows.waiting(terms.batch().id(), annotator);
    int items = packages.values().stream().mapToInt(List::size).sum();
    List<String> gold = draw(terms, annotator, items, draw);
    int from = 0;
    int passed = 0;
    for (Map.Entry<String, List<String>> each : packages.entrySet()) {
      passed += each.getValue().size();
      int to = (int) Math.round((double) gold.size() * passed / items);
      if (to > from) {
        add(terms.batch(), annotator, each, gold.subList(from, to), draw);
      }
      from = to;
    }
  }

  private void add(
      Batch batch,
      String annotator,
      Map.Entry<String, List<String>> waiting,
      List<String> gold,
      Hmac draw) {
    plans.insertAssignments(
        new PlannedPackage(
            waiting.getKey(),
            batch.id(),
            annotator,
            WorkPackage.Kind.ANNOTATION,
            WorkPackage.Mode.ORDINARY,
            batch.labellingRound(),
            0,
            0,
            gold),
        draw);
    List<String> all = new ArrayList<>(waiting.getValue());
    all.addAll(gold);
    order.place(waiting.getKey(), draw.shuffled(all, "order-with-gold", annotator));
  }

  /** What is asked for somebody whose work is planned already. */
  private Asked asked(Terms terms, GoldSupplyRepository.Mix mix) {
    int now = rows.itemsBefore(terms.project().key(), mix.annotatorId());
    int before = (int) Math.max(0, now - mix.items() - mix.gold());
    return asked(terms, mix.annotatorId(), before, (int) mix.items());
  }

  /** How well gold lasts for the people of the batch's present round. */
  @Transactional(readOnly = true)
  public Standing standing(Terms terms) {
    long without = 0;
    Optional<Long> least = Optional.empty();
    Optional<Double> days = Optional.empty();
    List<GoldSupplyRepository.Mix> mixes =
        terms.asksForGold() ? rows.mixes(terms.batch().id()) : List.of();
    for (GoldSupplyRepository.Mix mix : mixes) {
      Asked asked = asked(terms, mix);
      if (asked.gold() >= 1 && mix.gold() == 0) {
        without++;
      }
      GoldSupplyRepository.Person person = person(mix.annotatorId());
      List<String> left =
          masked.fitting(
              terms.batch().id(),
              mix.annotatorId(),
              rows.left(terms.project().key(), person, since(asked.rest())));
      GoldForecast outlook = forecast(terms.project().key(), person, left, asked.rest());
      least = smaller(least, Optional.of((long) outlook.left()));
      days = smaller(days, outlook.days());
    }
    return new Standing(without, least, days);
  }

  private static <T extends Comparable<T>> Optional<T> smaller(Optional<T> one, Optional<T> other) {
    return one.isEmpty() || other.isPresent() && other.get().compareTo(one.get()) < 0 ? other : one;
  }

  private GoldForecast forecast(
      String project, GoldSupplyRepository.Person person, List<String> left, Duration rest) {
    Instant now = clock.instant();
    return GoldForecast.of(
        left.size(),
        rows.resting(project, person, now.minus(rest)),
        rows.used(project, person.annotatorId(), now.minus(GoldForecast.WINDOW)),
        rest,
        now);
  }

  /**
   * Somebody's gold.
   *
   * @param low lower end of the interval of the accuracy on gold; empty without an answer
   * @param share of gold in what is planned for the person next
   * @param leftByLabel what is left by class; of spans an item counts for each label it has
   */
  public record Outlook(
      String annotatorId,
      OptionalDouble low,
      double share,
      String rule,
      GoldForecast forecast,
      Map<String, Long> leftByLabel) {}

  /** What is left to each of these people and how long it lasts, by the newest table. */
  @Transactional(readOnly = true)
  public List<Outlook> outlooks(Project project, List<String> annotators) {
    Optional<UnaryOperator<Map<String, Object>>> table = tables.findNewest(GoldShare.TABLE);
    return annotators.stream().map(each -> outlook(project, each, table)).toList();
  }

  private Outlook outlook(
      Project project, String annotator, Optional<UnaryOperator<Map<String, Object>>> table) {
    OptionalDouble low = proven.low(annotator, project);
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("goldShare", project.settings().goldShare());
    inputs.put("wilsonLow", low.isPresent() ? low.getAsDouble() : null);
    int before = rows.itemsBefore(project.key(), annotator);
    GoldShare share = share(project, table, inputs, before);
    Duration rest = Duration.ofDays(share.restDays());
    GoldSupplyRepository.Person person = person(annotator);
    List<String> left =
        masked.fittingNow(project.key(), annotator, rows.left(project.key(), person, since(rest)));
    return new Outlook(
        annotator,
        low,
        share.share(),
        share.rule(),
        forecast(project.key(), person, left, rest),
        rows.byLabel(left));
  }

  /** Notes when the person answered the gold that was given: from then on it rests. */
  @Transactional
  public void noteSeen(String annotatorId) {
    rows.noteSeen(annotatorId);
  }

  /**
   * Gold that a talk with the person was about never comes back to that person.
   *
   * @return how many items
   */
  @Transactional
  public int retireFor(String annotatorId, Collection<String> itemIds) {
    return rows.retireFor(annotatorId, itemIds, clock.instant());
  }
}
