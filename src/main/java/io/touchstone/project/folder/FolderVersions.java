package io.touchstone.project.folder;

import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.crypto.Sha256;
import io.touchstone.project.GoldSink;
import io.touchstone.project.Project;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.ProjectVersionRepository;
import io.touchstone.project.ProjectVersionRepository.FolderState;
import io.touchstone.project.ProjectVersionRepository.Maker;
import io.touchstone.project.Projects;
import io.touchstone.project.folder.ConflictRepository.Part;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes versions of what a project's folder says. What was made in the product is never written
 * over: where both have changed, that is a conflict for a person, and the product's stays.
 */
@Component
public class FolderVersions {

  private static final Logger log = LoggerFactory.getLogger(FolderVersions.class);

  private final Projects projects;
  private final ProjectVersionRepository versions;
  private final ConflictRepository conflicts;
  private final GoldSink gold;
  private final AuditTrail audit;
  private final Clock clock;

  FolderVersions(
      Projects projects,
      ProjectVersionRepository versions,
      ConflictRepository conflicts,
      GoldSink gold,
      AuditTrail audit,
      Clock clock) {
    this.projects = projects;
    this.versions = versions;
    this.conflicts = conflicts;
    this.gold = gold;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes a version of each part that is new, and takes the gold. A folder that says what it said
   * at the last start changes nothing, whatever was written in the product since.
   *
   * @return whether the settings or the guideline have a new version
   */
  public boolean take(ProjectFolder folder) {
    String key = folder.settings().key();
    boolean isNew = projects.find(key).isEmpty();
    boolean changed = isNew;
    if (isNew) {
      addSettings(folder);
      addGuideline(folder);
    } else {
      Project newest = projects.require(key);
      FolderState before = versions.folder(key);
      changed = takeSettings(folder, newest, before) | takeGuideline(folder, newest, before);
    }
    takeGold(folder);
    return changed;
  }

  /** Takes a part although the product says something else. */
  void overrule(ProjectFolder folder, Part part) {
    switch (part) {
      case SETTINGS -> addSettings(folder);
      case GUIDELINE -> addGuideline(folder);
      case GOLD -> {
        gold.load(
            projects.require(folder.settings().key()), folder.goldName(), folder.gold(), true);
        note(folder, part);
      }
    }
  }

  /** Says nothing more of what the folder says now. */
  void note(ProjectFolder folder, Part part) {
    String key = folder.settings().key();
    switch (part) {
      case SETTINGS -> versions.noteFile(folder.settings());
      case GUIDELINE -> versions.noteGuidelineFile(key, folder.guideline());
      case GOLD -> versions.noteGoldFile(key, folder.goldSha256());
    }
  }

  private void addSettings(ProjectFolder folder) {
    versions.addVersion(
        folder.settings(),
        new Maker("file", AuditTrail.SYSTEM, Optional.empty(), Optional.empty()));
    note(folder, Part.SETTINGS);
  }

  private void addGuideline(ProjectFolder folder) {
    versions.addGuideline(folder.settings().key(), folder.guideline());
    note(folder, Part.GUIDELINE);
  }

  private boolean takeSettings(ProjectFolder folder, Project newest, FolderState before) {
    ProjectSettings file = versions.stored(folder.settings());
    boolean said = before.settings().filter(file::equals).isPresent();
    if (newest.settings().equals(file) || said) {
      if (!said) {
        note(folder, Part.SETTINGS);
      }
      agreed(newest.key(), Part.SETTINGS);
      return false;
    }
    if (before.settingsByProduct()) {
      conflict(newest.key(), Part.SETTINGS, 0);
      return false;
    }
    addSettings(folder);
    return true;
  }

  private boolean takeGuideline(ProjectFolder folder, Project newest, FolderState before) {
    String file = folder.guideline();
    boolean said = before.guidelineSha256().filter(Sha256.hex(file)::equals).isPresent();
    if (newest.guideline().equals(file) || said) {
      note(folder, Part.GUIDELINE);
      agreed(newest.key(), Part.GUIDELINE);
      return false;
    }
    if (before.guidelineByProduct()) {
      conflict(newest.key(), Part.GUIDELINE, 0);
      return false;
    }
    addGuideline(folder);
    return true;
  }

  private void takeGold(ProjectFolder folder) {
    String key = folder.settings().key();
    List<String> otherwise =
        gold.load(projects.require(key), folder.goldName(), folder.gold(), false);
    boolean said =
        versions.folder(key).goldSha256().filter(folder.goldSha256()::equals).isPresent();
    if (otherwise.isEmpty() || said) {
      note(folder, Part.GOLD);
      agreed(key, Part.GOLD);
    } else {
      conflict(key, Part.GOLD, otherwise.size());
    }
  }

  private void conflict(String key, Part part, int items) {
    if (conflicts.open(key, part, items, clock.instant())) {
      audit.record(
          AuditTrail.SYSTEM,
          "project_conflict_found",
          "project:" + key,
          Map.of("part", part.id(), "items", items));
      log.warn("project_conflict_found project={} part={}", key, part.id());
    }
  }

  private void agreed(String key, Part part) {
    conflicts.close(key, part, "agreed", AuditTrail.SYSTEM, clock.instant());
  }
}
