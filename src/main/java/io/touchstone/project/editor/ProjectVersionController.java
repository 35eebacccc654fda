package io.touchstone.project.editor;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.GuidelineHtml;
import io.touchstone.project.GuidelineVersion;
import io.touchstone.project.Guidelines;
import io.touchstone.project.ProjectVersionRepository;
import io.touchstone.project.ProjectVersionRepository.VersionEntry;
import io.touchstone.project.Projects;
import io.touchstone.project.folder.ConflictRepository.Conflict;
import io.touchstone.project.folder.Conflicts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What a project was and is: versions of its settings and of its guideline. */
@Api
class ProjectVersionController {

  private final Projects projects;
  private final ProjectVersionRepository versions;
  private final Guidelines guidelines;
  private final Conflicts conflicts;

  ProjectVersionController(
      Projects projects,
      ProjectVersionRepository versions,
      Guidelines guidelines,
      Conflicts conflicts) {
    this.projects = projects;
    this.versions = versions;
    this.guidelines = guidelines;
    this.conflicts = conflicts;
  }

  /** Where the folder and the product say different things. */
  record ConflictView(String part, Instant foundAt, int items) {

    static ConflictView of(Conflict conflict) {
      return new ConflictView(conflict.part().id(), conflict.foundAt(), conflict.items());
    }
  }

  /** The versions of the settings, newest first, and what has to be decided. */
  record Versions(List<VersionEntry> versions, List<ConflictView> conflicts) {}

  @GetMapping("/projects/{key}/versions")
  Versions versions(@PathVariable String key, Caller caller) {
    ProjectDraftController.mayChange(caller);
    String known = projects.require(key).key();
    return new Versions(
        versions.versions(known), conflicts.open(known).stream().map(ConflictView::of).toList());
  }

  /**
   * A choice in a conflict.
   *
   * @param part settings, guideline or gold
   * @param choice file or product
   */
  record Choice(Optional<String> part, Optional<String> choice) {}

  @PostMapping("/projects/{key}/conflicts")
  Map<String, Object> decide(@PathVariable String key, @RequestBody Choice choice, Caller caller) {
    ProjectDraftController.mayChange(caller);
    boolean file = choice.choice().orElse("").equals("file");
    if (!file && !choice.choice().orElse("").equals("product")) {
      throw new Refusal(
          422, "missing-field", "The field \"choice\" must be \"file\" or \"product\".");
    }
    conflicts.decide(projects.require(key).key(), choice.part().orElse(""), file, caller.id());
    return Map.of();
  }

  /**
   * The versions of a guideline.
   *
   * @param mayWrite whether the caller may write the next one
   */
  record GuidelineList(String name, boolean mayWrite, List<GuidelineEntry> versions) {}

  /** A version without its text. */
  record GuidelineEntry(
      int version, Optional<String> writtenBy, Optional<String> note, Instant createdAt) {

    static GuidelineEntry of(GuidelineVersion version) {
      return new GuidelineEntry(
          version.version(), version.writtenBy(), version.note(), version.createdAt());
    }
  }

  /** For everybody who works in the project. */
  @GetMapping("/projects/{key}/guidelines")
  GuidelineList guidelines(@PathVariable String key, Caller caller) {
    return new GuidelineList(
        projects.require(key).settings().name(),
        caller.mayActAs(Role.GUIDELINE_OWNER),
        guidelines.versions(key).stream().map(GuidelineEntry::of).toList());
  }

  /**
   * One version.
   *
   * @param html that is safe to show
   * @param changes lines that came or went since the version before
   */
  record GuidelineText(
      GuidelineEntry version, String markdown, String html, List<LineDifference.Line> changes) {}

  /** For everybody who works in the project. */
  @GetMapping("/projects/{key}/guidelines/{version}")
  GuidelineText guideline(@PathVariable String key, @PathVariable int version, Caller caller) {
    GuidelineVersion found =
        guidelines
            .find(projects.require(key).key(), version)
            .orElseThrow(
                () ->
                    new Refusal(
                        404, "unknown-guideline", "This guideline has no version of that number."));
    String before = guidelines.find(key, version - 1).map(GuidelineVersion::markdown).orElse("");
    return new GuidelineText(
        GuidelineEntry.of(found),
        found.markdown(),
        GuidelineHtml.render(found.markdown()),
        before.isEmpty() ? List.of() : LineDifference.between(before, found.markdown()));
  }

  /**
   * A new version.
   *
   * @param base version that it was written over
   * @param note what has changed
   */
  record Writing(Optional<Integer> base, Optional<String> markdown, Optional<String> note) {}

  /** The next batch is labelled under it; those under way keep theirs. */
  @PostMapping("/projects/{key}/guidelines")
  GuidelineEntry write(@PathVariable String key, @RequestBody Writing writing, Caller caller) {
    caller.mustBe("write the guideline of a project", Role.GUIDELINE_OWNER);
    int version =
        guidelines.writeOutsideTask(
            projects.require(key).key(),
            writing.base().orElse(0),
            writing.markdown().orElse(""),
            writing.note().orElse(""),
            caller.id());
    return guidelines.find(key, version).map(GuidelineEntry::of).orElseThrow();
  }
}
