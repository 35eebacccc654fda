package io.touchstone.pipeline;

import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.Project;
import io.touchstone.project.ProjectSettings;

/** A batch with what it began with: its project as it was then, and the key of its draws. */
public final class BatchInProject {

  private final Batch batch;
  private final Project project;
  private final BatchKeys keys;

  BatchInProject(Batch batch, Project project, BatchKeys keys) {
    this.batch = batch;
    this.project = project;
    this.keys = keys;
  }

  public Batch batch() {
    return batch;
  }

  public Project project() {
    return project;
  }

  public ProjectSettings settings() {
    return project.settings();
  }

  /**
   * Keyed hashing under the batch's key; read each time.
   *
   * @throws Refusal 410 if the key was destroyed to erase the raw objects
   */
  public Hmac key() {
    return keys.of(batch.id());
  }
}
