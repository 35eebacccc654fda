package io.touchstone.workforce.people;

import io.touchstone.platform.security.Account;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Refusal;
import java.util.Set;

/**
 * Who may do what with whom. A data manager adds annotators and plans with everybody who works; all
 * other roles come from an administrator; nobody gives oneself anything.
 */
final class PeopleRights {

  private PeopleRights() {}

  static void look(Caller by) {
    by.mustBe("see people", Role.DATA_MANAGER);
  }

  /** Skills, department, conflicts, time. */
  static void plan(Caller by, String personId) {
    by.mustBe("plan with people", Role.DATA_MANAGER);
    notOneself(by, personId, "Somebody else notes your skills, conflicts and time.");
  }

  static void add(Caller by, Set<Role> roles) {
    by.mustBe("add people", Role.DATA_MANAGER);
    if (roles.isEmpty()) {
      throw Fields.fault("roles", "Say what the person is going to do here: at least one role.");
    }
    if (!Set.of(Role.ANNOTATOR).containsAll(roles)) {
      by.mustBe("give any role but annotator", Role.ADMINISTRATOR);
    }
  }

  /**
   * Name, mail, way in, leaving: of those who label, a data manager; of others, an administrator.
   */
  static void account(Caller by, Account account, String action) {
    by.mustBe(action, Role.DATA_MANAGER);
    if (!account.labelsAtMost()) {
      by.mustBe(action + " who does more here than label", Role.ADMINISTRATOR);
    }
  }

  static void roles(Caller by, String personId) {
    by.mustBe("give roles", Role.ADMINISTRATOR);
    notOneself(by, personId, "Roles are given by another administrator, never by oneself.");
  }

  static void notOneself(Caller by, String personId, String sentence) {
    if (by.id().equals(personId)) {
      throw new Refusal(403, "not-for-oneself", sentence);
    }
  }
}
