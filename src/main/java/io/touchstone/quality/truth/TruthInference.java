package io.touchstone.quality.truth;

import io.touchstone.quality.measurement.MeasuredQuality;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Infers the truth of a batch's items when it is measured, and keeps it with the measurement. */
@Service
public class TruthInference {

  private static final Logger log = LoggerFactory.getLogger(TruthInference.class);

  private final ItemTruthRepository truths;

  TruthInference(ItemTruthRepository truths) {
    this.truths = truths;
  }

  /**
   * The current judgements of a batch.
   *
   * @param labelled with the labels, from which truth is inferred; none for spans
   * @param work the time spent
   */
  public record Read(TruthJudgements labelled, WorkLog work) {}

  /**
   * @param question whose answers are read
   * @param labels ids of those that it is answered with
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Read read(String batchId, String question, List<String> labels) {
    TruthJudgements.Builder judgements = TruthJudgements.builder(labels);
    WorkLog work = new WorkLog();
    truths.addTo(judgements, work, batchId, question);
    return new Read(judgements.build(), work);
  }

  /** Stores it with the report of the measurement, which must be there. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(String batchId, int round, String question, InferredTruth truth) {
    truths.insert(batchId, round, question, truth);
    TruthView view = truth.view();
    log.info(
        "truth_inferred batch={} round={} items={} method={} rule={}",
        batchId,
        round,
        view.items(),
        view.method(),
        view.rule());
  }

  /**
   * Hands over what a measurement inferred for each item, by item id; nothing for spans, which have
   * no truth of this kind.
   *
   * @param round of the measurement, as in {@link MeasuredQuality}
   */
  @Transactional(readOnly = true)
  public void each(String batchId, int round, Consumer<ItemTruth> consumer) {
    truths.each(batchId, round, consumer);
  }
}
