package io.touchstone.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.simulation.SimulatedPerson;
import io.touchstone.simulation.SimulatedTeam;
import io.touchstone.simulation.Truth;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A thousand real questions go from file to dataset version in a running application, labelled by
 * people whose mistakes are known: the numbers found are the numbers planted.
 */
@Tag("slow")
class BankingQuestionsTest {

  private static final Path DATA =
      Path.of(System.getProperty("test.data", "../shared/data"), "banking77");
  private static final String PASSWORD = "Tarnfield-Banking-77";
  private static final String CARELESS = "person7";

  /** The seventh is careless. */
  private static final List<SimulatedPerson> ANNOTATORS =
      List.of(
          new SimulatedPerson("person1", "Person 1", 0.95, 16),
          new SimulatedPerson("person2", "Person 2", 0.93, 21),
          new SimulatedPerson("person3", "Person 3", 0.96, 24),
          new SimulatedPerson("person4", "Person 4", 0.92, 14),
          new SimulatedPerson("person5", "Person 5", 0.96, 18),
          new SimulatedPerson("person6", "Person 6", 0.94, 19),
          new SimulatedPerson(CARELESS, "Person 7", 0.60, 7),
          new SimulatedPerson("person8", "Person 8", 0.95, 17));

  private static final SimulatedPerson REVIEWER =
      new SimulatedPerson("reviewer", "Reviewer", 0.98, 25);

  @TempDir private Path scratch;

  @Test
  void a_thousand_questions_become_a_dataset_with_the_planted_numbers_and_again_the_same_bytes()
      throws IOException {
    assumeTrue(
        Files.isDirectory(DATA),
        () ->
            "Skipped: there is no folder "
                + DATA
                + " with the data set banking77; -Dtest.data=FOLDER names the folder above it.");
    BankingQuestions source = new BankingQuestions(DATA);
    List<BankingQuestions.Question> questions = source.questions(1_000);
    source.writeProject(scratch.resolve("projects"), 200);

    SortedMap<String, String> first = new TreeMap<>();
    try (Installation installation = start("first")) {
      String batch = throughAllStages(installation, questions);
      assertEveryRowIsAccountedFor(installation, batch);
      assertLabelsAreBetterThanAnybodys(installation, batch, questions);
      assertTheCarelessOneIsFoundAndNobodyElse(installation, batch);
      first = files("first");
    }
    try (Installation installation = start("second")) {
      throughAllStages(installation, questions);
      assertThat(files("second")).isEqualTo(first);
    }
  }

  private Installation start(String folder) {
    return Installation.start(
        scratch.resolve(folder),
        Map.of(
            "touchstone.seed",
            "banking",
            "touchstone.projects",
            scratch.resolve("projects") + "/"));
  }

