package io.touchstone.project.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.StartRefused;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.GoldDesk;
import io.touchstone.project.GoldSink.GoldLine;
import io.touchstone.project.Project;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.Projects;
import io.touchstone.project.folder.GoldFile;
import io.touchstone.project.folder.ProjectFolder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts of projects: begun, edited, checked, given up. One of a project is open at a time. */
@Service
public class ProjectDrafts {

  private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** What says how items are answered, which the rules of de-identification do not ask. */
  private static final List<String> ANSWERED =
      List.of(
          "questions", "scale", "overlappingSpans", "goldSpanF1", "noneAllowed", "goldClassesF1");

  private static final int LONGEST_KEY = 40;

  /** What of a draft decides how rows are read and texts de-identified. */
  private static final Set<String> RULES =
      Set.of(
          "deidentification",
          "deidentificationReason",
          "names",
          "recognise",
          "leakLimit",
          "delivery");

  private final DraftRepository drafts;
  private final Projects projects;
  private final GoldDesk gold;
  private final ProjectAccess access;
  private final AuditTrail audit;
  private final Clock clock;

  ProjectDrafts(
      DraftRepository drafts,
      Projects projects,
      GoldDesk gold,
      ProjectAccess access,
      AuditTrail audit,
      Clock clock) {
    this.access = access;
    this.drafts = drafts;
    this.projects = projects;
    this.gold = gold;
    this.audit = audit;
    this.clock = clock;
  }

  List<Draft> open() {
    return drafts.open();
  }

  Optional<Draft> find(String key) {
    return drafts.find(key);
  }

  /** The open draft of that project, or a refusal with 404. */
  Draft require(String key) {
    return find(key)
        .orElseThrow(
            () ->
                new Refusal(
                    404,
                    "unknown-draft",
                    "This project has no open draft. Somebody may have published or given it up;"
                        + " load the page again."));
  }

  /**
   * Begins a project that does not exist yet.
   *
   * @throws Refusal 409 if the key is taken, 422 if it is none
   */
  @Transactional
  void begin(String key, DraftContent content, String by) {
    projects.oneWriterAtATime();
    if (key.length() > LONGEST_KEY || !KEY.matcher(key).matches()) {
      throw new Refusal(
          422,
          "key-wrong",
          "The key is the project's short name in addresses and file names: small letters, digits"
              + " and hyphens, at most "
              + LONGEST_KEY
              + ".",
          Map.of("where", "key"));
    }
    if (projects.find(key).isPresent() || drafts.find(key).isPresent()) {
      throw new Refusal(
          409,
          "key-taken",
          "There is a project or a draft with this key already. Choose another one.",
          Map.of("where", "key"));
    }
    insert(key, 0, content, by);
    access.give(by, Set.of(key));
  }

  /** Begins a draft over the newest version of a project; where one is open, that one goes on. */
  @Transactional
  void edit(String key, String by) {
    projects.oneWriterAtATime();
    Project project = projects.require(key);
    if (drafts.find(key).isEmpty()) {
      insert(key, project.version(), content(project), by);
    }
  }

  private void insert(String key, int base, DraftContent content, String by) {
    drafts.insert(key, base, content, by, clock.instant());
    audit.record(by, "project_draft_begun", "project:" + key, Map.of("base", base));
  }

  /** What the newest version says. */
  DraftContent content(Project project) {
    return DraftContent.of(project.settings(), project.guideline(), gold.present(project.key()));
  }

  /**
   * Keeps what somebody has typed, right or wrong.
   *
   * @throws Refusal 409 while it waits for the second person, 412 if somebody else changed it
   */
  @Transactional
  void save(String key, int revision, DraftContent content, String by) {
    save(key, revision, require(key).base(), content, by);
  }

  private void save(String key, int revision, int base, DraftContent content, String by) {
    Draft draft = require(key);
    if (draft.state() == Draft.State.WAITING) {
      throw new Refusal(
          409,
          "draft-waits",
          "This draft waits for the second person and cannot be changed. Take it back first.");
    }
    if (draft.revision() != revision || !drafts.save(draft, base, content, by, clock.instant())) {
      throw new Refusal(
          412,
          "draft-changed",
          "Somebody has changed this draft meanwhile. Load the page again and repeat your change.");
    }
  }

  /** Takes over that the newest version is another one than the draft began with. */
  @Transactional
  void rebase(String key, String by) {
    Draft draft = require(key);
    save(key, draft.revision(), projects.require(key).version(), draft.content(), by);
    audit.record(by, "project_draft_rebased", "project:" + key, Map.of("base", draft.base()));
  }

  /** Gives a draft up; its row stays. */
  @Transactional
  void discard(String key, String by) {
    Draft draft = require(key);
    drafts.move(draft, Draft.State.DISCARDED, draft.askedBy(), draft.note(), draft.sentBack());
    audit.record(by, "project_draft_discarded", "project:" + key, Map.of("base", draft.base()));
  }

