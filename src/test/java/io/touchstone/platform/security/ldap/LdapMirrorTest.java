package io.touchstone.platform.security.ldap;

import static io.touchstone.platform.security.ldap.DirectoryInMemory.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPException;
import io.touchstone.Browser;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.platform.LdapSettings;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.web.Refusal;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * People of a directory that speaks LDAP, through the doors of the product. The mirror joins the
 * running application for a test as it does at a start whose settings name a directory.
 */
class LdapMirrorTest extends IntegrationTest {

  private static final String BEAN = "ldapMirror";
  private static final String OURS = "/camunda/api/touchstone/v1/projects";
  private static final String PASSWORD = "kept by the house";
  private static int people;

  @Autowired private DefaultListableBeanFactory beans;
  @Autowired private ObjectProvider<Directory> accounts;
  @Autowired private Directory directory;
  @Autowired private DirectoryPeople known;
  @Autowired private ProjectAccess access;
  @Autowired private MirrorLog record;
  @Autowired private Clock clock;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private IdentityService identity;
  @Autowired private JdbcClient database;
  @LocalServerPort private int port;

  private DirectoryInMemory house;
  private LdapMirror mirror;
  private String anna;
  private String entry;

  @BeforeEach
  void a_directory_with_anna() throws LDAPException {
    database.sql("delete from touchstone.directory_person").update();
    house = new DirectoryInMemory();
    anna = "anna.ldap-" + ++people + "@house";
    entry = house.person(anna, "Anna Schmidt", PASSWORD);
    house.group("labelling", List.of(entry));
    join(mapping("labelling", "annotator", "support-tickets", "not-yet-made"));
  }

  @AfterEach
  void the_directory_leaves() {
    ClockUtil.reset();
    beans.destroySingleton(BEAN);
    house.close();
  }

  private void join(LdapSettings.Mapping... mapping) {
    mirror =
        new LdapMirror(
            house.settings(mapping), known, accounts, access, record, clock, transactions);
    if (beans.containsSingleton(BEAN)) {
      beans.destroySingleton(BEAN);
    }
    beans.registerSingleton(BEAN, mirror);
  }

  @Test
  void who_was_never_here_logs_in_at_once_with_the_role_of_the_group_in_capitals_too() {
    assertThat(login(anna.toUpperCase(java.util.Locale.ROOT), PASSWORD).statusCode())
        .isEqualTo(200);

    assertThat(directory.find(anna).orElseThrow().roles()).containsExactly(Role.ANNOTATOR);
    assertThat(identity.createUserQuery().userId(anna).singleResult().getLastName())
        .isEqualTo("Schmidt");
    assertThat(basic(anna, PASSWORD).statusCode()).isEqualTo(200);
    assertThat(basic(anna, PASSWORD).statusCode()).as("from what is remembered").isEqualTo(200);
    assertThat(events(anna)).containsSubsequence("system person_mirrored", anna + " logged_in");
    assertThat(stored(anna)).as("no password is kept here").isEmpty();
  }

