package io.touchstone.release.download;

import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.security.project.Thing;
import io.touchstone.platform.web.Api;
import io.touchstone.release.git.Publication;
import io.touchstone.release.version.CardHtml;
import io.touchstone.release.version.DatasetVersion;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is published and where to get it. */
@Api
class DatasetController {

  private static final Role[] READERS = {Role.TRAINING_ENGINEER, Role.DATA_MANAGER, Role.AUDITOR};

  private final Datasets datasets;
  private final VersionArchive archive;
  private final ProjectAccess access;
  private final String publicUrl;

  DatasetController(
      Datasets datasets,
      VersionArchive archive,
      ProjectAccess access,
      TouchstoneSettings settings) {
    this.datasets = datasets;
    this.archive = archive;
    this.access = access;
    this.publicUrl = settings.publicUrl();
  }

  /** A dataset and its newest version. */
  record Summary(String name, String latestVersion, long records) {}

  /**
   * A version.
   *
   * @param status published, or superseded where there is a newer one
   */
  record Version(
      String version, String status, long records, Optional<Instant> publishedAt, String batchId) {}

  /** Where Git has it. */
  record GitAddress(String url, Optional<String> commit, String tag) {}

  /** Where DVC has it and under which path in the repository. */
  record DvcAddress(String url, String path) {}

  /** Everything that a training run should note. */
  record Resolved(
      String dataset,
      String version,
      String status,
      long records,
      String dvcMd5,
      String rootSha256,
      Optional<Instant> publishedAt,
      GitAddress git,
      DvcAddress dvc) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @GetMapping("/datasets")
  Map<String, List<Summary>> datasets(Caller caller) {
    mayRead(caller);
    KnownProjects known = access.known(caller);
    return Map.of(
        "datasets",
        datasets.names().stream()
            .filter(name -> known.include(access.belonging(Thing.DATASET, name)))
            .map(this::summary)
            .toList());
  }

  private Summary summary(String name) {
    DatasetVersion latest = datasets.resolve(name, "latest");
    return new Summary(name, latest.version(), latest.records());
  }

  @GetMapping("/datasets/{name}/versions")
  Map<String, Object> versions(@PathVariable String name, Caller caller) {
    mayRead(caller);
    List<DatasetVersion> published = datasets.versions(name);
    return Map.of(
        "dataset",
        name,
        "versions",
        published.stream()
            .map(
                version ->
                    new Version(
                        version.version(),
                        status(version, published.get(0)),
                        version.records(),
                        version.publishedAt(),
                        version.batchId()))
            .toList());
  }

  @GetMapping("/datasets/{name}/resolve")
  Resolved resolve(
      @PathVariable String name, @RequestParam(defaultValue = "latest") String ref, Caller caller) {
    mayRead(caller);
    DatasetVersion version = datasets.resolve(name, ref);
    String base = publicUrl + Api.MACHINE;
    return new Resolved(
        name,
        version.version(),
        status(version, datasets.resolve(name, "latest")),
        version.records(),
        version.dvcMd5(),
        version.rootSha256(),
        version.publishedAt(),
        new GitAddress(
            base + "/git/" + name + ".git",
            version.gitCommit(),
            Publication.tag(name, version.version())),
        new DvcAddress(base + "/dvc/" + name, name));
  }

  /** A version's data card, as HTML without markup of its own. */
  record Card(String dataset, String version, String dataCardHtml) {}

  @GetMapping("/datasets/{name}/versions/{version}/card")
  Card card(@PathVariable String name, @PathVariable String version, Caller caller) {
    mayRead(caller);
    DatasetVersion found = datasets.resolve(name, version);
    return new Card(name, found.version(), CardHtml.of(found.details().dataCard()));
  }

  /** The version's files as a ZIP. */
  @GetMapping(value = "/datasets/{name}/versions/{version}/archive", produces = "application/zip")
  void archive(
      @PathVariable String name,
      @PathVariable String version,
      Caller caller,
      HttpServletResponse response)
      throws IOException {
    mayRead(caller);
    DatasetVersion found = datasets.resolve(name, version);
    response.setContentType("application/zip");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"" + VersionArchive.folder(found) + ".zip\"");
    archive.write(found, response.getOutputStream());
  }

  /** Whether the page of datasets has something for the caller. */
  record Access(boolean mayOpen) {}

  @GetMapping("/datasets/access")
  Access access(Caller caller) {
    return new Access(caller.mayActAs(READERS));
  }

  private static String status(DatasetVersion version, DatasetVersion latest) {
    return version.version().equals(latest.version()) ? "published" : "superseded";
  }

  static void mayRead(Caller caller) {
    caller.mustBe("read datasets", READERS);
  }
}
