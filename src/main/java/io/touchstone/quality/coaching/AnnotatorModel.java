package io.touchstone.quality.coaching;

import io.touchstone.pipeline.Batches;
import io.touchstone.quality.gold.GoldScore;
import io.touchstone.quality.truth.InferredTruth;
import io.touchstone.quality.truth.WorkLog;
import io.touchstone.workforce.PseudonymKeys;
import io.touchstone.workforce.Pseudonyms;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Measures how people work on a batch, keeps it with the measurement, and tells it. */
@Service
public class AnnotatorModel {

  private final AnnotatorFiguresRepository figures;
  private final Batches batches;
  private final PseudonymKeys pseudonyms;

  AnnotatorModel(AnnotatorFiguresRepository figures, Batches batches, PseudonymKeys pseudonyms) {
    this.figures = figures;
    this.batches = batches;
    this.pseudonyms = pseudonyms;
  }

  /**
   * Measures everybody and stores it with the report of the measurement, which must be there.
   *
   * @param work on the batch's items
   * @param truth of the items; empty for spans
   * @param gold by annotator id
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void measure(
      String batchId,
      int round,
      WorkLog work,
      Optional<InferredTruth> truth,
      Map<String, GoldScore> gold) {
    AnnotatorMeasurement measurement =
        new AnnotatorMeasurement(truth.map(AnnotatorLabels::new), work.paceLine());
    work.eachPerson(
        (annotator, done) ->
            figures.insert(
                batchId,
                round,
                annotator,
                measurement.of(annotator, done, gold.getOrDefault(annotator, GoldScore.NONE))));
  }

  /**
   * Everybody of the batch's newest measurement under pseudonyms, in their order; nobody before the
   * first.
   */
  @Transactional(readOnly = true)
  public List<AnnotatorView> of(String batchId) {
    Pseudonyms names = pseudonyms.of(batches.require(batchId).projectKey());
    Map<String, List<AnnotatorFiguresRepository.Stored>> byPerson =
        figures.history(batchId).stream()
            .collect(Collectors.groupingBy(AnnotatorFiguresRepository.Stored::annotatorId));
    return byPerson.entrySet().stream()
        .map(entry -> AnnotatorView.of(names.of(entry.getKey()), batchId, entry.getValue()))
        .sorted(Comparator.comparing(AnnotatorView::annotator))
        .toList();
  }
}
