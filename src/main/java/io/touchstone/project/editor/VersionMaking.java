package io.touchstone.project.editor;

import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.GoldDesk;
import io.touchstone.project.Guidelines;
import io.touchstone.project.NewVersions;
import io.touchstone.project.Project;
import io.touchstone.project.ProjectVersionRepository;
import io.touchstone.project.ProjectVersionRepository.Maker;
import io.touchstone.project.Projects;
import io.touchstone.project.folder.ProjectFolder;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes versions of drafts, by a second person where the project asks for one. */
@Service
class VersionMaking {

  private static final Logger log = LoggerFactory.getLogger(VersionMaking.class);
  private static final int LONGEST_NOTE = 500;

  private final DraftRepository drafts;
  private final ProjectDrafts desk;
  private final Projects projects;
  private final ProjectVersionRepository versions;
  private final Guidelines guidelines;
  private final GoldDesk gold;
  private final NewVersions listener;
  private final AuditTrail audit;

  VersionMaking(
      DraftRepository drafts,
      ProjectDrafts desk,
      Projects projects,
      ProjectVersionRepository versions,
      Guidelines guidelines,
      GoldDesk gold,
      NewVersions listener,
      AuditTrail audit) {
    this.drafts = drafts;
    this.desk = desk;
    this.projects = projects;
    this.versions = versions;
    this.guidelines = guidelines;
    this.gold = gold;
    this.listener = listener;
    this.audit = audit;
  }

  /** Whether the present version or the draft itself wants a second person. */
  boolean wantsSecondPerson(Draft draft) {
    return projects.find(draft.projectKey()).filter(p -> p.settings().secondPerson()).isPresent()
        || draft.content().project().path("secondPerson").asBoolean();
  }

  /**
   * Makes a version of a draft, or has it wait for the second person.
   *
   * @param note what has changed, in a line
   * @return whether it is a version now
   * @throws Refusal 409 if it waits already, 412 if the project has another version by now, 422 if
   *     something is wrong with it
   */
  @Transactional
  boolean publish(String key, String note, String personId) {
    projects.oneWriterAtATime();
    Draft draft = desk.require(key);
    if (draft.state() == Draft.State.WAITING) {
      throw new Refusal(409, "draft-waits", "This draft waits for the second person already.");
    }
    check(draft, note);
    if (wantsSecondPerson(draft)) {
      drafts.move(
          draft,
          Draft.State.WAITING,
          Optional.of(personId),
          Optional.of(note.strip()),
          Optional.empty());
      audit.record(
          personId, "project_version_asked", "project:" + key, Map.of("base", draft.base()));
      return false;
    }
    make(draft, personId, note.strip(), Optional.empty());
    return true;
  }

  /**
   * The second person's decision.
   *
   * @param reason why it is sent back
   * @throws Refusal 403 for who asked for it or edited it, 409 if it does not wait
   */
  @Transactional
  void decide(String key, boolean approves, String reason, String personId) {
    projects.oneWriterAtATime();
    Draft draft = desk.require(key);
    if (draft.state() != Draft.State.WAITING) {
      throw new Refusal(409, "draft-waits-not", "This draft does not wait for a second person.");
    }
    String asked = draft.askedBy().orElseThrow();
    if (approves && (asked.equals(personId) || draft.editedBy().equals(personId))) {
      throw new Refusal(
          403,
          "second-person",
          "A version of this project is published by a second person: you have made or asked for"
              + " this one.");
    }
    if (approves) {
      check(draft, draft.note().orElse(""));
      make(draft, asked, draft.note().orElseThrow(), Optional.of(personId));
      return;
    }
    drafts.move(
        draft,
        Draft.State.DRAFT,
        Optional.empty(),
        draft.note(),
        Optional.of(reason.strip()).filter(words -> !words.isEmpty()));
    audit.record(personId, "project_version_sent_back", "project:" + key, Map.of("by", asked));
  }

  private void check(Draft draft, String note) {
    if (note.isBlank() || note.strip().length() > LONGEST_NOTE) {
      throw new Refusal(
          422,
          "note-missing",
          "Say in a line what this version changes; at most " + LONGEST_NOTE + " characters.",
          Map.of("where", "note"));
    }
    int newest = projects.find(draft.projectKey()).map(Project::version).orElse(0);
    if (newest != draft.base()) {
      throw new Refusal(
          412,
          "version-overtaken",
          "Version "
              + newest
              + " was made meanwhile, and this draft began with version "
              + draft.base()
              + ". Look at the difference, then go on over version "
              + newest
              + ".",
          Map.of("newest", newest));
    }
    desk.check(draft).refuse("This cannot be published yet:");
  }

  private void make(Draft draft, String by, String note, Optional<String> approvedBy) {
    String key = draft.projectKey();
    ProjectFolder folder = draft.content().read(key);
    versions.addVersion(folder.settings(), new Maker("product", by, Optional.of(note), approvedBy));
    if (draft.isNew()) {
      guidelines.begin(key, folder.guideline(), note, by);
    } else if (!guidelines.latest(key).markdown().equals(folder.guideline())) {
      guidelines.write(key, guidelines.latest(key).version(), folder.guideline(), note, by);
    }
    Project made = projects.require(key);
    gold.replace(made, folder.gold());
    listener.made(made);
    drafts.move(draft, Draft.State.PUBLISHED, Optional.of(by), Optional.of(note), Optional.empty());
    audit.recordWithReason(
        approvedBy.orElse(by),
        "project_version_made",
        "project:" + key,
        Map.of(
            "version", made.version(),
            "labelSchema", made.labelSchemaVersion(),
            "guideline", made.guidelineVersion(),
            "gold", folder.gold().size(),
            "madeBy", by),
        note);
    log.info("project_version_made project={} version={}", key, made.version());
  }
}
