package io.touchstone.road;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.answer.Answer;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.health.review.ReviewRoom;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.simulation.SimulatedPerson;
import io.touchstone.simulation.SimulatedTeam;
import io.touchstone.simulation.Truth;
import io.touchstone.workforce.PseudonymKeys;
import io.touchstone.workforce.Pseudonyms;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Fifty seeded batches each go from their delivery to the quality report, labelled by people whose
 * accuracy, pace and readiness to follow suggestions are planted. An interval of 95 % must hold
 * what was planted in 95 of 100 cases; less than 90 fails. The batches end at the report: what
 * adjudication and release do with them is told elsewhere.
 */
@Tag("slow")
class PlantedNumbersTest extends IntegrationTest {

  private static final int RUNS = 50;

  /** One for all runs: the first draws of neighbouring seeds of java.util.Random are alike. */
  private static final long SEED = 20_260_301;

  private static final double LEAST_PERCENT = 90;
  private static final int THINGS = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** From careful to careless: the share of items that gets its true label. */
  private static final Map<String, Double> ACCURACY =
      Map.of("ada", 0.95, "ben", 0.92, "cleo", 0.88, "dan", 0.80, "eve", 0.70, "finn", 0.60);

  private static final List<String> NAMES = ACCURACY.keySet().stream().sorted().toList();

  /** Each person's times are log-normal around the person's median, and the medians are, too. */
  private static final double TYPICAL_MEDIAN_SECONDS = 15;

  private static final double SPREAD_OF_PEOPLE = 0.2;

  /** What SimulatedPerson says of one person's times. */
  private static final double SPREAD_OF_TIMES = 0.4;

  private static final double FOLLOWED_UNREAD = 0.5;
  private static final double MODEL_ACCURACY = 0.7;
  private static final double READERS_ACCURACY = 0.9;

  @Autowired private BeanFactory beans;
  @Autowired private PseudonymKeys pseudonyms;
  @Autowired private SimulatedTeam team;
  @LocalServerPort private int port;

  @Test
  void accuracy_on_gold_and_judgements_per_hour_are_those_planted() {
    Random chance = new Random(SEED);
    Coverage accuracy = new Coverage("planted-accuracy");
    Set<String> projects = new HashSet<>();
    for (int run = 1; run <= RUNS; run++) {
      Road road =
          Road.named(beans, "planted-" + run, Options.standard().gold(0.5, 120))
              .simulatedAnnotators(NAMES.toArray(String[]::new));
      road.receiveThings(THINGS).untilItRests();
      team.work(peopleOfTheirOwnPace(road, chance), truth(), seed(run));
      road.untilItRests();
      JsonNode scores = quality(road).at("/annotatorScores");
      assertThat(scores).hasSize(ACCURACY.size());
      Map<String, Double> planted = accuracyByPseudonym(road);
      scores.forEach(
          score ->
              accuracy.add(
                  planted.get(score.get("annotator").asText()),
                  score.at("/gold/low"),
                  score.at("/gold/high")));
      projects.add(road.project());
    }

    Coverage pace = new Coverage("planted-pace");
    for (JsonNode project : health().at("/figures/projects")) {
      if (projects.contains(project.get("project").asText())) {
        JsonNode weeks = project.at("/throughput/weeks");
        JsonNode now = weeks.get(weeks.size() - 1);
        pace.add(plantedJudgementsPerHour(), now.get("low"), now.get("high"));
      }
    }
    accuracy.assertEnough(RUNS * ACCURACY.size());
    pace.assertEnough(RUNS);
  }

  @Test
  void the_effect_of_showing_suggestions_is_the_one_planted() {
    Random chance = new Random(SEED);
    Coverage bias = new Coverage("planted-bias");
    for (int run = 1; run <= RUNS; run++) {
      Road road =
          Road.named(beans, "swayed-" + run, Options.standard())
              .simulatedAnnotators("ada", "ben", "cleo", "dan")
              .receiveLines(suggested(2 * THINGS, chance))
              .untilItRests();
      team.work(swayedPeople(road), truth(), seed(run));
      road.untilItRests();
      JsonNode shift = quality(road).at("/automationBias/shift");
      bias.add(plantedShift(), shift.get("low"), shift.get("high"));
    }
    bias.assertEnough(RUNS);
  }