  /** Settings of a draft for trying its rules, whatever else is missing in it so far. */
  public ProjectSettings settings(String key) {
    DraftContent content = require(key).content();
    ObjectNode keys = content.project().deepCopy();
    Template.TICKETS
        .content()
        .as(key, key)
        .project()
        .properties()
        .forEach(
            each -> {
              if (!RULES.contains(each.getKey()) || !keys.has(each.getKey())) {
                keys.set(each.getKey(), each.getValue());
              }
            });
    keys.remove(ANSWERED);
    try {
      return new DraftContent(keys, content.guideline(), "", content.deny(), content.allow())
          .read(key)
          .settings();
    } catch (StartRefused fault) {
      ProjectFaults faults = new ProjectFaults();
      faults.add(fault);
      faults.refuse("The rules are not right yet:");
      throw fault;
    }
  }

  /** Everything that is wrong with a draft. */
  ProjectFaults check(Draft draft) {
    ProjectFaults faults = new ProjectFaults();
    read(draft, faults).ifPresent(folder -> checkGold(folder, faults));
    return faults;
  }

  private Optional<ProjectFolder> read(Draft draft, ProjectFaults faults) {
    try {
      ProjectFolder folder = draft.content().read(draft.projectKey());
      projects
          .find(draft.projectKey())
          .map(Project::task)
          .filter(task -> task != folder.settings().task())
          .ifPresent(
              task ->
                  faults.add(
                      "project.yaml: the key \"task\" was "
                          + task.id()
                          + " and cannot change: make a project of its own."));
      return Optional.of(folder);
    } catch (StartRefused fault) {
      faults.add(fault);
      return Optional.empty();
    }
  }

  private void checkGold(ProjectFolder folder, ProjectFaults faults) {
    List<String> wrong = new ArrayList<>();
    gold.deidentified(asProject(folder), ProjectFolder.GOLD, folder.gold(), wrong);
    wrong.forEach(faults::add);
  }

  /** A folder as a project that has no versions yet. */
  static Project asProject(ProjectFolder folder) {
    return new Project(folder.settings(), 0, folder.settings().labels(), 0, 0, folder.guideline());
  }

  /**
   * Known answers that somebody typed or uploaded, with the texts that people will see.
   *
   * @param raw JSON Lines
   * @throws Refusal 422 with a fault for each line that cannot be taken
   */
  String deidentifiedGold(Draft draft, String raw) {
    ProjectFaults faults = new ProjectFaults();
    Optional<ProjectFolder> folder = read(withoutGold(draft), faults);
    faults.refuse("Before gold can be taken, mend the rest:");
    List<String> wrong = new ArrayList<>();
    String made = deidentifiedGold(folder.orElseThrow(), raw, wrong);
    wrong.forEach(faults::add);
    faults.refuse("This gold cannot be taken:");
    return made;
  }

  private String deidentifiedGold(ProjectFolder folder, String raw, List<String> wrong) {
    try {
      List<GoldLine> lines = GoldFile.parse(ProjectFolder.GOLD, folder.settings().task(), raw);
      return GoldFile.write(gold.deidentified(asProject(folder), ProjectFolder.GOLD, lines, wrong));
    } catch (StartRefused fault) {
      wrong.add(fault.getMessage());
      return "";
    }
  }

  private static Draft withoutGold(Draft draft) {
    DraftContent content = draft.content();
    return new Draft(
        draft.id(),
        draft.projectKey(),
        draft.base(),
        new DraftContent(
            content.project(), content.guideline(), "", content.deny(), content.allow()),
        draft.state(),
        draft.revision(),
        draft.editedBy(),
        draft.editedAt(),
        draft.askedBy(),
        draft.note(),
        draft.sentBack());
  }

  /**
   * A folder that came from outside, with the texts of its gold as people will see them.
   *
   * @param files text by name
   * @throws Refusal 422 with file, line and key of what is wrong
   */
  DraftContent imported(String key, Map<String, String> files) {
    ProjectFaults faults = new ProjectFaults();
    try {
      ProjectFolder folder =
          ProjectFolder.read("projects/" + key + "/", name -> Optional.ofNullable(files.get(name)));
      List<String> wrong = new ArrayList<>();
      List<GoldLine> lines =
          gold.deidentified(asProject(folder), ProjectFolder.GOLD, folder.gold(), wrong);
      wrong.forEach(faults::add);
      faults.refuse("This folder cannot be taken:");
      return DraftContent.of(folder.settings(), folder.guideline(), lines);
    } catch (StartRefused fault) {
      faults.add(fault);
      faults.refuse("This folder cannot be taken:");
      throw fault;
    }
  }
}
