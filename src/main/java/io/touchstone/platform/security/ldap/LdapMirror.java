package io.touchstone.platform.security.ldap;

import io.touchstone.platform.LdapSettings;
import io.touchstone.platform.crypto.Sha256;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.OutsideDirectory;
import io.touchstone.platform.security.ldap.DirectoryPeople.Known;
import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.web.Refusal;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the directory's people over into the store of accounts: everybody each minute, who logs in
 * at that moment. Of a directory that does not answer, answers half, or has lost a large part of
 * its people nobody is believed gone. An account of this installation is never taken over, whatever
 * the directory calls its people.
 */
class LdapMirror implements OutsideDirectory {

  private static final Logger log = LoggerFactory.getLogger(LdapMirror.class);

  /** So few may leave at once whatever the share. */
  private static final int FEW = 5;

  /** In a mapping: all projects there are and will be. */
  private static final String EVERY_PROJECT = "*";

  /** The mark of whoever has left; no login has it. */
  private static final String LEFT = "left";

  private final LdapServer server;
  private final LdapPeople people;
  private final LdapSettings settings;
  private final DirectoryPeople known;
  private final ObjectProvider<Directory> accounts;
  private final ProjectAccess access;
  private final MirrorLog record;
  private final Clock clock;
  private final TransactionTemplate turn;
  private final TransactionTemplate each;

  LdapMirror(
      LdapSettings settings,
      DirectoryPeople known,
      ObjectProvider<Directory> accounts,
      ProjectAccess access,
      MirrorLog record,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.settings = settings;
    this.server = new LdapServer(settings, clock);
    this.people = new LdapPeople(server, settings);
    this.known = known;
    this.accounts = accounts;
    this.access = access;
    this.record = record;
    this.clock = clock;
    this.turn = new TransactionTemplate(transactions);
    this.each = new TransactionTemplate(transactions);
    this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * What one comparison came to.
   *
   * @param written people who came or changed
   * @param left people who are gone
   * @param doubted people who are missing and are not believed gone
   */
  record Outcome(int people, int written, int left, int doubted) {}

  @Scheduled(initialDelay = 5_000, fixedDelay = 60_000)
  void everyMinute() {
    turn.executeWithoutResult(
        status -> {
          if (known.isMyTurn()) {
            mirror();
          }
        });
  }

  /** Compares everybody; empty if the directory has not answered to the end. */
  Optional<Outcome> mirror() {
    LdapPeople.All all;
    try {
      all = people.all();
    } catch (DirectoryFault e) {
      log.warn("directory_unread code={}", e.getMessage());
      return Optional.empty();
    }
    all.missing().forEach(group -> log.warn("directory_group_missing group={}", group));
    if (all.unusable() > 0) {
      log.warn("directory_people_skipped reason=unusable-id people={}", all.unusable());
    }
    Outcome outcome = compare(all.people(), known.all());
    if (outcome.written() + outcome.left() > 0) {
      log.info(
          "directory_mirrored people={} written={} left={}",
          outcome.people(),
          outcome.written(),
          outcome.left());
    }
    return Optional.of(outcome);
  }

  private Outcome compare(Map<String, LdapPerson> there, Map<String, Known> before) {
    int written = 0;
    Set<String> existing = existing();
    for (LdapPerson person : there.values()) {
      if (write(person.within(existing), Optional.ofNullable(before.get(person.id())))) {
        written++;
      }
    }
    Set<String> missing = new HashSet<>();
    before.values().stream().filter(Known::active).forEach(one -> missing.add(one.id()));
    long active = missing.size();
    missing.removeAll(there.keySet());
    if (missing.size() > Math.max(FEW, active * settings.mostLeaving() / 100)) {
      log.warn("directory_doubted people={} missing={}", active, missing.size());
      return new Outcome(there.size(), written, 0, missing.size());
    }
    missing.forEach(this::leave);
    return new Outcome(there.size(), written, missing.size(), 0);
  }

  /** Whether there was anything to write. */
  private boolean write(LdapPerson person, Optional<Known> before) {
    boolean same =
        before.filter(one -> one.active() && one.print().equals(person.print())).isPresent();
    if (same) {
      return false;
    }
    if (before.isEmpty() && accounts.getObject().find(person.id()).isPresent()) {
      log.warn("directory_person_skipped user={} reason=local-account", person.id());
      return false;
    }
    each.executeWithoutResult(
        status -> {
          known.save(person, mark(person, before), clock.instant());
          accounts.getObject().mirror(person.id(), person.name(), person.grants().roles());
          access.set(person.id(), known(person.grants().projects()));
          record.mirrored(person.id(), person.grants().roles(), person.grants().projects());
        });
    return true;
  }

  /** Of a person who is there all the time the same until the password changes. */
  private String mark(LdapPerson person, Optional<Known> before) {
    String coming =
        before.filter(Known::active).flatMap(one -> known.mark(one.id())).orElse("").split(":")[0];
    String visit = coming.isEmpty() ? UUID.randomUUID().toString() : coming;
    return visit + ":" + Sha256.hex(person.changed());
  }

  /** A project that is made later is known to its people from the next comparison on. */
  private Set<String> existing() {
    Set<String> named = people.projects();
    Set<String> existing = new TreeSet<>(access.existing(named));
    existing.add(EVERY_PROJECT);
    named.stream()
        .filter(key -> !existing.contains(key))
        .forEach(key -> log.warn("directory_project_missing project={}", key));
    return existing;
  }

  private static KnownProjects known(Set<String> projects) {
    Set<String> keys = new TreeSet<>(projects);
    boolean all = keys.remove(EVERY_PROJECT);
    return new KnownProjects(all, keys);
  }

  private void leave(String id) {
    each.executeWithoutResult(
        status -> {
          if (known.left(id, LEFT, clock.instant())) {
            accounts.getObject().mirror(id, "", Set.of());
            access.set(id, known(Set.of()));
            record.left(id);
          }
        });
  }

  @Override
  public void arrive(String userId) {
    String id = userId.toLowerCase(Locale.ROOT);
    if (!LdapPerson.isUsable(id)) {
      return;
    }
    Optional<Known> before = known.find(id);
    if (before.isEmpty() && accounts.getObject().find(id).isPresent()) {
      return;
    }
    try {
      Optional<LdapPerson> found = people.find(id);
      found.ifPresent(person -> write(person.within(existing()), before));
      if (found.isEmpty() && before.isPresent()) {
        leave(id);
      }
    } catch (DirectoryFault e) {
      log.warn("directory_unread code={}", e.getMessage());
    }
  }

  @Override
  public boolean keeps(String userId) {
    return known.mark(userId).isPresent();
  }

  @Override
  public boolean isRight(String userId, String password) {
    Optional<Known> person = known.find(userId).filter(Known::active);
    if (person.isEmpty()) {
      return false;
    }
    try {
      return server.letsIn(person.get().dn(), password);
    } catch (DirectoryFault e) {
      log.warn("directory_unasked code={}", e.getMessage());
      throw new Refusal(
          503,
          "directory-down",
          "Your organisation's directory does not answer, so your password could not be compared."
              + " Nothing was counted against you; try again in a minute.");
    }
  }

  @Override
  public Optional<String> mark(String userId) {
    return known.mark(userId);
  }
}
