package io.touchstone.agreement.truth;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.agreement.truth.DawidSkene.Settings;
import io.touchstone.quality.CrowdFaces;
import io.touchstone.quality.CrowdFaces.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Human mistakes instead of drawn ones. */
class CrowdFaceTest {

  @Test
  void inferred_moods_are_as_right_as_the_majority_or_righter() throws IOException {
    CrowdFaces faces = CrowdFaces.read();
    JudgedItems items = items(faces);

    TruthModel model = DawidSkene.fit(items, Settings.STANDARD);

    double inferred = 0;
    double majority = 0;
    double[] posterior = new double[4];
    double[] votes = new double[4];
    int item = 0;
    for (int truth : faces.truths().values()) {
      model.posterior(items, item, posterior);
      inferred += MajorityVote.leading(posterior) == truth ? 1 : 0;
      MajorityVote.shares(items, item++, votes);
      boolean leads = votes[truth] == votes[MajorityVote.leading(votes)];
      majority += leads ? 1.0 / MajorityVote.leaders(votes) : 0;
    }
    System.out.printf(
        "crowd-face majority %.4f dawid-skene %.4f of %d items, %d judgements, %d iterations%n",
        majority / item, inferred / item, item, items.judgements(), model.iterations());
    assertThat(items.judgements()).isEqualTo(5_242);
    assertThat(inferred / item).isGreaterThan(majority / item - 0.015);
  }

  private static JudgedItems items(CrowdFaces faces) {
    List<String> people = faces.answers().stream().map(Answer::person).distinct().sorted().toList();
    Map<Integer, List<Answer>> byFace = faces.answers().stream().collect(groupingBy(Answer::face));
    JudgedItems.Builder items = JudgedItems.builder();
    for (int face : faces.truths().keySet()) {
      items.item();
      for (Answer answer : byFace.getOrDefault(face, new ArrayList<>())) {
        items.judgement(people.indexOf(answer.person()), answer.mood());
      }
    }
    return items.build(4);
  }
}
