package io.touchstone.project.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.FormatNames;
import io.touchstone.project.Project;
import io.touchstone.project.Projects;
import io.touchstone.project.folder.Conflicts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Projects that are made and changed in the product. */
@Api
class ProjectDraftController {

  private final ProjectDrafts drafts;
  private final VersionMaking making;
  private final Projects projects;
  private final Conflicts conflicts;
  private final ProjectAccess access;

  ProjectDraftController(
      ProjectDrafts drafts,
      VersionMaking making,
      Projects projects,
      Conflicts conflicts,
      ProjectAccess access) {
    this.access = access;
    this.conflicts = conflicts;
    this.drafts = drafts;
    this.making = making;
    this.projects = projects;
  }

  /** Refuses whoever makes no projects. */
  static void mayChange(Caller caller) {
    caller.mustBe("make and change projects", Role.DATA_MANAGER);
  }

  /** What the page of projects has for the caller. */
  record Access(boolean mayOpen, boolean mayChange, boolean mayWriteGuideline) {}

  /** Anybody may ask for himself. */
  @GetMapping("/project-drafts/access")
  Access access(Caller caller) {
    boolean changes = caller.mayActAs(Role.DATA_MANAGER);
    boolean writes = caller.mayActAs(Role.GUIDELINE_OWNER);
    boolean reads = caller.mayActAs(Role.REVIEWER, Role.PROCESS_OWNER, Role.AUDITOR);
    return new Access(changes || writes || reads, changes, writes);
  }

  /** What a project may begin with. */
  record TemplateView(String id, String title, String description) {}

  /** An open draft in a list. */
  record DraftEntry(
      String key,
      String name,
      int base,
      String state,
      String editedBy,
      Instant editedAt,
      Optional<String> askedBy) {

    static DraftEntry of(Draft draft) {
      return new DraftEntry(
          draft.projectKey(),
          draft.content().project().path("name").asText(),
          draft.base(),
          draft.state().id(),
          draft.editedBy(),
          draft.editedAt(),
          draft.askedBy());
    }
  }

  /**
   * Everything that is being made, and what it may begin with.
   *
   * @param conflicts keys of projects whose folder and product say different things
   */
  record Drafts(List<DraftEntry> drafts, List<TemplateView> templates, List<String> conflicts) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @GetMapping("/project-drafts")
  Drafts all(Caller caller) {
    mayChange(caller);
    KnownProjects known = access.known(caller);
    return new Drafts(
        drafts.open().stream()
            .filter(draft -> known.include(draft.projectKey()))
            .map(DraftEntry::of)
            .toList(),
        Arrays.stream(Template.values())
            .map(each -> new TemplateView(each.id(), each.title(), each.description()))
            .toList(),
        conflicts.projects().stream().filter(known::include).toList());
  }

  /**
   * How a draft begins.
   *
   * @param key of the project; one that exists gets a draft over its newest version
   * @param template or
   * @param project that the new one begins like
   */
  record Beginning(
      Optional<String> key,
      Optional<String> name,
      Optional<String> template,
      Optional<String> project) {}

  /** A draft that was begun. */
  record Begun(String key) {}

  /** Whoever begins a project may know it. */
  @Reach(Reach.Over.KNOWN_PROJECTS)
  @PostMapping("/project-drafts")
  Begun begin(@RequestBody Beginning asked, Caller caller) {
    mayChange(caller);
    String key = asked.key().map(String::strip).orElseThrow(() -> missing("key"));
    if (asked.template().isEmpty() && asked.project().isEmpty()) {
      access.require(caller, key);
      drafts.edit(key, caller.id());
      return new Begun(key);
    }
    String name =
        asked
            .name()
            .map(String::strip)
            .filter(words -> !words.isEmpty())
            .orElseThrow(() -> missing("name"));
    DraftContent content =
        asked
            .template()
            .map(id -> Template.of(id).orElseThrow(() -> missing("template")).content())
            .orElseGet(() -> like(asked.project().orElseThrow(), caller));
    drafts.begin(key, content.as(key, name), caller.id());
    return new Begun(key);
  }

  private DraftContent like(String project, Caller caller) {
    access.require(caller, project);
    return drafts.content(projects.require(project));
  }

  /**
   * A draft.
   *
   * @param mayDecide whether the caller is a second person for it
   * @param formats that its datasets may have, first the one that they all have
   */
  record DraftView(
      String key,
      int base,
      int newest,
      int revision,
      String state,
      String editedBy,
      Instant editedAt,
      Optional<String> askedBy,
      Optional<String> note,
      Optional<String> sentBack,
      boolean wantsSecondPerson,
      boolean mayDecide,
      List<FormatNames.Format> formats,
      ObjectNode project,
      String guideline,
      String gold,
      String deny,
      String allow) {}

  @GetMapping("/project-drafts/{key}")
  DraftView one(@PathVariable String key, Caller caller) {
    mayChange(caller);
    return view(drafts.require(key), caller);
  }

