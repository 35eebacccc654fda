package io.touchstone.release.publication;

import io.touchstone.audit.AuditTrail;
import io.touchstone.pipeline.Batches;
import io.touchstone.pipeline.GateOverride;
import io.touchstone.pipeline.Overrides;
import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.release.build.DatasetBuilder;
import io.touchstone.release.roundtrip.RoundTrip;
import io.touchstone.release.roundtrip.RoundTripCheck;
import io.touchstone.release.version.Acceptances;
import io.touchstone.release.version.DatasetFiles;
import io.touchstone.release.version.DatasetVersion;
import io.touchstone.release.version.DatasetVersionRepository;
import io.touchstone.release.version.RecordRepository;
import io.touchstone.release.version.Scope;
import io.touchstone.workforce.PseudonymKeys;
import io.touchstone.workforce.Pseudonyms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes approved drafts, one at a time per dataset over all nodes. */
@Service
public class Publishing {

  private static final Logger log = LoggerFactory.getLogger(Publishing.class);

  private final DatasetVersionRepository versions;
  private final RecordRepository records;
  private final DatasetBuilder builder;
  private final RoundTripCheck check;
  private final PseudonymKeys keys;
  private final AuditTrail audit;
  private final Overrides overrides;
  private final Batches batches;
  private final Clock clock;
  private final VersionPublisher publisher;

  Publishing(
      DatasetVersionRepository versions,
      RecordRepository records,
      DatasetBuilder builder,
      RoundTripCheck check,
      PseudonymKeys keys,
      AuditTrail audit,
      Overrides overrides,
      Batches batches,
      Clock clock,
      DatasetFiles files,
      TouchstoneSettings settings) {
    this.versions = versions;
    this.records = records;
    this.builder = builder;
    this.check = check;
    this.keys = keys;
    this.audit = audit;
    this.overrides = overrides;
    this.batches = batches;
    this.clock = clock;
    this.publisher =
        new VersionPublisher(
            files, settings.publicUrl(), step -> log.debug("publication_step step=\"{}\"", step));
  }

  /**
   * Publishes the batch's approved draft, or finds it published. Files come first and the row last,
   * so that a row never promises what is not there; repeating heals what a crash left half done.
   *
   * @return the version's number; the previous one's if the batch brought nothing new
   * @throws IllegalStateException if there is no approved draft
   */
  @Transactional
  public String publish(String batchId) {
    DatasetVersion version = require(batchId);
    versions.lock(version.dataset());
    version = require(batchId);
    if (version.state() == DatasetVersion.State.PUBLISHED) {
      batches.published(batchId);
      return version.version();
    }
    if (version.approvedAt().isEmpty() || version.state() != DatasetVersion.State.DRAFT) {
      throw new IllegalStateException(
          "Version " + version.version() + " of batch " + batchId + " is not approved.");
    }
    version = uponNewest(version);
    if (version.isUnchanged()) {
      endUnchanged(version);
    } else {
      publish(version);
    }
    batches.published(batchId);
    builder.discard(batchId);
    return version.version();
  }

  private DatasetVersion require(String batchId) {
    return versions
        .ofBatch(batchId)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Batch " + batchId + " has no version to publish. Repeat its release."));
  }

  /**
   * Another batch may have been published since the approval, or the last gate overridden. What was
   * approved is this batch's records; which number they get is counted, and no override stays
   * unsaid, so the version is built again upon the newest.
   */
  private DatasetVersion uponNewest(DatasetVersion version) {
    Optional<String> newest = versions.latest(version.dataset()).map(DatasetVersion::version);
    boolean complete =
        overrides.of(List.of(version.batchId())).stream()
            .map(GateOverride::gateDecisionId)
            .allMatch(version.details().overridden()::contains);
    if (complete && newest.equals(version.details().previousVersion())) {
      return version;
    }
    builder.build(version.batchId(), version.details().process());
    Instant approvedAt = version.approvedAt().orElseThrow();
    versions.approve(version.batchId(), version.approvedBy().orElseThrow(), approvedAt);
    RoundTrip outcome = check.check(version.batchId());
    if (!outcome.exact() || !outcome.checksumsMatch() || outcome.leakingRecords() > 0) {
      throw new IllegalStateException(
          "Batch "
              + version.batchId()
              + " was built again upon version "
              + newest.orElse("none")
              + " and failed its checks. Repeat its release stage.");
    }
    return require(version.batchId());
  }

  private void publish(DatasetVersion version) {
    try {
      VersionPublisher.Published published =
          publisher.publish(approved(version), builder.staged(version));
      versions.publish(version, published.commit().commit(), clock.instant());
      Scope scope =
          new Scope(
              version.dataset(), version.batchId(), version.details().previousVersion(), false);
      records.addToDataset(scope, version.version());
      audit.record(
          AuditTrail.SYSTEM,
          "dataset_published",
          "dataset:" + version.dataset() + "@" + version.version(),
          Map.of(
              "batch", version.batchId(),
              "records", version.records(),
              "rootSha256", version.rootSha256(),
              "dvcMd5", version.dvcMd5(),
              "commit", published.commit().commit(),
              "overrides", version.details().overridden().size()));
      log.info(
          "dataset_published batch={} dataset={} version={} records={} commit={}",
          version.batchId(),
          version.dataset(),
          version.version(),
          version.records(),
          published.commit().commit());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private VersionPublisher.Approved approved(DatasetVersion version) {
    Pseudonyms pseudonyms = keys.of(version.dataset());
    return new VersionPublisher.Approved(
        version.dataset(),
        version.version(),
        version.details().previousVersion(),
        version.batchId(),
        version.records(),
        version.rootSha256(),
        version.details().diff(),
        version.details().process(),
        Acceptances.of(overrides.withIds(version.details().overridden()), pseudonyms),
        pseudonyms.of(version.approvedBy().orElseThrow()),
        version.approvedAt().orElseThrow());
  }

  private void endUnchanged(DatasetVersion version) {
    versions.removeUnpublished(version.batchId());
    audit.record(
        AuditTrail.SYSTEM,
        "dataset_unchanged",
        "dataset:" + version.dataset() + "@" + version.version(),
        Map.of("batch", version.batchId()));
    log.info(
        "dataset_unchanged batch={} dataset={} version={}",
        version.batchId(),
        version.dataset(),
        version.version());
  }
}
