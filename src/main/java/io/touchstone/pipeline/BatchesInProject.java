package io.touchstone.pipeline;

import io.touchstone.platform.web.Refusal;
import io.touchstone.project.Projects;
import org.springframework.stereotype.Component;

/** Finds batches together with what they began with. */
@Component
public class BatchesInProject {

  private final Batches batches;
  private final Projects projects;
  private final BatchKeys keys;

  BatchesInProject(Batches batches, Projects projects, BatchKeys keys) {
    this.batches = batches;
    this.projects = projects;
    this.keys = keys;
  }

  /**
   * The batch with its project.
   *
   * @throws Refusal 404 if there is no such batch
   */
  public BatchInProject require(String batchId) {
    return of(batches.require(batchId));
  }

  /** A batch that was read already. */
  public BatchInProject of(Batch batch) {
    return new BatchInProject(batch, projects.of(batch.pins()), keys);
  }
}