  private static String throughAllStages(
      Installation installation, List<BankingQuestions.Question> questions) {
    long begin = System.nanoTime();
    hire(installation);
    String batch =
        installation.deliver(
            "manager", PASSWORD, BankingQuestions.PROJECT, BankingQuestions.csv(questions));
    Truth truth = BankingQuestions.truth(questions);
    Hmac seed = Hmac.of("banking".getBytes(StandardCharsets.UTF_8));
    SimulatedTeam team = installation.bean(SimulatedTeam.class);
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInSameThread()
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              team.work(ANNOTATORS, truth, seed);
              team.work(List.of(REVIEWER), truth, seed);
              team.settleTalks(ANNOTATORS, "manager");
              team.approveRelease(batch, "approver");
              return hasEnded(installation.bean(Batches.class).require(batch));
            });
    System.out.printf(
        Locale.ROOT, "banking-questions-road %.1f seconds%n", (System.nanoTime() - begin) / 1e9);
    System.out.printf(
        "banking-questions-dataset %s%n",
        PublishedDigests.of(installation.bean(JdbcClient.class), BankingQuestions.PROJECT));
    return batch;
  }

  private static boolean hasEnded(Batch batch) {
    assertThat(batch.state())
        .as(batch.heldBecause().orElse(""))
        .isIn(Batch.State.RUNNING, Batch.State.WAITING, Batch.State.DONE);
    return batch.state() == Batch.State.DONE;
  }

  private static void hire(Installation installation) {
    Directory directory = installation.bean(Directory.class);
    directory.add("manager", "Manager", Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
    directory.add("approver", "Approver", Optional.empty(), Set.of(Role.DATA_MANAGER));
    ANNOTATORS.forEach(person -> hire(installation, person, Role.ANNOTATOR));
    hire(installation, REVIEWER, Role.REVIEWER);
  }

  private static void hire(Installation installation, SimulatedPerson person, Role role) {
    installation
        .bean(Directory.class)
        .add(person.id(), person.shownName(), Optional.empty(), Set.of(role));
    installation
        .bean(Workforce.class)
        .register(
            new Annotator(person.id(), "simulation", true, true, Map.of("banking", 1.0)),
            "manager");
  }

  private static void assertEveryRowIsAccountedFor(Installation installation, String batch) {
    Map<String, Long> manifest =
        installation
            .get("/batches/" + batch + "/manifest")
            .lines()
            .map(line -> read(line).get("status").asText())
            .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
    assertThat(manifest).containsExactly(entry("ok", 1_000L));

    JsonNode counts = installation.json("/batches/" + batch).get("counts");
    JsonNode ingestion = counts.get("ingestion");
    assertThat(ingestion.get("rows").asLong()).isEqualTo(1_000);
    assertThat(ingestion.get("items").asLong()).isEqualTo(1_000);
    assertThat(ingestion.get("rejected").asLong() + ingestion.get("duplicates").asLong()).isZero();
    assertThat(counts.get("quality-assurance").get("verdicts").asLong()).isEqualTo(1_000);
    assertThat(counts.get("release").get("records").asLong()).isEqualTo(1_000);
    assertThat(numberOf(installation, ITEMS_IN_PACKAGES, batch)).isEqualTo(1_000);
    assertThat(numberOf(installation, RECORDS, batch)).isEqualTo(1_000);
  }

  private static final String ITEMS_IN_PACKAGES =
      """
      select count(distinct i.id) from touchstone.item i
      join touchstone.assignment a on a.item_id = i.id where i.batch_id = ?
      """;

  private static final String RECORDS =
      """
      select count(*) from touchstone.dataset_record r
      join touchstone.item i on i.id = r.item_id where i.batch_id = ?
      """;

  private static long numberOf(Installation installation, String query, String batch) {
    return installation.bean(JdbcClient.class).sql(query).param(batch).query(Long.class).single();
  }

  private void assertLabelsAreBetterThanAnybodys(
      Installation installation, String batch, List<BankingQuestions.Question> questions) {
    Map<String, String> truth = BankingQuestions.labelsByText(questions);
    List<JsonNode> records = records("first");
    assertThat(records).hasSize(1_000);
    double accuracy =
        records.stream()
                .filter(
                    record ->
                        truth.get(record.get("text").asText()).equals(record.get("label").asText()))
                .count()
            / 1_000.0;
    double best = bestAnnotator(installation, batch, BankingQuestions.labelsById(questions));
    System.out.printf(Locale.ROOT, "banking-questions-accuracy %.3f share%n", accuracy);
    System.out.printf(Locale.ROOT, "banking-questions-best-annotator %.3f share%n", best);
    assertThat(accuracy).isGreaterThan(best);
  }

  /**
   * The highest share of true labels that one annotator gave to the batch's items, in their last
   * word; unsure items that were given out once more do not count again, they are the hard ones.
   */
  private static double bestAnnotator(
      Installation installation, String batch, Map<String, String> truth) {
    record Judgement(String annotator, boolean right) {}
    List<Judgement> judgements =
        installation
            .bean(JdbcClient.class)
            .sql(
                """
                select distinct on (j.assignment_id) j.annotator_id, i.external_id, s.category as label
                from touchstone.judgement j
                join touchstone.judgement_answer s on s.judgement_id = j.id
                join touchstone.item i on i.id = j.item_id
                join touchstone.assignment a on a.id = j.assignment_id and a.superseded_at is null
                join touchstone.work_package p
                  on p.id = a.work_package_id and p.mode = 'ordinary'
                where i.batch_id = ? and j.role = 'annotator'
                order by j.assignment_id, j.id desc
                """)
            .param(batch)
            .query(
                (row, number) ->
                    new Judgement(
                        row.getString(1), truth.get(row.getString(2)).equals(row.getString(3))))
            .list();
    assertThat(judgements).hasSize(3_000);
    return judgements.stream()
        .collect(
            Collectors.groupingBy(
                Judgement::annotator, Collectors.averagingDouble(each -> each.right() ? 1 : 0)))
        .values()
        .stream()
        .max(Double::compare)
        .orElseThrow();
  }

  /** Under pseudonyms; the counts of the gold answers tell who is who. */
  private static void assertTheCarelessOneIsFoundAndNobodyElse(
      Installation installation, String batch) {
    JsonNode scores =
        installation
            .json("/batches/" + batch + "/quality")
            .at("/reports/0/numbers/annotatorScores");
    List<String> flagged = new ArrayList<>();
    assertThat(scores).hasSize(8);
    for (JsonNode score : scores) {
      JsonNode gold = score.get("gold");
      assertThat(gold.get("count").asLong()).isGreaterThanOrEqualTo(40);
      if (!score.get("action").asText().equals("none")) {
        flagged.add(gold.get("correct") + " of " + gold.get("count"));
        assertThat(score.get("action").asText()).isEqualTo("pause");
      }
    }
    assertThat(flagged).containsExactly(goldOf(installation, CARELESS));
    System.out.printf("banking-questions-careless-on-gold %s%n", flagged.get(0));
  }

  private static String goldOf(Installation installation, String annotator) {
    return installation
        .bean(JdbcClient.class)
        .sql(
            """
            select count(*) filter (where correct) || ' of ' || count(*)
            from (
              select distinct on (j.assignment_id) s.answer = g.answers -> 'answer' as correct
              from touchstone.judgement j join touchstone.gold_item g on g.item_id = j.item_id
              join touchstone.judgement_answer s on s.judgement_id = j.id
              where j.annotator_id = ?
              order by j.assignment_id, j.id desc) last_word
            """)
        .param(annotator)
        .query(String.class)
        .single();
  }

  private Path dataset(String folder) {
    return scratch
        .resolve(folder)
        .resolve(Path.of("datasets", BankingQuestions.PROJECT, BankingQuestions.PROJECT));
  }

  private List<JsonNode> records(String folder) {
    List<JsonNode> records = new ArrayList<>();
    try (Stream<Path> shards = Files.list(dataset(folder).resolve("data"))) {
      for (Path shard : shards.toList()) {
        Files.readAllLines(shard).forEach(line -> records.add(read(line)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  /** Names and content of the dataset's files, byte for byte. */
  private SortedMap<String, String> files(String folder) throws IOException {
    Path root = dataset(folder);
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        files.put(
            root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(files).containsKey("sha256sums.txt");
    return files;
  }

  private static JsonNode read(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
