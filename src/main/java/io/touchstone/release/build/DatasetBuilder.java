package io.touchstone.release.build;

import io.touchstone.platform.files.AtomicFile;
import io.touchstone.release.dvc.DirectoryManifest;
import io.touchstone.release.dvc.DvcStore;
import io.touchstone.release.format.Checksums;
import io.touchstone.release.format.ProcessOrigin;
import io.touchstone.release.format.directory.DatasetWriter;
import io.touchstone.release.format.jsonl.JsonLines;
import io.touchstone.release.format.jsonl.JsonLinesReader;
import io.touchstone.release.version.BatchBasis;
import io.touchstone.release.version.CardFigures;
import io.touchstone.release.version.DatasetFiles;
import io.touchstone.release.version.DatasetVersion;
import io.touchstone.release.version.DatasetVersionRepository;
import io.touchstone.release.version.ReleaseRepository;
import io.touchstone.release.version.VersionDetails;
import io.touchstone.release.version.VersionDiff;
import io.touchstone.release.version.VersionNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the draft of a dataset version out of the rows of its batches. */
@Service
public class DatasetBuilder {

  private static final Logger log = LoggerFactory.getLogger(DatasetBuilder.class);

  private final ReleaseRepository rows;
  private final DatasetVersionRepository versions;
  private final VersionContents contents;
  private final DatasetFiles files;
  private final Clock clock;

  DatasetBuilder(
      ReleaseRepository rows,
      DatasetVersionRepository versions,
      VersionContents contents,
      DatasetFiles files,
      Clock clock) {
    this.rows = rows;
    this.versions = versions;
    this.contents = contents;
    this.files = files;
    this.clock = clock;
  }

  /**
   * Builds the batch's version upon the newest published one and notes it as a draft, in place of
   * any earlier draft of the batch. A batch that is published already stays as it is.
   *
   * @param process what the batch runs under
   */
  @Transactional
  public DatasetVersion build(String batchId, ProcessOrigin process) {
    Optional<DatasetVersion> published =
        versions.ofBatch(batchId).filter(v -> v.state() == DatasetVersion.State.PUBLISHED);
    if (published.isPresent()) {
      return published.get();
    }
    BatchBasis basis = rows.basis(batchId);
    Optional<DatasetVersion> previous = versions.latest(basis.project());
    VersionContents.Plan plan = contents.plan(basis, previous, process);
    DatasetVersion draft = draft(basis, previous, plan, write(plan));
    versions.removeUnpublished(batchId);
    versions.insertDraft(draft, clock.instant());
    log.info(
        "version_built batch={} dataset={} version={} records={}",
        batchId,
        draft.dataset(),
        draft.version(),
        draft.records());
    return draft;
  }

  /**
   * The directory of a draft, written again from the rows where it is missing or damaged.
   *
   * @throws IllegalStateException if the rows no longer give the draft's files
   */
  @Transactional
  public Path staged(DatasetVersion draft) {
    Path directory = files.staging(draft.batchId());
    if (isIntact(directory, draft)) {
      return directory;
    }
    DatasetWriter.Written written =
        write(contents.planAgain(rows.basis(draft.batchId()), draft.details()));
    if (!written.rootSha256().equals(draft.rootSha256())) {
      throw new IllegalStateException(
          "The files of draft "
              + draft.version()
              + " of batch "
              + draft.batchId()
              + " are gone, and the rows or the project's description have changed since, so they"
              + " cannot be written again. Repeat the release stage of this batch.");
    }
    return directory;
  }

  /** Removes the staged directory; it can be written again from the rows. */
  public void discard(String batchId) {
    try {
      AtomicFile.deleteTree(files.staging(batchId));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DatasetWriter.Written write(VersionContents.Plan plan) {
    Path target = files.staging(plan.scope().batchId());
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    try {
      AtomicFile.deleteTree(partial);
      Files.createDirectories(partial);
      DatasetWriter.Written written = DatasetWriter.write(partial, plan.content(), plan.items());
      AtomicFile.deleteTree(target);
      AtomicFile.rename(partial, target);
      return written;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DatasetVersion draft(
      BatchBasis basis,
      Optional<DatasetVersion> previous,
      VersionContents.Plan plan,
      DatasetWriter.Written written) {
    try {
      Path staged = files.staging(basis.batchId());
      VersionDiff diff = VersionDiff.between(previousData(previous), JsonLinesReader.files(staged));
      boolean sameFiles =
          previous.filter(p -> p.rootSha256().equals(written.rootSha256())).isPresent();
      VersionNumber number =
          VersionNumber.after(
              previous.map(p -> VersionNumber.parse(p.version())), diff.change(sameFiles));
      VersionDetails details =
          plan.details(
              diff,
              written.perLabel(),
              plan.qualityOr(() -> CardFigures.read(rows.quality(basis.batchId()))),
              Files.readString(staged.resolve("README.md")));
      return new DatasetVersion(
          basis.project(),
          number.toString(),
          basis.batchId(),
          DatasetVersion.State.DRAFT,
          written.records(),
          written.rootSha256(),
          DirectoryManifest.of(staged).id(),
          details,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> previousData(Optional<DatasetVersion> previous) throws IOException {
    if (previous.isEmpty()) {
      return List.of();
    }
    DvcStore store = new DvcStore(files.dvcRemote(previous.get().dataset()), step -> {});
    return store.manifest(previous.get().dvcMd5()).entries().stream()
        .filter(entry -> entry.path().startsWith(JsonLines.FOLDER + "/"))
        .map(entry -> store.location(entry.md5()))
        .toList();
  }

  private static boolean isIntact(Path directory, DatasetVersion draft) {
    try {
      return Files.exists(directory.resolve(Checksums.FILE))
          && Checksums.root(directory).equals(draft.rootSha256())
          && Checksums.faults(directory).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }
}
