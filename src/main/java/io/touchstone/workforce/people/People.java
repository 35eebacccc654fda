package io.touchstone.workforce.people;

import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.security.Account;
import io.touchstone.platform.security.AccountMakers;
import io.touchstone.platform.security.Accounts;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Refusal;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People come, get their way in and their roles, and are confirmed. */
@Service
class People {

  private final Accounts accounts;
  private final AccountMakers makers;
  private final WaysIn ways;
  private final Workforce workforce;
  private final PersonRepository rows;
  private final AuditTrail audit;
  private final Clock clock;

  People(
      Accounts accounts,
      AccountMakers makers,
      WaysIn ways,
      Workforce workforce,
      PersonRepository rows,
      AuditTrail audit,
      Clock clock) {
    this.accounts = accounts;
    this.makers = makers;
    this.ways = ways;
    this.workforce = workforce;
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Somebody who is to be added.
   *
   * @param skills level by skill
   * @param way how the person gets in
   */
  record Newcomer(
      String id,
      String name,
      Optional<String> mail,
      Set<Role> roles,
      String department,
      Map<String, Double> skills,
      WaysIn.Way way) {}

  /**
   * Adds a person with an account, and as an annotator or reviewer with a place in planning.
   *
   * @throws Refusal 403 for roles that the caller may not give, 409 if the id is taken
   */
  @Transactional
  WaysIn.Entry add(Newcomer newcomer, Caller by) {
    PeopleRights.add(by, newcomer.roles());
    rows.oneAtATime();
    accounts.create(newcomer.id(), newcomer.name(), newcomer.mail(), newcomer.roles());
    rows.ensure(newcomer.id(), by.id(), clock.instant());
    record(
        by,
        "person_added",
        newcomer.id(),
        Map.of("roles", codes(newcomer.roles()), "way", newcomer.way().name().toLowerCase()));
    if (newcomer.roles().contains(Role.ANNOTATOR) || newcomer.roles().contains(Role.REVIEWER)) {
      register(newcomer.id(), newcomer.department(), newcomer.skills(), by);
    }
    return ways.open(newcomer.id(), newcomer.way(), by);
  }

  private void register(String id, String department, Map<String, Double> skills, Caller by) {
    workforce.register(new Annotator(id, department, true, false, skills), by.id());
  }

  /**
   * An account that was made elsewhere gets its place in planning: the one call that is missing.
   */
  @Transactional
  void putToWork(String id, String department, Map<String, Double> skills, Caller by) {
    PeopleRights.plan(by, id);
    Account account = require(id);
    if (!account.worksOnItems()) {
      throw new Refusal(
          409,
          "no-work-role",
          "This person is neither annotator nor reviewer. An administrator gives the role first.");
    }
    rows.oneAtATime();
    if (workforce.find(id).isPresent()) {
      throw new Refusal(409, "has-work", "This person has a place in planning already.");
    }
    rows.ensure(id, by.id(), clock.instant());
    register(id, department, skills, by);
  }

  /** What others see of the person. */
  @Transactional
  void describe(String id, String name, Optional<String> mail, Caller by) {
    Account account = require(id);
    PeopleRights.account(by, account, "change the name of somebody");
    if (!account.name().equals(name) || !account.mail().equals(mail)) {
      accounts.describe(id, name, mail);
      record(by, "person_described", id, Map.of());
    }
  }

  /**
   * Gives the account exactly these roles.
   *
   * @throws Refusal 403 unless an administrator does it for another; 409 if no administrator were
   *     left
   */
  @Transactional
  void setRoles(String id, Set<Role> roles, Caller by) {
    PeopleRights.roles(by, id);
    rows.oneAtATime();
    Account account = require(id);
    if (account.roles().equals(roles)) {
      return;
    }
    mustBeHere(id);
    if (account.roles().contains(Role.ADMINISTRATOR) && !roles.contains(Role.ADMINISTRATOR)) {
      mustNotBeTheLast(id);
    }
    accounts.setRoles(id, roles);
    rows.ensure(id, by.id(), clock.instant());
    record(by, "roles_set", id, Map.of("before", codes(account.roles()), "roles", codes(roles)));
  }

  void mustNotBeTheLast(String id) {
    boolean another =
        accounts.all().stream()
            .anyMatch(each -> each.roles().contains(Role.ADMINISTRATOR) && !each.id().equals(id));
    if (!another) {
      throw new Refusal(
          409, "last-administrator", "Without this person nobody would be administrator any more.");
    }
  }

  /** A new way in for somebody whose link is too old, or who has forgotten the password. */
  @Transactional
  WaysIn.Entry newEntry(String id, WaysIn.Way way, Caller by) {
    Account account = require(id);
    PeopleRights.account(by, account, "make a new way in for somebody");
    PeopleRights.notOneself(by, id, "Change your own password under Password in the bar.");
    rows.oneAtATime();
    mustBeHere(id);
    record(by, "way_in_made", id, Map.of("way", way.name().toLowerCase()));
    return ways.again(account, way, by);
  }

  /** An administrator says that the account is its owner's alone. */
  @Transactional
  void confirm(String id, Caller by) {
    by.mustBe("confirm accounts", Role.ADMINISTRATOR);
    require(id);
    makers.confirm(id, by.id());
    record(by, "account_confirmed", id, Map.of());
  }

  /** The account, or a refusal with 404. */
  Account require(String id) {
    return accounts
        .find(id)
        .orElseThrow(
            () ->
                new Refusal(
                    404, "unknown-person", "Nobody has that user id. GET /people lists all."));
  }

  /** Whether somebody has that user id. */
  boolean isKnown(String id) {
    return accounts.find(id).isPresent();
  }

  /**
   * @throws Refusal 409 for somebody who has left
   */
  void mustBeHere(String id) {
    if (rows.find(id).closed()) {
      throw new Refusal(
          409, "has-left", "This person has left. Take the leaving back before anything else.");
    }
  }

  private void record(Caller by, String action, String id, Map<String, ?> details) {
    audit.record(by.id(), action, "user:" + id, details);
  }

  private static List<String> codes(Set<Role> roles) {
    return roles.stream().map(Role::group).sorted().collect(Collectors.toList());
  }
}
