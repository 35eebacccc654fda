package io.touchstone.assist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.project.GoldSink;
import io.touchstone.project.GoldSink.GoldLine;
import io.touchstone.project.Projects;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A classifier over all that reaches the browser: it is told which items were gold for half of the
 * people and tries to tell gold for the others.
 */
class ServedBodiesTest extends IntegrationTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "quiet marble staircase";
  private static final int ITEMS = 240;

  /** Two-sided, one false alarm in a thousand: timing differs from run to run. */
  private static final double Z_999 = 3.290526731491926;

  @LocalServerPort private int port;
  @Autowired private BeanFactory beans;
  @Autowired private JdbcClient database;

  /** An item as it was served, and whether it was gold. */
  private record Served(double[] features, boolean gold) {}

  /** 240 items and 60 gold ones a person, a source that is right nine times in ten. */
  @Test
  void no_classifier_over_bodies_order_timing_and_ids_tells_gold_from_other_items()
      throws IOException {
    List<String> people = List.of("ada", "ben", "cleo", "dan");
    Road road =
        Road.named(
            beans,
            "served-bodies",
            Options.standard().annotatorsPerItem(4).gold(0.2, 0).itemsPerPackage(1_000));
    people.forEach(name -> road.annotator(name, PASSWORD));
    Random chance = new Random(7);
    List<Integer> numbers =
        new ArrayList<>(new Random(3).ints(1_000, 9_000).distinct().limit(1_000).boxed().toList());
    gold(road, numbers.subList(0, 400));
    road.receiveLines(rows(numbers.subList(400, 400 + ITEMS), chance)).untilItRests();

    List<Served> known = new ArrayList<>();
    List<Served> unknown = new ArrayList<>();
    for (String name : people) {
      (people.indexOf(name) < 2 ? known : unknown).addAll(served(road, name));
    }

    assertThat(known.stream().filter(Served::gold).count()).isGreaterThan(60);
    double[] weights =
        Logistic.fit(
            known.stream().map(Served::features).toList(),
            known.stream().map(Served::gold).toList());
    RocArea area = RocArea.of(scores(unknown, weights, true), scores(unknown, weights, false));
    System.out.printf(
        Locale.ROOT,
        "served-bodies area %.3f, standard error %.3f, %d items%n",
        area.area(),
        area.standardError(),
        unknown.size());
    assertThat(area.holdsHalf(Z_999)).as("%s", area).isTrue();
  }

  /** The classifier is one that can find something: position alone gives this away. */
  @Test
  void the_classifier_finds_what_is_there_to_be_found() {
    Random chance = new Random(1);
    List<double[]> rows = new ArrayList<>();
    List<Boolean> gold = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      boolean is = i % 5 == 0;
      rows.add(new double[] {chance.nextGaussian(), chance.nextGaussian() + (is ? 0.5 : 0)});
      gold.add(is);
    }
    double[] weights = Logistic.fit(rows.subList(0, 300), gold.subList(0, 300));
    List<Served> rest = new ArrayList<>();
    for (int i = 300; i < 600; i++) {
      rest.add(new Served(rows.get(i), gold.get(i)));
    }

    RocArea area = RocArea.of(scores(rest, weights, true), scores(rest, weights, false));

    assertThat(area.area()).isGreaterThan(0.55);
    assertThat(area.holdsHalf(1.96)).isFalse();
  }

  private static double[] scores(List<Served> items, double[] weights, boolean gold) {
    return items.stream()
        .filter(item -> item.gold() == gold)
        .mapToDouble(item -> Logistic.score(weights, item.features()))
        .toArray();
  }

  private void gold(Road road, List<Integer> numbers) {
    List<GoldLine> lines = new ArrayList<>();
    for (int number : numbers) {
      lines.add(
          new GoldLine(
              lines.size() + 1, "g" + lines.size(), text(number), SuggestionRoad.colour(number)));
    }
    beans
        .getBean(GoldSink.class)
        .load(beans.getBean(Projects.class).require(road.project()), "gold.jsonl", lines);
  }

  private static String text(int number) {
    return SuggestionRoad.colour(number) + " thing " + number;
  }

  private static String rows(List<Integer> numbers, Random chance) {
    return numbers.stream()
        .map(
            number -> {
              String right = SuggestionRoad.colour(number);
              String other = right.equals("red") ? "blue" : "red";
              String said = chance.nextDouble() < 0.9 ? right : other;
              return "{\"id\": \"r%d\", \"text\": \"%s\", \"suggestions\": %s}"
                  .formatted(number, text(number), SuggestionRoad.suggests(said));
            })
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private List<Served> served(Road road, String name) throws IOException {
    String[] login = {"Authorization", Machine.basic(road.person(name).id(), PASSWORD)};
    Machine machine = new Machine(port);
    JsonNode work = JSON.readTree(machine.call("POST", "/api/v1/work/next", "{}", login).body());
    Set<String> gold = goldOf(work.get("package").asText());
    List<Served> served = new ArrayList<>();
    JsonNode items = work.get("items");
    for (int i = 0; i < items.size(); i++) {
      JsonNode item = items.get(i);
      String id = item.get("assignment").asText();
      long before = System.nanoTime();
      machine.call(
          "GET",
          "/api/v1/work/" + work.get("package").asText() + "/items/" + id + "/text",
          "",
          login);
      double millis = (System.nanoTime() - before) / 1e6;
      served.add(new Served(features(items, i, items.size(), Math.log(millis)), gold.contains(id)));
    }
    return served;
  }

  private static double[] features(JsonNode items, int i, int size, double logMillis) {
    JsonNode item = items.get(i);
    String id = item.get("assignment").asText();
    String text = item.get("text").asText();
    JsonNode before = items.get(Math.max(0, i - 1)).get("suggestion");
    JsonNode suggestion = item.get("suggestion");
    boolean none = suggestion.isNull();
    boolean wrong = !none && !text.startsWith(suggestion.get("label").asText());
    return new double[] {
      (double) i / size,
      i % 5,
      item.toString().length(),
      text.length(),
      item.size(),
      none ? 1 : 0,
      wrong ? 1 : 0,
      before.isNull() ? 1 : 0,
      Integer.parseInt(id.substring(0, 4), 16),
      Integer.parseInt(id.substring(28), 16),
      id.chars().filter(Character::isDigit).count(),
      logMillis
    };
  }

  private Set<String> goldOf(String packageId) {
    return new HashSet<>(
        database
            .sql(
                """
                select a.id from touchstone.assignment a
                join touchstone.gold_item g on g.item_id = a.item_id where a.work_package_id = ?
                """)
            .param(packageId)
            .query(String.class)
            .list());
  }
}
