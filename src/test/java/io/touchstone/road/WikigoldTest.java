package io.touchstone.road;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.answer.Answer;
import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanSet;
import io.touchstone.pipeline.Batch;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.road.WikigoldSentences.Sentence;
import io.touchstone.simulation.SimulatedPerson;
import io.touchstone.simulation.SimulatedTeam;
import io.touchstone.simulation.Truth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Three hundred real sentences become a dataset of spans that is nearer to the truth than any of
 * the people who marked them.
 */
@Tag("slow")
class WikigoldTest extends IntegrationTest {

  private static final Path DATA =
      Path.of(System.getProperty("test.data", "../shared/data"), "wikigold");
  private static final int COUNT = 300;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The share of names that each one marks rightly. */
  private static final Map<String, Double> ACCURACY =
      new TreeMap<>(
          Map.of("ada", 0.95, "ben", 0.91, "cleo", 0.96, "dan", 0.88, "eve", 0.93, "finn", 0.80));

  @Autowired private BeanFactory beans;
  @Autowired private JdbcClient database;

  private Map<String, Sentence> byText;
  private Road road;

  @Test
  void published_spans_are_nearer_to_the_truth_than_those_of_any_annotator() throws IOException {
    assumeTrue(
        Files.isDirectory(DATA),
        () ->
            "Skipped: there is no folder "
                + DATA
                + " with the data set wikigold; -Dtest.data=FOLDER names the folder above it.");
    long begin = System.nanoTime();
    List<Sentence> sentences = WikigoldSentences.read(DATA, COUNT);
    byText = sentences.stream().collect(toMap(Sentence::text, sentence -> sentence));
    road =
        Road.named(beans, WikigoldSentences.project(), "# Guideline\n\nMark whole names.\n")
            .simulatedAnnotators(ACCURACY.keySet().toArray(String[]::new))
            .simulatedReviewers("rita")
            .receiveLines(sentences.stream().map(WikigoldTest::row).collect(joining()))
            .untilItRests();

    simulate(new Truth(truth(sentences)));

    assertThat(road.batch().state())
        .as(road.batch().heldBecause().orElse(""))
        .isEqualTo(Batch.State.DONE);
    Score published = publishedScore();
    Map<String, Score> annotators = annotatorScores();
    double best = annotators.values().stream().mapToDouble(Score::f1).max().orElseThrow();
    say("wikigold-road %.1f seconds%n", (System.nanoTime() - begin) / 1e9);
    say("wikigold-f1 %.3f f1%n", published.f1());
    say("wikigold-best-annotator %.3f f1%n", best);
    System.out.printf("wikigold-dataset %s%n", PublishedDigests.of(database, road.project()));
    assertThat(annotators).hasSize(ACCURACY.size());
    assertThat(published.f1()).isGreaterThan(best);
  }

  /** Everybody marks, the reviewer settles what is disputed, tom approves. */
  private void simulate(Truth truth) {
    SimulatedTeam team = beans.getBean(SimulatedTeam.class);
    Hmac seed = Hmac.of(new byte[] {9});
    team.work(
        ACCURACY.entrySet().stream()
            .map(person -> simulated(person.getKey(), person.getValue()))
            .toList(),
        truth,
        seed);
    road.untilItRests();
    team.work(List.of(simulated("rita", 0.98)), truth, seed);
    road.untilItRests().decideRelease("tom", "approve", "");
  }

  private SimulatedPerson simulated(String name, double accuracy) {
    return new SimulatedPerson(road.person(name).id(), name, accuracy, 20);
  }

  private static Map<String, Answer> truth(List<Sentence> sentences) {
    return sentences.stream()
        .collect(toMap(Sentence::id, sentence -> new SpanSet(sentence.spans())));
  }

  /** As it is delivered: without the spans. */
  private static String row(Sentence sentence) {
    try {
      return JSON.writeValueAsString(Map.of("id", sentence.id(), "text", sentence.text())) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Spans with the same start, end and label as a true one, over all sentences together: exact,
   * micro-averaged F1, as Tjong Kim Sang and De Meulder 2003 score names.
   */
  private record Score(long found, long marked, long there) {

    static final Score NONE = new Score(0, 0, 0);

    Score plus(List<Span> marked, List<Span> truth) {
      Set<Span> common = new HashSet<>(marked);
      common.retainAll(new HashSet<>(truth));
      return new Score(found + common.size(), this.marked + marked.size(), there + truth.size());
    }

    double f1() {
      return 2.0 * found / (marked + there);
    }
  }

  private Score publishedScore() throws IOException {
    Map<String, JsonNode> records = PublishedRecords.byText(data(), road.project());
    assertThat(records.keySet()).isEqualTo(byText.keySet());
    Score score = Score.NONE;
    for (var record : records.entrySet()) {
      score =
          score.plus(
              PublishedRecords.spans(record.getValue()), byText.get(record.getKey()).spans());
    }
    return score;
  }

  private record Judgement(String annotator, String text, List<Span> spans) {}

  private Map<String, Score> annotatorScores() {
    List<Judgement> judgements =
        database
            .sql(
                """
                select j.annotator_id, i.text, touchstone.answer_on(s.answer, i.text) -> 'spans'
                from touchstone.judgement j
                join touchstone.judgement_answer s on s.judgement_id = j.id
                join touchstone.item i on i.id = j.item_id
                where i.batch_id = ? and j.role = 'annotator'
                """)
            .param(road.batchId())
            .query(
                (row, number) ->
                    new Judgement(row.getString(1), row.getString(2), spans(row.getString(3))))
            .list();
    assertThat(judgements).hasSize(3 * COUNT);
    Map<String, Score> scores = new TreeMap<>();
    judgements.stream()
        .collect(groupingBy(Judgement::annotator))
        .forEach((annotator, own) -> scores.put(annotator, score(own)));
    return scores;
  }

  private Score score(List<Judgement> judgements) {
    Score score = Score.NONE;
    for (Judgement judgement : judgements) {
      score = score.plus(judgement.spans(), byText.get(judgement.text()).spans());
    }
    return score;
  }

  private static List<Span> spans(String stored) {
    try {
      return List.of(JSON.readValue(stored, Span[].class));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(String figure, double value) {
    System.out.printf(Locale.ROOT, figure, value);
  }
}
