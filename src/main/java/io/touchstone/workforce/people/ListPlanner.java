package io.touchstone.workforce.people;

import io.touchstone.platform.security.Account;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Refusal;
import io.touchstone.workforce.Annotator;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Works out what a list of people would change; changes nothing. */
final class ListPlanner {

  /**
   * What is known before.
   *
   * @param accounts by id in small letters
   * @param newSkills whether a skill may be one that nobody asks for or has yet
   */
  record Known(
      Map<String, Account> accounts,
      Map<String, Annotator> annotators,
      Map<String, PersonRow> people,
      Set<String> skills,
      boolean newSkills) {}

  private final People people;
  private final Planning planning;
  private final Known known;
  private final Caller by;
  private final Map<String, Long> lineOf = new HashMap<>();
  private Set<String> ids = Set.of();

  ListPlanner(People people, Planning planning, Known known, Caller by) {
    this.people = people;
    this.planning = planning;
    this.known = known;
    this.by = by;
  }

  List<LinePlan> plan(PeopleFile file) {
    ids =
        file.lines().stream().flatMap(line -> line.cell("id").stream()).collect(Collectors.toSet());
    List<LinePlan> plans = new ArrayList<>();
    file.lines().forEach(line -> plans.add(plan(line)));
    return plans;
  }

  private LinePlan plan(PeopleFile.Line line) {
    LinePlan plan = new LinePlan(line.number(), line.cell("id").orElse(""));
    if (line.fault().isPresent()) {
      plan.fault("", line.fault().get());
      return plan;
    }
    Optional<String> id = read(plan, "id", () -> Fields.id(plan.id()));
    if (id.isEmpty() || isTwice(plan, id.get())) {
      return plan;
    }
    Optional<Account> account =
        Optional.ofNullable(known.accounts().get(id.get().toLowerCase(Locale.ROOT)));
    if (account.isEmpty()) {
      planNew(plan, id.get(), line);
    } else if (!account.get().id().equals(id.get())) {
      plan.fault(
          "id",
          "Somebody has the user id %s; two ids that differ in capitals alone are one person's."
              .formatted(account.get().id()));
    } else if (known.people().getOrDefault(id.get(), PersonRow.unknown(id.get())).closed()) {
      plan.fault("id", "This person has left. Take the leaving back before anything else.");
    } else {
      planKnown(plan, account.get(), line);
    }
    return plan;
  }

  private boolean isTwice(LinePlan plan, String id) {
    Long before = lineOf.putIfAbsent(id.toLowerCase(Locale.ROOT), plan.line());
    if (before != null) {
      plan.fault("id", "Line %d has the same person. Keep one of both.".formatted(before));
    }
    return before != null;
  }

  private void planNew(LinePlan plan, String id, PeopleFile.Line line) {
    Optional<String> name = read(plan, "name", () -> Fields.name(line.cell("name").orElse("")));
    Optional<Optional<String>> mail = mail(plan, line);
    Optional<Set<Role>> roles =
        read(
            plan,
            "roles",
            () -> line.cell("roles").map(this::roles).orElse(Set.of(Role.ANNOTATOR)));
    roles.ifPresent(all -> read(plan, "roles", () -> allowed(() -> PeopleRights.add(by, all))));
    Map<String, Double> skills = skills(plan, line);
    Optional<String> department = department(plan, line);
    if (name.isPresent() && roles.isPresent()) {
      plan.adds(
          new People.Newcomer(
              id,
              name.get(),
              mail.orElse(Optional.empty()),
              roles.get(),
              department.orElse(""),
              skills,
              WaysIn.Way.LINK));
    }
    planTime(plan, id, line);
    planConflicts(plan, id, line);
  }

  private void planKnown(LinePlan plan, Account account, PeopleFile.Line line) {
    String id = account.id();
    planName(plan, account, line);
    planRoles(plan, account, line);
    Map<String, Double> skills = skills(plan, line);
    Optional<String> department = department(plan, line);
    Optional<Annotator> person = Optional.ofNullable(known.annotators().get(id));
    if (person.isEmpty() && account.worksOnItems()) {
      planned(
          plan,
          "",
          "becomes part of planning",
          () -> people.putToWork(id, department.orElse(""), skills, by));
    } else if (person.isEmpty() && (!skills.isEmpty() || department.isPresent())) {
      plan.fault("skills", "Skills and departments are for annotators and reviewers.");
    } else if (person.isPresent()) {
      planSkills(plan, person.get(), skills, department);
    }
    planTime(plan, id, line);
    planConflicts(plan, id, line);
  }

  private void planName(LinePlan plan, Account account, PeopleFile.Line line) {
    Optional<String> name =
        line.cell("name").flatMap(text -> read(plan, "name", () -> Fields.name(text)));
    Optional<Optional<String>> mail =
        line.cell("mail").isPresent() ? mail(plan, line) : Optional.of(account.mail());
    boolean same =
        name.orElse(account.name()).equals(account.name())
            && mail.orElse(account.mail()).equals(account.mail());
    if (!same) {
      read(
              plan,
              "name",
              () -> allowed(() -> PeopleRights.account(by, account, "change the name of somebody")))
          .ifPresent(
              yes ->
                  plan.step(
                      "name or mail",
                      () ->
                          people.describe(
                              account.id(),
                              name.orElse(account.name()),
                              mail.orElse(account.mail()),
                              by)));
    }
  }

