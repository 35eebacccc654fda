package io.touchstone.release.roundtrip;

import io.touchstone.pipeline.Batches;
import io.touchstone.project.Projects;
import io.touchstone.release.build.DatasetBuilder;
import io.touchstone.release.format.ClassMap;
import io.touchstone.release.format.family.DatasetFormats;
import io.touchstone.release.split.DatasetSplits;
import io.touchstone.release.version.DatasetVersion;
import io.touchstone.release.version.DatasetVersionRepository;
import io.touchstone.release.version.RecordRepository;
import io.touchstone.release.version.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks the staged files of a draft against the database and keeps the outcome with the draft. */
@Service
public class RoundTripCheck {

  private static final Logger log = LoggerFactory.getLogger(RoundTripCheck.class);

  private final DatasetVersionRepository versions;
  private final RecordRepository records;
  private final DatasetBuilder builder;
  private final DatasetSplits splits;
  private final Batches batches;
  private final Projects projects;

  RoundTripCheck(
      DatasetVersionRepository versions,
      RecordRepository records,
      DatasetBuilder builder,
      DatasetSplits splits,
      Batches batches,
      Projects projects) {
    this.splits = splits;
    this.batches = batches;
    this.projects = projects;
    this.versions = versions;
    this.records = records;
    this.builder = builder;
  }

  /** Checks the batch's version. */
  @Transactional
  public RoundTrip check(String batchId) {
    DatasetVersion version =
        versions
            .ofBatch(batchId)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Batch " + batchId + " has no version to check. Repeat its release."));
    try {
      Path staged = builder.staged(version);
      Scope scope =
          new Scope(
              version.dataset(),
              batchId,
              version.details().previousVersion(),
              !splits.of(batchId).isSingle());
      RoundTrip outcome =
          RoundTrip.of(
              staged,
              DatasetFormats.with(
                  projects.of(batches.require(batchId).pins()).settings().formats()),
              reader -> records.forEachRecord(scope, reader),
              () -> splits.inseparable(scope),
              previousMap(version));
      versions.setDetails(version, version.details().with(outcome.checks()));
      log.info(
          "version_checked batch={} version={} exact={} checksums={} leaking={}",
          batchId,
          version.version(),
          outcome.exact(),
          outcome.checksumsMatch(),
          outcome.leakingRecords());
      return outcome;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<ClassMap> previousMap(DatasetVersion version) {
    return version
        .details()
        .previousVersion()
        .flatMap(
            previous ->
                versions.published(version.dataset()).stream()
                    .filter(other -> other.version().equals(previous))
                    .findFirst())
        .map(other -> other.details().classMap());
  }
}
