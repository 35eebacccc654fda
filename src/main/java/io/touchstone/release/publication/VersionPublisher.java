package io.touchstone.release.publication;

import io.touchstone.platform.files.AtomicFile;
import io.touchstone.release.dvc.DirectoryManifest;
import io.touchstone.release.dvc.DvcFiles;
import io.touchstone.release.dvc.DvcStore;
import io.touchstone.release.format.AcceptedAgainst;
import io.touchstone.release.format.CanonicalJson;
import io.touchstone.release.format.ProcessOrigin;
import io.touchstone.release.git.GitPublisher;
import io.touchstone.release.git.Publication;
import io.touchstone.release.git.PublishedCommit;
import io.touchstone.release.version.DatasetFiles;
import io.touchstone.release.version.VersionDiff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Puts an approved version where clients find it: objects into the DVC remote, then the directory's
 * manifest, then commit and tag, then the files beside them. It may be killed anywhere and
 * repeated; the outcome is that of one undisturbed run.
 */
final class VersionPublisher {

  private final DatasetFiles files;
  private final String publicUrl;
  private final Consumer<String> progress;

  /**
   * @param publicUrl address under which clients reach the product, without a slash at its end
   * @param progress is told after every durable step
   */
  VersionPublisher(DatasetFiles files, String publicUrl, Consumer<String> progress) {
    this.files = files;
    this.publicUrl = publicUrl;
    this.progress = progress;
  }

  /**
   * An approved version.
   *
   * @param process what its batch ran under
   * @param accepted where batches of the version went on against their gates
   * @param approvedBy pseudonym: Git holds no personal data
   */
  record Approved(
      String dataset,
      String version,
      Optional<String> previousVersion,
      String batchId,
      long records,
      String rootSha256,
      VersionDiff diff,
      ProcessOrigin process,
      List<AcceptedAgainst> accepted,
      String approvedBy,
      Instant approvedAt) {

    Approved {
      approvedAt = approvedAt.truncatedTo(ChronoUnit.SECONDS);
    }
  }

  /** Where it was put. */
  record Published(PublishedCommit commit, String dvcMd5) {}

  /** Publishes the staged directory, or finds it published. */
  Published publish(Approved version, Path staged) throws IOException {
    DvcStore store = new DvcStore(files.dvcRemote(version.dataset()), progress);
    DirectoryManifest manifest = store.add(staged);
    Path workTree = files.workTree(version.dataset());
    PublishedCommit commit =
        new GitPublisher(workTree, progress).publish(publication(version, manifest, staged));
    materialise(store, manifest, workTree.resolve(version.dataset()), workTree);
    return new Published(commit, manifest.id());
  }

  private Publication publication(Approved version, DirectoryManifest manifest, Path staged)
      throws IOException {
    String remote = publicUrl + "/api/v1/dvc/" + version.dataset();
    SortedMap<String, byte[]> content =
        new TreeMap<>(DvcFiles.of(version.dataset(), manifest, remote));
    String folder = "release/" + version.version() + "/";
    content.put("README.md", Files.readAllBytes(staged.resolve("README.md")));
    content.put(folder + "version.json", bytes(versionDocument(version, manifest)));
    content.put(folder + "diff.json", bytes(version.diff().fields()));
    return new Publication(
        version.dataset(),
        version.version(),
        version.previousVersion(),
        content,
        version.diff().markdown() + acceptances(version),
        version.approvedAt());
  }

  /** What this version's own batch adds; that of earlier batches stands with their versions. */
  private static String acceptances(Approved version) {
    return version.accepted().stream()
        .filter(each -> each.batchId().equals(version.batchId()))
        .map(each -> "- accepted against a gate: " + each.markdown() + "\n")
        .collect(Collectors.joining());
  }

  private static CanonicalJson.Fields versionDocument(
      Approved version, DirectoryManifest manifest) {
    CanonicalJson.Fields fields =
        CanonicalJson.fields().put("dataset", version.dataset()).put("version", version.version());
    version.previousVersion().ifPresent(previous -> fields.put("previousVersion", previous));
    fields
        .put("records", version.records())
        .put("rootSha256", version.rootSha256())
        .put("dvcMd5", manifest.id())
        .put("tag", Publication.tag(version.dataset(), version.version()))
        .put("batchId", version.batchId())
        .put("approvedBy", version.approvedBy())
        .put("approvedAt", version.approvedAt().toString());
    if (version.process().setSha256().isPresent()) {
      fields.put("process", version.process().fields());
    }
    if (!version.accepted().isEmpty()) {
      fields.put("overrides", version.accepted().stream().map(AcceptedAgainst::fields).toList());
    }
    return fields;
  }

  private static byte[] bytes(CanonicalJson.Fields fields) {
    return CanonicalJson.document(fields).getBytes(StandardCharsets.UTF_8);
  }

  /** As after {@code dvc checkout}: the directory beside its pointer, swapped in as a whole. */
  private void materialise(
      DvcStore store, DirectoryManifest manifest, Path directory, Path workTree)
      throws IOException {
    Path scratch = workTree.resolve(".dvc").resolve("tmp");
    Files.createDirectories(scratch);
    Path incoming = scratch.resolve("incoming");
    Path outgoing = scratch.resolve("outgoing");
    AtomicFile.deleteTree(incoming);
    AtomicFile.deleteTree(outgoing);
    if (!isThere(manifest, directory)) {
      store.materialise(manifest.id(), incoming);
      progress.accept("directory copied");
      if (Files.exists(directory)) {
        AtomicFile.rename(directory, outgoing);
      }
      progress.accept("directory moved away");
      AtomicFile.rename(incoming, directory);
    }
    AtomicFile.deleteTree(outgoing);
    AtomicFile.deleteTree(incoming);
    progress.accept("directory in place");
  }

  private static boolean isThere(DirectoryManifest manifest, Path directory) throws IOException {
    return Files.exists(directory) && DirectoryManifest.of(directory).id().equals(manifest.id());
  }
}
