package io.touchstone.simulation;

import io.touchstone.platform.crypto.Secrets;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.FirstRunNotes;
import io.touchstone.platform.security.Role;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people of the demo: real ones who log in, simulated ones who cannot. */
@Component
@Profile("demo")
class DemoPeople {

  private static final Map<String, Double> SKILLS =
      Map.of("support-tickets", 1.0, "clinic-notes", 1.0, "incident-reports", 1.0);
  static final String REVIEWER = "simreviewer";
  static final String MANAGER = "simmanager";
  static final String APPROVER = "simapprover";
  static final String OFFICER = "simprivacy";
  static final String OWNER = "simguideline";
  static final String REAL_ANNOTATOR = "anna";
  static final String REAL_REVIEWER = "rosa";

  /**
   * Eight annotators; the seventh is careless until somebody talks the guideline through, and so
   * much so that the one look at 20 gold answers finds it, 75 times in 100; the fourth takes
   * suggestions over unread.
   */
  static final List<SimulatedPerson> ANNOTATORS =
      List.of(
          new SimulatedPerson("sim1", "Simulated annotator 1", 0.95, 16),
          new SimulatedPerson("sim2", "Simulated annotator 2", 0.93, 21),
          new SimulatedPerson("sim3", "Simulated annotator 3", 0.97, 24),
          new SimulatedPerson("sim4", "Simulated annotator 4", 0.92, 14, 0.6),
          new SimulatedPerson("sim5", "Simulated annotator 5", 0.96, 18),
          new SimulatedPerson("sim6", "Simulated annotator 6", 0.94, 19),
          new SimulatedPerson("sim7", "Simulated annotator 7", 0.55, 7, 0, 0.88),
          new SimulatedPerson("sim8", "Simulated annotator 8", 0.95, 17));

  static final SimulatedPerson ADJUDICATOR =
      new SimulatedPerson(REVIEWER, "Simulated reviewer", 0.98, 25);

  record Person(String id, String name, Set<Role> roles, String does) {}

  /** Those who log in, with what they are for. */
  static final List<Person> REAL =
      List.of(
          new Person(REAL_ANNOTATOR, "Anna Annotator", Set.of(Role.ANNOTATOR), "labels items"),
          new Person(
              REAL_REVIEWER, "Rosa Reviewer", Set.of(Role.REVIEWER), "adjudicates disagreements"),
          new Person(
              "dora", "Dora Datamanager", Set.of(Role.DATA_MANAGER), "resolves holds, approves"),
          new Person(
              "gwen", "Gwen Guideline", Set.of(Role.GUIDELINE_OWNER), "revises unclear guidelines"),
          new Person(
              "paul", "Paul Privacy", Set.of(Role.PRIVACY_OFFICER), "reviews samples for privacy"),
          new Person(
              "otto", "Otto Owner", Set.of(Role.PROCESS_OWNER), "reads processes in Cockpit"),
          new Person("alma", "Alma Auditor", Set.of(Role.AUDITOR), "audits batches in Cockpit"),
          new Person(
              "theo", "Theo Training", Set.of(Role.TRAINING_ENGINEER), "clones datasets with git"));

  private final Directory directory;
  private final Workforce workforce;
  private final Secrets secrets;
  private final FirstRunNotes notes;

  DemoPeople(Directory directory, Workforce workforce, Secrets secrets, FirstRunNotes notes) {
    this.directory = directory;
    this.workforce = workforce;
    this.secrets = secrets;
    this.notes = notes;
  }

  /** Makes whoever is missing. */
  void ensure() {
    REAL.forEach(this::ensureReal);
    ANNOTATORS.forEach(person -> ensureSimulated(person.id(), person.shownName(), Role.ANNOTATOR));
    ensureSimulated(REVIEWER, ADJUDICATOR.shownName(), Role.REVIEWER);
    ensureSimulated(MANAGER, "Simulated data manager", Role.DATA_MANAGER);
    ensureSimulated(APPROVER, "Simulated approver", Role.DATA_MANAGER);
    ensureSimulated(OFFICER, "Simulated privacy officer", Role.PRIVACY_OFFICER);
    ensureSimulated(OWNER, "Simulated guideline owner", Role.GUIDELINE_OWNER);
    ensureLabels(REAL_ANNOTATOR, false);
    ensureLabels(REAL_REVIEWER, false);
    ANNOTATORS.forEach(person -> ensureLabels(person.id(), true));
    ensureLabels(REVIEWER, true);
  }

  private void ensureReal(Person person) {
    if (directory.find(person.id()).isEmpty()) {
      String password = secrets.newPassword();
      directory.add(person.id(), person.name(), Optional.of(password), person.roles());
      notes.note(person.id(), password);
    }
  }

  private void ensureSimulated(String id, String name, Role role) {
    if (directory.find(id).isEmpty()) {
      directory.add(id, name, Optional.empty(), Set.of(role));
    }
  }

  private void ensureLabels(String id, boolean simulated) {
    if (workforce.find(id).isEmpty()) {
      workforce.register(
          new Annotator(id, simulated ? "simulation" : "house", simulated, simulated, SKILLS),
          MANAGER);
    }
  }

  /**
   * From the first published version on, real people take part and the simulated reviewer rests.
   */
  void letRealPeopleIn() {
    workforce.setAvailable(REAL_ANNOTATOR, true, MANAGER);
    workforce.setAvailable(REAL_REVIEWER, true, MANAGER);
    workforce.setAvailable(REVIEWER, false, MANAGER);
  }
}
