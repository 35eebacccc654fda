package io.touchstone.quality.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.pipeline.BatchKeys;
import io.touchstone.platform.crypto.MasterKey;
import io.touchstone.platform.crypto.Secrets;
import io.touchstone.platform.engine.process.Processes;
import io.touchstone.quality.CrowdFaces;
import io.touchstone.quality.CrowdFaces.Answer;
import io.touchstone.quality.QualityRows;
import io.touchstone.quality.coaching.AnnotatorModel;
import io.touchstone.quality.measurement.QualityMeasurement;
import io.touchstone.quality.measurement.QualityNumbers;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Real people's answers from rows of judgements to a measurement, every tenth face being gold: what
 * is inferred must not be worse than counting votes, and the numbers are printed.
 */
@Tag("slow")
class CrowdFaceMeasurementTest extends IntegrationTest {

  private static final String BATCH = "crowd-face-1";
  private static final int ONE_GOLD_IN = 10;

  @Autowired private JdbcClient database;
  @Autowired private MasterKey master;
  @Autowired private Secrets secrets;
  @Autowired private Processes processes;
  @Autowired private QualityMeasurement measurement;
  @Autowired private TruthInference truths;
  @Autowired private AnnotatorModel annotators;

  @Test
  void a_measurement_of_real_answers_infers_no_worse_than_counting_votes() throws IOException {
    CrowdFaces faces = CrowdFaces.read();
    String purpose = BatchKeys.purpose(BATCH);
    QualityRows rows =
        QualityRows.batch(database, BATCH, master.wrap(secrets.newKey(purpose), purpose));
    insert(faces, rows);
    processes.start(Processes.PIPELINE, BATCH);

    int round = measurement.measure(BATCH).round();

    QualityNumbers numbers = measurement.reports(BATCH).get(0).numbers();
    TruthView view = numbers.truth().orElseThrow();
    double inferred = accuracy(faces, round);
    double majority = majority(faces);
    System.out.printf(
        Locale.ROOT,
        "crowd-face-measured method %s rule %s items %d right %.4f majority %.4f same %.4f"
            + " gold %d majority %.3f dawid-skene %.3f p %.3f alpha %.3f%n",
        view.method(),
        view.rule(),
        view.items(),
        inferred,
        majority,
        view.agreementWithMajority(),
        view.gold().items(),
        view.gold().majority(),
        view.gold().dawidSkene(),
        view.gold().p(),
        numbers.alpha().value());
    assertThat(view.items()).isEqualTo(faces.truths().size() - gold(faces));
    assertThat(inferred).isGreaterThan(majority - 0.015);
    assertThat(annotators.of(BATCH)).hasSize(27);
  }

  private void insert(CrowdFaces faces, QualityRows rows) {
    faces
        .truths()
        .forEach(
            (face, truth) -> {
              if (isGold(face)) {
                rows.gold(id(face), mood(truth));
              } else {
                rows.item(id(face));
              }
            });
    for (Answer answer : faces.answers()) {
      rows.judge(id(answer.face()), answer.person(), "annotator", mood(answer.mood()));
    }
  }

  private double accuracy(CrowdFaces faces, int round) {
    int[] right = new int[2];
    truths.each(
        BATCH,
        round,
        item -> {
          int face = Integer.parseInt(item.itemId().substring(BATCH.length() + 1));
          right[0] +=
              item.label().filter(mood(faces.truths().get(face))::equals).isPresent() ? 1 : 0;
          right[1]++;
        });
    return (double) right[0] / right[1];
  }

  /** Share of the faces that are not gold whose truth has the most votes, ties as a coin toss. */
  private static double majority(CrowdFaces faces) {
    Map<Integer, int[]> votes = new TreeMap<>();
    faces.answers().forEach(a -> votes.computeIfAbsent(a.face(), key -> new int[4])[a.mood()]++);
    double right = 0;
    int all = 0;
    for (Map.Entry<Integer, int[]> entry : votes.entrySet()) {
      if (!isGold(entry.getKey())) {
        int[] of = entry.getValue();
        int top = Arrays.stream(of).max().orElseThrow();
        long leaders = Arrays.stream(of).filter(count -> count == top).count();
        right += of[faces.truths().get(entry.getKey())] == top ? 1.0 / leaders : 0;
        all++;
      }
    }
    return right / all;
  }

  private static long gold(CrowdFaces faces) {
    return faces.truths().keySet().stream().filter(CrowdFaceMeasurementTest::isGold).count();
  }

  private static boolean isGold(int face) {
    return face % ONE_GOLD_IN == 0;
  }

  private static String id(int face) {
    return BATCH + "-" + face;
  }

  private static String mood(int mood) {
    return "mood-" + mood;
  }
}
