package io.touchstone.ingestion.review;

import io.touchstone.deidentification.CodePoints;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.deidentification.operator.Inventions;
import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.ingestion.item.CorrectionRepository.Text;
import io.touchstone.ingestion.review.PrivacyReviewRepository.NewRow;
import io.touchstone.ingestion.review.SampleRepository.Candidate;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.PrivacyReviewRules;
import io.touchstone.project.ProjectSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/**
 * Composes the sheet of a round: a random sample of each stratum, items that look likelier to leak,
 * and copies with an invented leak, all in one random order and with ids that tell nothing. The
 * same batch under the same key gets the same sheet.
 */
@Service
class ReviewSheets {

  /** How many items are tried for a mask that something can be invented for. */
  private static final int MOST_DONORS = 500;

  private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");
  private static final Pattern NAME = Pattern.compile("\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)*");

  private final SampleRepository repository;
  private final RiskSample risk;

  ReviewSheets(SampleRepository repository, RiskSample risk) {
    this.repository = repository;
    this.risk = risk;
  }

  /**
   * A sheet that is not stored yet.
   *
   * @param rows in the order in which they are shown
   * @param plants by the id of the copy
   */
  record Sheet(List<NewRow> rows, Map<String, PlantedLeak> plants) {}

  /** Which sheet of which batch. */
  record Place(String batchId, Hmac key, int run, int round) {}

  /**
   * @param target items of each stratum that all rounds together are to have drawn at random
   */
  Sheet compose(Place place, ProjectSettings settings, List<Integer> target) {
    PrivacyReviewRules rules = settings.deidentification().review();
    List<String> random = random(place, target);
    List<String> risky =
        risk.draw(place, settings, rules.riskyIn(random.size()), Set.copyOf(random));
    Set<String> shown = new HashSet<>(random);
    shown.addAll(risky);
    Map<String, PlantedLeak> planted = planted(place, rules.plantedIn(random.size()), shown);

    Map<String, NewRow> rows = new HashMap<>();
    random.forEach(item -> put(rows, place, item, SheetRow.Kind.RANDOM));
    risky.forEach(item -> put(rows, place, item, SheetRow.Kind.RISK));
    Map<String, PlantedLeak> plants = new LinkedHashMap<>();
    planted.forEach(
        (item, plant) -> plants.put(put(rows, place, item, SheetRow.Kind.PLANTED), plant));
    List<String> order = place.key().shuffled(rows.keySet(), "privacy-review-order");
    return new Sheet(order.stream().map(rows::get).toList(), plants);
  }

  private static String put(
      Map<String, NewRow> rows, Place place, String item, SheetRow.Kind kind) {
    String id =
        place.key().id("privacy-review-item", String.valueOf(place.round()), kind.id(), item);
    rows.put(id, new NewRow(id, item, kind));
    return id;
  }

  private List<String> random(Place place, List<Integer> target) {
    Map<String, List<Candidate>> strata =
        repository.candidates(place.batchId(), place.run()).stream()
            .collect(Collectors.groupingBy(Candidate::stratum, TreeMap::new, Collectors.toList()));
    List<String> drawn = new ArrayList<>();
    int number = 0;
    for (List<Candidate> stratum : strata.values()) {
      Map<String, Candidate> byId =
          stratum.stream().collect(Collectors.toMap(Candidate::itemId, Function.identity()));
      order(place.key(), place.run(), byId.keySet().stream().sorted().toList()).stream()
          .limit(target.get(number++))
          .filter(item -> !byId.get(item).drawn())
          .forEach(drawn::add);
    }
    return drawn;
  }

  /**
   * The order in which items of a stratum are drawn: for whoever lacks the batch's key every order
   * is equally likely, and for the same key it is always the same one.
   *
   * @param run which making of the items; each has an order of its own
   */
  static List<String> order(Hmac batchKey, int run, List<String> items) {
    return run == 1
        ? batchKey.shuffled(items, "privacy-review")
        : batchKey.shuffled(items, "privacy-review", String.valueOf(run));
  }

  private Map<String, PlantedLeak> planted(Place place, int count, Set<String> shown) {
    Map<String, PlantedLeak> planted = new LinkedHashMap<>();
    if (count == 0) {
      return planted;
    }
    List<String> donors =
        place
            .key()
            .shuffled(repository.unseen(place.batchId(), place.run(), true), "privacy-plant-donor")
            .stream()
            .filter(item -> !shown.contains(item))
            .limit(MOST_DONORS)
            .toList();
    Inventions inventions = new Inventions(place.key());
    for (String donor : donors) {
      if (planted.size() < count) {
        // One after the other, because a text may be long.
        plant(place, repository.text(donor), inventions)
            .ifPresent(plant -> planted.put(donor, plant));
      }
    }
    return planted;
  }

  /** Names before all else, since they are what is missed most; then a mask drawn by lot. */
  private static Optional<PlantedLeak> plant(Place place, Text donor, Inventions inventions) {
    List<OffsetMap.Mask> masks = donor.offsets().masks();
    List<Optional<EntityType>> types = types(donor);
    return IntStream.range(0, masks.size())
        .boxed()
        .sorted(
            Comparator.comparing((Integer i) -> !types.get(i).equals(Optional.of(EntityType.NAME)))
                .thenComparing(
                    i -> place.key().draw("privacy-plant", donor.itemId(), String.valueOf(i))))
        .map(i -> invented(donor, i, types.get(i), inventions))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<PlantedLeak> invented(
      Text donor, int number, Optional<EntityType> kind, Inventions inventions) {
    OffsetMap.Mask mask = donor.offsets().masks().get(number);
    return kind.flatMap(
            type ->
                inventions.of(
                    type,
                    mask.rawEnd() - mask.rawStart(),
                    donor.text(),
                    "privacy-plant-value",
                    donor.itemId(),
                    String.valueOf(number)))
        .map(value -> new PlantedLeak(number, value));
  }

  private static List<Optional<EntityType>> types(Text donor) {
    CodePoints.Walk places = new CodePoints.Walk(donor.text());
    return donor.offsets().masks().stream()
        .map(mask -> type(places.part(mask.redactedStart(), mask.redactedEnd())))
        .toList();
  }

  /** The kind that a tag names, or that an address or a name in its place is of. */
  private static Optional<EntityType> type(String shown) {
    if (ADDRESS.matcher(shown).matches()) {
      return Optional.of(EntityType.EMAIL);
    }
    if (NAME.matcher(shown).matches()) {
      return Optional.of(EntityType.NAME);
    }
    return Optional.of(shown.replaceFirst("^\\[([A-Z0-9_]+).*\\]$", "$1"))
        .filter(id -> !id.equals(shown) && EntityType.isId(id))
        .map(EntityType::new);
  }
}