  /**
   * The mean of a log-normal time is median * exp(spread^2 / 2), once for the spread of one
   * person's times and once for that of people.
   */
  private static double plantedJudgementsPerHour() {
    double variance = SPREAD_OF_TIMES * SPREAD_OF_TIMES + SPREAD_OF_PEOPLE * SPREAD_OF_PEOPLE;
    return 3_600 / (TYPICAL_MEDIAN_SECONDS * Math.exp(variance / 2));
  }

  /**
   * Who follows a share b unread says what is suggested with b + (1 - b) q where it is shown and
   * with q where it is hidden; with two labels q is: both right, or both wrong.
   */
  private static double plantedShift() {
    double same = MODEL_ACCURACY * READERS_ACCURACY + (1 - MODEL_ACCURACY) * (1 - READERS_ACCURACY);
    return FOLLOWED_UNREAD * (1 - same);
  }

  private static List<SimulatedPerson> peopleOfTheirOwnPace(Road road, Random chance) {
    return NAMES.stream()
        .map(
            name ->
                new SimulatedPerson(
                    road.person(name).id(),
                    name,
                    ACCURACY.get(name),
                    TYPICAL_MEDIAN_SECONDS * Math.exp(SPREAD_OF_PEOPLE * chance.nextGaussian())))
        .toList();
  }

  private static List<SimulatedPerson> swayedPeople(Road road) {
    return List.of("ada", "ben", "cleo", "dan").stream()
        .map(
            name ->
                new SimulatedPerson(
                    road.person(name).id(),
                    name,
                    READERS_ACCURACY,
                    TYPICAL_MEDIAN_SECONDS,
                    FOLLOWED_UNREAD))
        .toList();
  }

  private Map<String, Double> accuracyByPseudonym(Road road) {
    Pseudonyms names = pseudonyms.of(road.project());
    Map<String, Double> planted = new HashMap<>();
    ACCURACY.forEach((name, share) -> planted.put(names.of(road.person(name).id()), share));
    return planted;
  }

  /** The rows of {@link Road#receiveThings}, each with what a model of known accuracy says. */
  private static String suggested(int count, Random chance) {
    IntFunction<String> row =
        i -> {
          boolean right = chance.nextDouble() < MODEL_ACCURACY;
          return """
          {"id": "r%d", "text": "%s thing %d", "suggestions": [{"label": "%s",\
           "score": 0.9, "model": "tarn-router", "version": "2026-02"}]}
          """
              .formatted(i, colour(i), i, right ? colour(i) : colour(i + 1));
        };
    return IntStream.rangeClosed(1, count).mapToObj(row).collect(joining());
  }

  private static Truth truth() {
    Map<String, Answer> labels = new HashMap<>();
    IntStream.rangeClosed(1, 2 * THINGS)
        .forEach(i -> labels.put("r" + i, new ClassLabel(colour(i))));
    return new Truth(labels);
  }

  private static String colour(int i) {
    return i % 2 == 0 ? "blue" : "red";
  }

  private static Hmac seed(int run) {
    return Hmac.of(new byte[] {50, (byte) run});
  }

  private JsonNode quality(Road road) {
    return call("/batches/" + road.batchId() + "/quality").at("/reports/0/numbers");
  }

  /** A health review that looks at all projects' last week. */
  private JsonNode health() {
    return call("/health/reviews/" + ReviewRoom.of(beans).asked());
  }

  private JsonNode call(String path) {
    var answer =
        new Machine(port)
            .call(
                "GET",
                "/api/v1" + path,
                "",
                "Authorization",
                Machine.basic("admin", "Test-Password-1"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many intervals hold what was planted. */
  private static final class Coverage {

    private final String figure;
    private final List<Boolean> inside = new ArrayList<>();

    Coverage(String figure) {
      this.figure = figure;
    }

    void add(double planted, JsonNode low, JsonNode high) {
      assertThat(low.isNumber() && high.isNumber()).as("an interval of %s", figure).isTrue();
      inside.add(low.asDouble() <= planted && planted <= high.asDouble());
    }

    void assertEnough(int expected) {
      assertThat(inside).as(figure).hasSize(expected);
      double percent = 100.0 * inside.stream().filter(each -> each).count() / expected;
      System.out.printf(Locale.ROOT, "%s %.0f percent%n", figure, percent);
      assertThat(percent)
          .as("%s, percent of intervals", figure)
          .isGreaterThanOrEqualTo(LEAST_PERCENT);
    }
  }
}
