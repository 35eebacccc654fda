package io.touchstone.project.folder;

import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.StartRefused;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.Projects;
import io.touchstone.project.folder.ConflictRepository.Conflict;
import io.touchstone.project.folder.ConflictRepository.Part;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people decide where a project's folder and the product say different things. */
@Service
public class Conflicts {

  private final ConflictRepository repository;
  private final ProjectLoader loader;
  private final FolderVersions versions;
  private final Projects projects;
  private final AuditTrail audit;
  private final Clock clock;

  Conflicts(
      ConflictRepository repository,
      ProjectLoader loader,
      FolderVersions versions,
      Projects projects,
      AuditTrail audit,
      Clock clock) {
    this.repository = repository;
    this.loader = loader;
    this.versions = versions;
    this.projects = projects;
    this.audit = audit;
    this.clock = clock;
  }

  /** Keys of the projects that have some. */
  public List<String> projects() {
    return repository.projects();
  }

  /** Those of a project that nobody has decided. */
  public List<Conflict> open(String projectKey) {
    return repository.open(projectKey);
  }

  /**
   * Makes the folder's part the newest version, or lets the product's be it and says nothing more
   * of what the folder says now.
   *
   * @param part settings, guideline or gold
   * @param takesFile whether the folder's is taken
   * @throws Refusal 404 without such a conflict, 409 if the folder is gone, 422 if it cannot be
   *     read
   */
  @Transactional
  public void decide(String projectKey, String part, boolean takesFile, String personId) {
    projects.oneWriterAtATime();
    Part chosen =
        Part.of(part)
            .filter(each -> repository.open(projectKey).stream().anyMatch(c -> c.part() == each))
            .orElseThrow(Conflicts::unknown);
    String choice = takesFile ? "file" : "product";
    repository.close(projectKey, chosen, choice, personId, clock.instant());
    if (!read(projectKey, chosen, takesFile) && takesFile) {
      throw new Refusal(
          409,
          "folder-gone",
          "The folder of this project is not there any more. Keep what was made in the product, or"
              + " put the folder back and start again.");
    }
    audit.record(
        personId,
        "project_conflict_decided",
        "project:" + projectKey,
        Map.of("part", chosen.id(), "choice", choice));
  }

  private boolean read(String projectKey, Part part, boolean takesFile) {
    try {
      return loader.read(
          projectKey,
          folder -> {
            if (takesFile) {
              versions.overrule(folder, part);
            } else {
              versions.note(folder, part);
            }
          });
    } catch (StartRefused fault) {
      throw new Refusal(422, "folder-wrong", fault.getMessage() + " " + fault.action());
    }
  }

  private static Refusal unknown() {
    return new Refusal(
        404,
        "unknown-conflict",
        "This project has no such open conflict; somebody may have decided it. Load the page"
            + " again.");
  }
}