  private DraftView view(Draft draft, Caller caller) {
    DraftContent content = draft.content();
    boolean others =
        !draft.editedBy().equals(caller.id())
            && draft.askedBy().filter(caller.id()::equals).isEmpty();
    return new DraftView(
        draft.projectKey(),
        draft.base(),
        projects.find(draft.projectKey()).map(Project::version).orElse(0),
        draft.revision(),
        draft.state().id(),
        draft.editedBy(),
        draft.editedAt(),
        draft.askedBy(),
        draft.note(),
        draft.sentBack(),
        making.wantsSecondPerson(draft),
        others && draft.state() == Draft.State.WAITING,
        FormatNames.KNOWN,
        content.project(),
        content.guideline(),
        content.gold(),
        content.deny(),
        content.allow());
  }

  /**
   * What somebody has changed; what is absent stays.
   *
   * @param revision that the change was made on
   */
  record Change(
      Optional<Integer> revision,
      Optional<ObjectNode> project,
      Optional<String> guideline,
      Optional<String> deny,
      Optional<String> allow) {}

  @PutMapping("/project-drafts/{key}")
  DraftView save(@PathVariable String key, @RequestBody Change change, Caller caller) {
    mayChange(caller);
    Draft draft = drafts.require(key);
    DraftContent now = draft.content();
    ObjectNode keys = change.project().orElse(now.project());
    keys.put("key", key);
    String guideline = change.guideline().orElse(now.guideline());
    mayWriteGuideline(draft, guideline, caller);
    drafts.save(
        key,
        change.revision().orElseThrow(() -> missing("revision")),
        new DraftContent(
            keys,
            guideline,
            now.gold(),
            change.deny().orElse(now.deny()),
            change.allow().orElse(now.allow())),
        caller.id());
    return view(drafts.require(key), caller);
  }

  /** The first guideline is written with the project; later ones are the guideline owner's. */
  static void mayWriteGuideline(Draft draft, String guideline, Caller caller) {
    if (!draft.isNew() && !guideline.equals(draft.content().guideline())) {
      caller.mustBe("write the guideline of a project", Role.GUIDELINE_OWNER);
    }
  }

  /**
   * Known answers.
   *
   * @param lines JSON Lines, all of them
   */
  record Gold(Optional<Integer> revision, Optional<String> lines) {}

  /** Takes known answers in place of those of the draft; raw texts are not kept. */
  @PutMapping("/project-drafts/{key}/gold")
  DraftView gold(@PathVariable String key, @RequestBody Gold gold, Caller caller) {
    mayChange(caller);
    Draft draft = drafts.require(key);
    DraftContent now = draft.content();
    String made = drafts.deidentifiedGold(draft, gold.lines().orElseThrow(() -> missing("lines")));
    drafts.save(
        key,
        gold.revision().orElseThrow(() -> missing("revision")),
        new DraftContent(now.project(), now.guideline(), made, now.deny(), now.allow()),
        caller.id());
    return view(drafts.require(key), caller);
  }

  /**
   * What publishing would say.
   *
   * @param changes what differs from the version before, at most 500
   * @param more how many further changes there are
   */
  record Check(List<ProjectFaults.Fault> faults, List<Difference.Change> changes, int more) {}

  private static final int SHOWN_CHANGES = 500;

  @GetMapping("/project-drafts/{key}/check")
  Check check(@PathVariable String key, Caller caller) {
    mayChange(caller);
    Draft draft = drafts.require(key);
    List<Difference.Change> changes =
        projects
            .find(key)
            .map(project -> Difference.between(drafts.content(project), draft.content()))
            .orElse(List.of());
    return new Check(
        drafts.check(draft).shown(),
        changes.stream().limit(SHOWN_CHANGES).toList(),
        Math.max(0, changes.size() - SHOWN_CHANGES));
  }

  /** What this version changes. */
  record Note(Optional<String> note) {}

  /** Whether it is a version now, or waits for the second person. */
  record Published(boolean published, int version) {}

  @PostMapping("/project-drafts/{key}/publish")
  Published publish(@PathVariable String key, @RequestBody Note note, Caller caller) {
    mayChange(caller);
    boolean made = making.publish(key, note.note().orElse(""), caller.id());
    return new Published(made, projects.find(key).map(Project::version).orElse(0));
  }

  /** What the second person says; who asked may take it back by not approving. */
  record Decision(Optional<Boolean> approves, Optional<String> reason) {}

  @PostMapping("/project-drafts/{key}/decision")
  Published decide(@PathVariable String key, @RequestBody Decision decision, Caller caller) {
    mayChange(caller);
    boolean approves = decision.approves().orElseThrow(() -> missing("approves"));
    making.decide(key, approves, decision.reason().orElse(""), caller.id());
    return new Published(approves, projects.find(key).map(Project::version).orElse(0));
  }

  /** Goes on over the newest version, which somebody made in between. */
  @PostMapping("/project-drafts/{key}/rebase")
  DraftView rebase(@PathVariable String key, Caller caller) {
    mayChange(caller);
    drafts.rebase(key, caller.id());
    return view(drafts.require(key), caller);
  }

  @PostMapping("/project-drafts/{key}/discard")
  Map<String, Object> discard(@PathVariable String key, Caller caller) {
    mayChange(caller);
    drafts.discard(key, caller.id());
    return Map.of();
  }

  static Refusal missing(String field) {
    return new Refusal(
        422,
        "missing-field",
        "The field \"" + field + "\" is missing or says nothing that is known.",
        Map.of("where", field));
  }
}
