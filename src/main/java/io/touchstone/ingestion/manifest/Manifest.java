package io.touchstone.ingestion.manifest;

import io.touchstone.ingestion.erasure.ErasureRepository;
import io.touchstone.ingestion.item.ManifestEntry;
import io.touchstone.ingestion.policy.DeidentificationPolicies;
import io.touchstone.ingestion.review.PrivacyReviews;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.project.Projects;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The account of every row that a batch received. */
@Service
public class Manifest {

  private static final int NEWEST = 200;

  private final ManifestRepository repository;
  private final Batches batches;
  private final Projects projects;
  private final DeidentificationPolicies policies;
  private final ManifestOverviewRepository overviews;
  private final ErasureRepository erasures;
  private final ManifestSeals seals;
  private final PrivacyReviews reviews;

  Manifest(
      ManifestRepository repository,
      ManifestOverviewRepository overviews,
      ErasureRepository erasures,
      ManifestSeals seals,
      PrivacyReviews reviews,
      Batches batches,
      Projects projects,
      DeidentificationPolicies policies) {
    this.overviews = overviews;
    this.erasures = erasures;
    this.seals = seals;
    this.reviews = reviews;
    this.repository = repository;
    this.batches = batches;
    this.projects = projects;
    this.policies = policies;
  }

  /** Why nothing is removed from the texts of the batch's project, where that is so. */
  Optional<String> reasonForKeeping(Batch batch) {
    return policies.of(projects.of(batch.pins()).settings()).reason();
  }

  Batch batch(String batchId) {
    return batches.require(batchId);
  }

  /** The newest manifests of these projects, at most 200. */
  List<ManifestOverview.Entry> newest(KnownProjects known) {
    return overviews.newest(known, NEWEST);
  }

  /** The manifest at a glance, compared with its seal. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public ManifestOverview overview(String batchId) {
    Batch batch = batches.require(batchId);
    Optional<ManifestSeals.Check> check = seals.check(batchId);
    return new ManifestOverview(
        batchId,
        batch.projectKey(),
        batch.state().id(),
        batch.createdAt(),
        batch.submittedBy(),
        overviews.sources(batchId),
        overviews.objects(batchId),
        overviews.masks(batchId),
        overviews.corrected(batchId),
        overviews.nearDuplicates(batchId),
        overviews.policies(batchId),
        reasonForKeeping(batch),
        check.map(found -> found.seal().at()),
        check.map(found -> found.seal().root()),
        check.map(ManifestSeals.Check::unchanged),
        Optional.of(reviews.figures(batchId))
            .filter(figures -> figures.reviewed() > 0)
            .map(ManifestOverview.Leaks::of),
        erasures.erasedAt(batchId));
  }

  /** Shows every entry in the order of sources and rows, in constant memory. */
  @Transactional(readOnly = true)
  public void forEach(String batchId, Consumer<ManifestEntry> visitor) {
    repository.forEach(batchId, visitor);
  }
}
