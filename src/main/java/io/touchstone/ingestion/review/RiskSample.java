package io.touchstone.ingestion.review;

import io.touchstone.ingestion.item.CorrectionRepository;
import io.touchstone.ingestion.item.CorrectionRepository.Text;
import io.touchstone.ingestion.policy.DeidentificationPolicies;
import io.touchstone.project.ProjectSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Items that look likelier than others to leak: texts by their risk score, pictures by the number
 * of places that the face detector was unsure of.
 */
@Service
class RiskSample {

  private static final int PAGE = 1_000;

  /**
   * Texts that are searched for rare words; ids are keyed hashes, so the first are a random lot.
   */
  private static final int MOST_TEXTS = 50_000;

  private final SampleRepository repository;
  private final CorrectionRepository items;
  private final DeidentificationPolicies policies;

  RiskSample(
      SampleRepository repository, CorrectionRepository items, DeidentificationPolicies policies) {
    this.repository = repository;
    this.items = items;
    this.policies = policies;
  }

  /**
   * The likeliest to leak, of two alike always the same.
   *
   * @param count how many at most, texts and pictures together
   * @param drawn at random, and so looked at anyway
   */
  List<String> draw(
      ReviewSheets.Place place, ProjectSettings settings, int count, Set<String> drawn) {
    Set<String> unseen = new HashSet<>(repository.unseen(place.batchId(), place.run(), false));
    unseen.removeAll(drawn);
    if (count == 0 || unseen.isEmpty()) {
      return List.of();
    }
    List<String> pictures =
        repository.doubtful(place.batchId(), place.run()).stream()
            .filter(unseen::contains)
            .limit(count)
            .toList();
    return inTurn(pictures, texts(place, settings, count, unseen), count);
  }

  /**
   * Takes from both by turns, so that each kind has half of the places, and what one does not need
   * the other gets. Scores of texts and counts of places cannot be compared with each other.
   *
   * @param pictures the first one is taken first: a doubtful place is rarer than a rare word
   */
  static List<String> inTurn(List<String> pictures, List<String> texts, int count) {
    Set<String> taken = new LinkedHashSet<>();
    Iterator<String> picture = pictures.iterator();
    Iterator<String> text = texts.iterator();
    boolean pictureNext = true;
    while (taken.size() < count && (picture.hasNext() || text.hasNext())) {
      boolean takesPicture = picture.hasNext() && (pictureNext || !text.hasNext());
      taken.add(takesPicture ? picture.next() : text.next());
      pictureNext = !takesPicture;
    }
    return new ArrayList<>(taken);
  }

  private List<String> texts(
      ReviewSheets.Place place, ProjectSettings settings, int count, Set<String> unseen) {
    RiskScores scores = new RiskScores(policies.tags(), policies.of(settings).redactorOfDoubts());
    int read = 0;
    List<Text> page = items.after(place.batchId(), "", PAGE);
    Set<String> without = new HashSet<>();
    while (!page.isEmpty() && read < MOST_TEXTS) {
      for (Text text : page) {
        scores.add(text);
        if (!unseen.contains(text.itemId())) {
          without.add(text.itemId());
        }
      }
      read += page.size();
      page = items.after(place.batchId(), page.get(page.size() - 1).itemId(), PAGE);
    }
    return scores.highest(count, without);
  }
}