  @Test
  void a_wrong_password_makes_wait_as_for_own_accounts_and_none_is_never_right() {
    assertThat(login(anna, "wrong").statusCode()).isEqualTo(401);
    assertThat(login(anna, PASSWORD).statusCode()).as("must wait").isEqualTo(401);
    ClockUtil.offset(5_000L);
    assertThat(login(anna, "").statusCode()).as("an anonymous login").isEqualTo(401);
    ClockUtil.offset(65_000L);

    assertThat(login(anna, PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void whoever_is_disabled_is_out_with_the_next_comparison_and_comes_back_as_before()
      throws LDAPException {
    mirror.mirror();
    Browser browser = loggedIn();
    assertThat(basic(anna, PASSWORD).statusCode()).isEqualTo(200);
    assertThat(directory.members(Role.ANNOTATOR)).contains(anna);

    house.disable(entry);
    assertThat(mirror.mirror()).contains(new LdapMirror.Outcome(0, 0, 1, 0));

    assertThat(browser.get(OURS).body()).contains("/problems/session-ended", "is closed");
    assertThat(basic(anna, PASSWORD).statusCode()).isEqualTo(401);
    assertThat(login(anna, PASSWORD).statusCode()).isEqualTo(401);
    assertThat(directory.members(Role.ANNOTATOR)).doesNotContain(anna);
    assertThat(events(anna)).contains("system person_left");

    house.enable(entry);
    ClockUtil.offset(65_000L);
    assertThat(login(anna, PASSWORD).statusCode()).isEqualTo(200);
    assertThat(directory.find(anna).orElseThrow().roles()).containsExactly(Role.ANNOTATOR);
  }

  @Test
  void a_password_changed_there_ends_sessions_and_what_is_remembered() throws LDAPException {
    Browser browser = loggedIn();
    assertThat(basic(anna, PASSWORD).statusCode()).isEqualTo(200);

    house.password(entry, "another one of the house");
    mirror.mirror();

    assertThat(browser.get(OURS).body()).contains("/problems/session-ended", "was changed");
    assertThat(basic(anna, PASSWORD).statusCode()).isEqualTo(401);
    ClockUtil.offset(5_000L);
    assertThat(basic(anna, "another one of the house").statusCode()).isEqualTo(200);
  }

  @Test
  void while_the_directory_is_down_its_people_are_told_so_and_an_administrator_gets_in() {
    mirror.mirror();
    house.server.shutDown(true);

    HttpResponse<String> refused = login(anna, PASSWORD);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("/problems/directory-down").doesNotContain("ENGINE");
    assertThat(basic(anna, PASSWORD).statusCode()).isEqualTo(503);
    assertThat(login("admin", "Test-Password-1").statusCode()).isEqualTo(200);
    assertThat(mirror.mirror()).as("nobody leaves").isEmpty();
    assertThat(directory.find(anna).orElseThrow().roles()).containsExactly(Role.ANNOTATOR);
  }

  @Test
  void an_account_of_this_installation_is_never_taken_over() throws LDAPException {
    String own = anna + "own";
    directory.add(own, "Own", Optional.of("quiet marble staircase"), Set.of(Role.AUDITOR));
    String foreign = house.person(own, "Foreign", PASSWORD);
    String admin = house.person("Admin", "Foreign", PASSWORD);
    house.group("bosses", List.of(foreign, admin));
    join(mapping("bosses", "camunda-admin"));

    mirror.mirror();

    assertThat(directory.find(own).orElseThrow().roles()).containsExactly(Role.AUDITOR);
    assertThat(login(own, PASSWORD).statusCode()).isEqualTo(401);
    assertThat(login("admin", PASSWORD).statusCode()).isEqualTo(401);
    ClockUtil.offset(5_000L);
    assertThat(directory.login(own, "quiet marble staircase")).isPresent();
  }

  @Test
  void roles_follow_the_groups_and_who_is_in_none_is_nobody() throws LDAPException {
    String ben = "ben" + anna;
    String benEntry = house.person(ben, "Ben", PASSWORD);
    house.group("auditing", List.of(entry, benEntry));
    house.person("nobody" + anna, "No Body", PASSWORD);
    join(
        mapping("labelling", "annotator", "support-tickets", "not-yet-made"),
        mapping("auditing", "auditor", "*"),
        mapping("gone", "auditor"));

    mirror.mirror();

    assertThat(directory.find(anna).orElseThrow().roles())
        .containsExactlyInAnyOrder(Role.ANNOTATOR, Role.AUDITOR);
    assertThat(directory.find(ben).orElseThrow().roles()).containsExactly(Role.AUDITOR);
    assertThat(directory.find("nobody" + anna)).isEmpty();
    assertThat(access.named(anna)).isEqualTo(new KnownProjects(true, Set.of("support-tickets")));
    assertThat(access.named(ben).all()).isTrue();
    assertThat(login("nobody" + anna, PASSWORD).statusCode()).isEqualTo(401);

    house.server.delete("cn=auditing,ou=groups," + DirectoryInMemory.BASE);
    mirror.mirror();
    assertThat(directory.find(anna).orElseThrow().roles()).containsExactly(Role.ANNOTATOR);
    assertThat(directory.find(ben).orElseThrow().roles()).isEmpty();
    assertThat(access.named(anna)).isEqualTo(new KnownProjects(false, Set.of("support-tickets")));
    assertThat(access.named(ben)).isEqualTo(new KnownProjects(false, Set.of()));
  }

  @Test
  void of_a_directory_that_answers_half_nobody_is_believed_gone() throws LDAPException {
    List<String> entries = new ArrayList<>(List.of(entry));
    for (int i = 0; i < 60; i++) {
      entries.add(house.person("p" + i + anna, "Person " + i, PASSWORD));
    }
    house.server.delete("cn=labelling,ou=groups," + DirectoryInMemory.BASE);
    house.group("labelling", entries);
    assertThat(mirror.mirror()).contains(new LdapMirror.Outcome(61, 61, 0, 0));
    assertThat(mirror.mirror()).as("nothing to do").contains(new LdapMirror.Outcome(61, 0, 0, 0));

    for (String each : entries.subList(1, 32)) {
      house.disable(each);
    }
    assertThat(mirror.mirror()).contains(new LdapMirror.Outcome(30, 0, 0, 31));
    assertThat(directory.find("p0" + anna).orElseThrow().roles()).containsExactly(Role.ANNOTATOR);

    for (String each : entries.subList(1, 27)) {
      house.enable(each);
    }
    assertThat(mirror.mirror()).as("few have left").contains(new LdapMirror.Outcome(56, 0, 5, 0));
  }

  @Test
  void two_hundred_hostile_names_open_nothing_and_find_nobody() {
    mirror.mirror();
    Set<String> names = HostileNames.of(anna);
    assertThat(names).hasSizeGreaterThanOrEqualTo(200);
    long before = accountsOfTheEngine();

    for (String name : names) {
      assertThat(directory.login(name, PASSWORD)).as(name).isEmpty();
    }

    assertThat(accountsOfTheEngine()).isEqualTo(before);
    assertThat(directory.login(anna, PASSWORD)).as("nobody was made to wait").isPresent();
  }

  @Test
  void people_of_the_directory_change_their_password_there() {
    Browser browser = loggedIn();

    HttpResponse<String> answer =
        browser.json(
            "POST",
            "/camunda/api/touchstone/v1/me/password",
            "{\"current\":\"" + PASSWORD + "\",\"new\":\"loud granite staircase\"}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("/problems/password-elsewhere", "Change it there");
  }

  @Test
  void the_directory_itself_says_when_it_cannot_be_asked() {
    mirror.mirror();
    house.server.shutDown(true);

    assertThatThrownBy(() -> mirror.isRight(anna, PASSWORD))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("does not answer");
  }

  private Browser loggedIn() {
    Browser browser = new Browser(port);
    assertThat(browser.login("tasklist", anna, PASSWORD).statusCode()).isEqualTo(200);
    return browser;
  }

  private HttpResponse<String> login(String name, String password) {
    return new Browser(port).login("tasklist", name, password);
  }

  private HttpResponse<String> basic(String name, String password) {
    return new Machine(port)
        .call("GET", "/api/v1/projects", "", "Authorization", Machine.basic(name, password));
  }

  private long accountsOfTheEngine() {
    return identity.createUserQuery().count();
  }

  private List<String> stored(String user) {
    return database
        .sql("select pwd_ from act_id_user where id_ = ? and pwd_ is not null")
        .param(user)
        .query(String.class)
        .list();
  }

  private List<String> events(String user) {
    return database
        .sql(
            """
            select actor || ' ' || action from touchstone.audit_event
            where object = ? order by seq
            """)
        .param("user:" + user)
        .query(String.class)
        .list();
  }
}
