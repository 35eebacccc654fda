package io.touchstone.simulation;

import io.touchstone.pipeline.Batches;
import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.security.Directory;
import io.touchstone.project.GuidelineVersion;
import io.touchstone.project.Guidelines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A guideline owner who is not one: knows beforehand what the guideline leaves open. */
@Component
class SimulatedOwner {

  private static final String TASK = "revise-guideline";

  private final PersonTasks tasks;
  private final Directory directory;
  private final Batches batches;
  private final Guidelines guidelines;

  SimulatedOwner(PersonTasks tasks, Directory directory, Batches batches, Guidelines guidelines) {
    this.tasks = tasks;
    this.directory = directory;
    this.batches = batches;
    this.guidelines = guidelines;
  }

  /**
   * What to add to a guideline.
   *
   * @param labels whose items are labelled again
   */
  record Addition(String markdown, String note, List<String> labels) {}

  /** Adds to the guideline of a batch, if that is what it waits for. */
  boolean revise(String batchId, String personId, Addition addition) {
    Optional<OpenTask> revision =
        tasks.ofBatch(batchId).stream().filter(task -> task.key().equals(TASK)).findFirst();
    revision.ifPresent(task -> revise(task, personId, addition));
    return revision.isPresent();
  }

  private void revise(OpenTask task, String personId, Addition addition) {
    GuidelineVersion latest = guidelines.latest(batches.require(task.batchId()).projectKey());
    tasks.complete(
        task.id(),
        directory.find(personId).orElseThrow(),
        Map.of(
            "decision", "revise",
            "baseVersion", latest.version(),
            "markdown", latest.markdown().stripTrailing() + "\n\n" + addition.markdown(),
            "note", addition.note(),
            "labels", addition.labels()));
  }
}