  /** Roles are added; one that is not in the list is not taken. */
  private void planRoles(LinePlan plan, Account account, PeopleFile.Line line) {
    Optional<Set<Role>> asked =
        line.cell("roles").flatMap(text -> read(plan, "roles", () -> roles(text)));
    if (asked.isEmpty() || account.roles().containsAll(asked.get())) {
      return;
    }
    Set<Role> all = EnumSet.copyOf(asked.get());
    all.addAll(account.roles());
    read(plan, "roles", () -> allowed(() -> PeopleRights.roles(by, account.id())))
        .ifPresent(yes -> plan.step("roles", () -> people.setRoles(account.id(), all, by)));
  }

  private void planSkills(
      LinePlan plan, Annotator person, Map<String, Double> skills, Optional<String> department) {
    skills.forEach(
        (skill, level) -> {
          if (!level.equals(person.skills().get(skill))) {
            planned(
                plan,
                "skills",
                "skill " + skill + " " + level,
                () -> planning.giveSkill(person.id(), skill, level, by));
          }
        });
    department
        .filter(text -> !text.equals(person.department()))
        .ifPresent(
            text ->
                planned(
                    plan,
                    "department",
                    "department",
                    () -> planning.setDepartment(person.id(), text, by)));
  }

  private void planTime(LinePlan plan, String id, PeopleFile.Line line) {
    Optional<Integer> capacity =
        line.cell("capacity").flatMap(text -> read(plan, "capacity", () -> Fields.capacity(text)));
    Optional<Set<DayOfWeek>> days =
        line.cell("days").flatMap(text -> read(plan, "days", () -> Fields.days(text)));
    PersonRow before = known.people().getOrDefault(id, PersonRow.unknown(id));
    boolean same =
        capacity.map(Optional::of).orElse(before.capacityMinutes()).equals(before.capacityMinutes())
            && days.orElse(before.workingDays()).equals(before.workingDays());
    if (!same) {
      planned(
          plan,
          "capacity",
          "working time",
          () -> planning.setTime(id, capacity.map(Optional::of), days, by));
    }
  }

  private void planConflicts(LinePlan plan, String id, PeopleFile.Line line) {
    for (String cell : cells(line, "conflicts")) {
      read(
              plan,
              "conflicts",
              () -> {
                Conflict.Wanted wanted = Conflict.Wanted.of(cell);
                planning.check(
                    id, wanted, other -> ids.contains(other) || people.isKnown(other), by);
                return wanted;
              })
          .filter(wanted -> !planning.isNoted(id, wanted))
          .ifPresent(
              wanted ->
                  planned(
                      plan,
                      "conflicts",
                      "conflict with a " + wanted.kind().code(),
                      () -> planning.declare(id, wanted, by)));
    }
  }

  private Map<String, Double> skills(LinePlan plan, PeopleFile.Line line) {
    Map<String, Double> skills = new LinkedHashMap<>();
    for (String cell : cells(line, "skills")) {
      String[] parts = cell.split("[=:]", 2);
      Optional<String> skill = read(plan, "skills", () -> known(Fields.skill(parts[0])));
      Optional<Double> level =
          parts.length == 1 ? Optional.of(1.0) : read(plan, "skills", () -> Fields.level(parts[1]));
      if (skill.isPresent() && level.isPresent()) {
        skills.put(skill.get(), level.get());
      }
    }
    return skills;
  }

  private String known(String skill) {
    if (!known.newSkills() && !known.skills().contains(skill)) {
      throw Fields.fault(
          "skills",
          "No project asks for the skill %s and nobody has it. Correct it, or allow new skills."
              .formatted(skill));
    }
    return skill;
  }

  private Set<Role> roles(String text) {
    return List.of(text.split("[\\s|]+")).stream().map(Fields::role).collect(Collectors.toSet());
  }

  private static Optional<Optional<String>> mail(LinePlan plan, PeopleFile.Line line) {
    return read(plan, "mail", () -> Fields.mail(line.cell("mail").orElse("")));
  }

  private static Optional<String> department(LinePlan plan, PeopleFile.Line line) {
    return line.cell("department")
        .flatMap(text -> read(plan, "department", () -> Fields.department(text)));
  }

  private static List<String> cells(PeopleFile.Line line, String column) {
    return line.cell(column).stream()
        .flatMap(text -> List.of(text.split("\\|")).stream())
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private void planned(LinePlan plan, String field, String says, Runnable change) {
    read(plan, field, () -> allowed(() -> PeopleRights.plan(by, plan.id())))
        .ifPresent(yes -> plan.step(says, change));
  }

  private static boolean allowed(Runnable check) {
    check.run();
    return true;
  }

  /** What a cell says; a refusal becomes the line's fault. */
  private static <T> Optional<T> read(LinePlan plan, String field, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (Refusal refusal) {
      plan.fault(field, refusal.getMessage());
      return Optional.empty();
    }
  }

  static Map<String, Account> byId(List<Account> accounts) {
    return accounts.stream()
        .collect(
            Collectors.toMap(
                account -> account.id().toLowerCase(Locale.ROOT),
                Function.identity(),
                (one, other) -> one));
  }
}
