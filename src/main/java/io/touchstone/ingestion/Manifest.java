package io.touchstone.ingestion;

import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.project.Projects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The account of every row that a batch received. */
@Service
class Manifest {

  private final ManifestRepository repository;
  private final Batches batches;
  private final Projects projects;
  private final DeidentificationPolicies policies;

  Manifest(
      ManifestRepository repository,
      Batches batches,
      Projects projects,
      DeidentificationPolicies policies) {
    this.repository = repository;
    this.batches = batches;
    this.projects = projects;
    this.policies = policies;
  }

  /** Why nothing is removed from the texts of the batch's project, where that is so. */
  Optional<String> reasonForKeeping(Batch batch) {
    return policies.of(projects.require(batch.projectKey()).settings()).reason();
  }

  Batch batch(String batchId) {
    return batches.require(batchId);
  }

  /** Shows every entry in the order of sources and rows, in constant memory. */
  @Transactional(readOnly = true)
  public void forEach(String batchId, Consumer<ManifestEntry> visitor) {
    repository.forEach(batchId, visitor);
  }
}
