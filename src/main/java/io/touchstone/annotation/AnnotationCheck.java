package io.touchstone.annotation;

import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.project.Project;
import io.touchstone.project.Projects;
import io.touchstone.tasking.PaceCheck;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether a batch's judgements are complete, valid and made at a human pace. */
@Service
class AnnotationCheck implements PaceCheck {

  private final AnnotationCheckRepository checks;
  private final Batches batches;
  private final Projects projects;

  AnnotationCheck(AnnotationCheckRepository checks, Batches batches, Projects projects) {
    this.checks = checks;
    this.batches = batches;
    this.projects = projects;
  }

  /**
   * The gate's numbers.
   *
   * @param missing assignments without a judgement
   * @param invalid judgements with a label that the schema does not have
   * @param tooFastPackages submitted packages whose median pace is below the project's minimum
   * @param undecidedPackages submitted packages whose answers came in at once, so that their pace
   *     is known from the editor alone
   */
  record Figures(long missing, long invalid, long tooFastPackages, long undecidedPackages) {}

  @Transactional(readOnly = true)
  public Figures check(String batchId) {
    Project project = project(batchId);
    return new Figures(
        checks.missing(batchId),
        checks.invalid(batchId, project.labels().stream().map(label -> label.id()).toList()),
        tooFast(batchId).size(),
        undecided(batchId).size());
  }

  /** Packages of the present round whose pace nobody can tell. */
  @Transactional(readOnly = true)
  public List<AnnotationCheckRepository.Undecided> undecided(String batchId) {
    List<String> tooFast = tooFast(batchId);
    return checks.cameAtOnce(batchId, project(batchId).settings().minimumSecondsPerItem()).stream()
        .filter(each -> !tooFast.contains(each.packageId()))
        .toList();
  }

  @Override
  public List<String> tooFast(String batchId) {
    return checks.tooFast(batchId, project(batchId).settings().minimumSecondsPerItem());
  }

  private Project project(String batchId) {
    Batch batch = batches.require(batchId);
    return projects.of(batch.pins());
  }
}
