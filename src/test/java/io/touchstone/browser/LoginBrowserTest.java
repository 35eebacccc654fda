package io.touchstone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.sun.net.httpserver.HttpServer;
import io.touchstone.Machine;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.password.PasswordGate;
import io.touchstone.platform.security.password.PasswordResets;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Logins, sessions and passwords as a real browser has them. */
class LoginBrowserTest extends SeatedTest {

  private static final String LOGIN_FORM = "form[name=signinForm]";
  private static final String PASSWORD = "touchstone-password";
  private static final String TOKENS = "touchstone-tokens";
  private static final String WORKBENCH = "touchstone-workbench";
  private static final String SAVED = WORKBENCH + " .saved";

  /** As long as a seat waits on a busy machine. */
  private static final LocatorAssertions.IsVisibleOptions PATIENT =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  /** Addresses of this machine as the gate knows them. */
  private static final List<String> HERE = List.of("127.0.0.1", "0000000000000000/64");

  @Autowired private JdbcClient database;
  @Autowired private PasswordGate gate;
  @Autowired private PasswordResets resets;

  @AfterEach
  void time_is_real_again() {
    ClockUtil.reset();
  }

  @Test
  void a_form_on_a_foreign_page_starts_no_batch_although_the_browser_sends_the_password()
      throws IOException {
    Road road = Road.of(beans, Options.standard());
    String dora = withPassword(road, "dora", Role.DATA_MANAGER);
    String ours = "touchstone.example:" + port;
    HttpServer foreign = foreignPage("http://" + ours + "/api/v1/projects/" + road.project());
    try (BrowserContext window = chromium.newWindow()) {
      Page page = window.newPage();
      page.navigate("http://" + dora + ":" + Seat.PASSWORD + "@" + ours + "/api/v1/projects");
      Response again = page.navigate("http://" + ours + "/api/v1/projects");
      assertThat(again.status()).as("the browser has remembered the password").isEqualTo(200);

      for (String type : List.of("text/plain", "multipart/form-data")) {
        page.navigate("http://foreign.example:" + foreign.getAddress().getPort() + "/?" + type);
        Response answer =
            page.waitForResponse(
                response -> response.url().endsWith("/batches"),
                () -> page.locator("button").click());

        assertThat(answer.request().headerValue("sec-fetch-site"))
            .as("on plain http the browser does not say where the page is from")
            .isNull();
        assertThat(answer.status()).isEqualTo(403);
        page.waitForLoadState();
        assertThat(page.locator("body").innerText())
            .contains("A page of another site may not call this interface.");
      }
    } finally {
      foreign.stop(0);
    }
    assertThat(batches(road)).isZero();
  }

  private static HttpServer foreignPage(String project) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String page =
              "<!doctype html><form method=post enctype='%s' action='%s/batches'><input type=hidden name='{\"text\":\"red' value='thing\"}'><button>Win</button></form>"
                  .formatted(exchange.getRequestURI().getQuery(), project);
          byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  private long batches(Road road) {
    return database
        .sql("select count(*) from touchstone.batch where project_key = ?")
        .param(road.project())
        .query(Long.class)
        .single();
  }

  @Test
  void a_tasklist_that_nobody_uses_polls_until_its_session_ends() {
    Road road = Road.of(beans, Options.standard());
    String nora = withPassword(road, "nora", Role.ANNOTATOR);

    at(
        nora,
        seat -> {
          assertThat(seat.page().locator(".task-filters, .tasks-list").first()).isVisible(PATIENT);
          for (int minutes = 10; minutes <= 20; minutes += 10) {
            ClockUtil.offset(minutes * 60_000L);
            long polls = polls(seat, 200);
            seat.read(120);
            await(seat, () -> polls(seat, 200) > polls);
          }
          assertThat(seat.page().locator(LOGIN_FORM)).not().isVisible();

          ClockUtil.offset(31 * 60_000L);
          seat.read(120);

          assertThat(seat.page().locator(LOGIN_FORM)).isVisible(PATIENT);
          assertThat(seat.answers())
              .filteredOn(answer -> answer.status() == 401)
              .isNotEmpty()
              .first()
              .satisfies(answer -> assertThat(answer.body()).contains("/problems/session-ended"));
        });
  }

  @Test
  void a_task_that_is_left_open_and_a_page_that_refreshes_itself_keep_no_session_alive() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(1)).receiveThings(4);
    String nuri = withPassword(road, "nuri", Role.ANNOTATOR);
    String dean = knowing(road, withPassword(road, "dean", Role.DATA_MANAGER));
    road.annotators("nuri").untilItRests();

    at(
        nuri,
        seat -> {
          seat.open("Label items", road.batchId()).sees(WORKBENCH, "Item 1 of 4");
          leftFor31Minutes(seat, "/task/");
          assertThat(seat.page().locator(LOGIN_FORM)).isVisible(PATIENT);
        });
    ClockUtil.reset();
    at(
        dean,
        seat -> {
          seat.go("/batches", "touchstone-batches").sees("touchstone-batches", road.batchId());
          leftFor31Minutes(seat, "/v1/batches");
          seat.sees("touchstone-batches .stale", "Your session has ended, log in again");
        });
  }

  /** The page asks for this all the time by itself, and nobody does anything. */
  private static void leftFor31Minutes(Seat seat, String asked) {
    for (int minutes = 10; minutes <= 20; minutes += 10) {
      ClockUtil.offset(minutes * 60_000L);
      Runnable tenMinutesPass = () -> seat.read(600);
      Response answer = seat.page().waitForResponse(it -> it.url().contains(asked), tenMinutesPass);
      assertThat(answer.status()).isEqualTo(200);
    }
    ClockUtil.offset(31 * 60_000L);
    seat.read(660);
  }

  private static long polls(Seat seat, int status) {
    return seat.answers().stream()
        .filter(answer -> answer.path().contains("/filter/") && answer.status() == status)
        .count();
  }

  /** Lets the browser's events come in until it is so. */
  private static void await(Seat seat, java.util.function.BooleanSupplier so) {
    seat.page().waitForCondition(so);
  }

  @Test
  void whose_password_was_set_is_told_at_the_login_and_changes_it_on_the_page() {
    Road road = Road.of(beans, Options.standard());
    String dora = withPassword(road, "dina", Role.DATA_MANAGER);
    resets.note(dora, "root");

    at(
        dora,
        seat -> {
          seat.sees(PASSWORD, "Somebody set your password")
              .sees(PASSWORD, "was set by root on")
              .sees(PASSWORD, "your account approves nothing");
          assertThat(seat.barriers(PASSWORD)).isEmpty();
          seat.photograph(Path.of("target", "password-notice.png"));
          seat.page().locator(PASSWORD + " input").first().focus();
          seat.type(Seat.PASSWORD).press("Tab").type("password1234").press("Enter");
          seat.sees(PASSWORD + " .message", "That password is too easy to guess");
          seat.page().locator(PASSWORD + " input").nth(1).fill("loud granite staircase");
          seat.press("Enter").sees(PASSWORD, "Your password is changed");
          assertThat(seat.barriers(PASSWORD)).isEmpty();
          seat.press("Enter");
          assertThat(seat.page().locator(LOGIN_FORM)).isVisible(PATIENT);
          assertThat(seat.complaints())
              .allMatch(complaint -> complaint.matches(".*status of (401|422) .*"));
        });
    assertThat(directory.login(dora, "loud granite staircase")).isPresent();
  }

  @Test
  void an_ended_session_says_so_in_the_login_form_and_the_login_leads_back_to_the_same_item() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(1).itemsPerPackage(4));
    String nils = withPassword(road, "nils", Role.ANNOTATOR);
    road.annotators("nils").receiveThings(4).untilItRests();
    at(
        nils,
        seat -> {
          seat.open("Label items", road.batchId()).sees(WORKBENCH, "Item 1 of 4");
          seat.read(5).press("1").sees(WORKBENCH, "Item 2 of 4");
          seat.read(5).press("2").sees(WORKBENCH, "Item 3 of 4");
          seat.press("k").sees(WORKBENCH, "Item 2 of 4").read(1).sees(SAVED, "All changes");

          ClockUtil.offset(31 * 60_000L);
          seat.read(120);
          assertThat(seat.page().locator(LOGIN_FORM)).isVisible(PATIENT);
          seat.sees(".touchstone-session-end", "Nothing was done for too long");
          seat.photograph(Path.of("target", "session-ended.png"));
          seat.fillLogin(nils);

          seat.sees(WORKBENCH, "Item 2 of 4").hasLabel("Blue");
          seat.reload().sees(WORKBENCH, "Item 3 of 4");
        });
  }

  @Test
  void a_logout_says_nothing_of_an_ended_session_and_a_wrong_password_what_is_true() {
    Road road = Road.of(beans, Options.standard());
    String nia = withPassword(road, "nia", Role.ANNOTATOR);
    try (Seat seat = new Seat(chromium, port)) {
      seat.logIn(nia + "x");
      seat.sees("body", "The user name or the password is not right");
      assertThat(seat.text("body")).doesNotContain("Log in first");
      seat.photograph(Path.of("target", "login-refused.png"));
      seat.fillLogin(nia);
      assertThat(seat.page().locator(".task-filters, .tasks-list").first()).isVisible(PATIENT);

      seat.page().locator(".account .dropdown-toggle").click();
      seat.page().locator("li.logout a").click();

      assertThat(seat.page().locator(LOGIN_FORM)).isVisible(PATIENT);
      assertThat(seat.page().locator(".touchstone-session-end")).hasCount(0);
    }
  }

  @Test
  void the_page_of_the_profile_changes_the_password() {
    Road road = Road.of(beans, Options.standard());
    String nino = withPassword(road, "nino", Role.ANNOTATOR);
    at(
        nino,
        seat -> {
          assertThat(seat.page().locator(".task-filters, .tasks-list").first()).isVisible(PATIENT);
          seat.page().navigate("http://localhost:" + port + "/camunda/app/welcome/default/");
          seat.page().getByText("Change password").first().click();
          seat.photograph(Path.of("target", "profile.png"));
          fillChange(seat, Seat.PASSWORD, "password12345");
          seat.sees("body", "That password is too easy to guess");
          fillChange(seat, Seat.PASSWORD, "loud granite staircase");
          seat.sees("body", "Password changed");
          seat.photograph(Path.of("target", "profile-changed.png"));
        });
    assertThat(directory.login(nino, "loud granite staircase")).isPresent();
  }

  @Test
  void a_token_is_made_on_the_page_shown_once_and_revoked() {
    Road road = Road.of(beans, Options.standard());
    String toni = withPassword(road, "toni", Role.DATA_MANAGER);
    at(
        toni,
        seat -> {
          seat.page().locator("a[href='#/tokens']").click();
          seat.sees(TOKENS, "You have none.");
          assertThat(seat.barriers(TOKENS)).isEmpty();
          seat.page().locator(TOKENS + " input[type=text]").fill("nightly delivery");
          seat.page().locator(TOKENS + " input[value=deliver]").check();
          seat.page().locator(TOKENS + " button[type=submit]").click();
          seat.sees(TOKENS, "It is shown this once");
          seat.photograph(Path.of("target", "token-made.png"));
          String secret = seat.text(TOKENS + " .secret code >> nth=0");
          assertThat(readsProjects(secret)).isEqualTo(200);
          assertThat(seat.barriers(TOKENS)).isEmpty();

          seat.reload().sees(TOKENS, "nightly delivery");
          assertThat(seat.text(TOKENS)).doesNotContain(secret);
          seat.photograph(Path.of("target", "tokens.png"));
          seat.page().getByText("Revoke").first().click();
          seat.page().getByText("Revoke for good").click();
          seat.sees(TOKENS, "revoked by " + toni);
          assertThat(readsProjects(secret)).isEqualTo(401);
          assertThat(seat.complaints()).isEmpty();
        });
  }

  private int readsProjects(String secret) {
    return new Machine(port)
        .call("GET", "/api/v1/projects", "", "Authorization", "Bearer " + secret)
        .statusCode();
  }

  private static void fillChange(Seat seat, String current, String replacement) {
    List<String> values = List.of(current, replacement, replacement);
    for (int i = 0; i < values.size(); i++) {
      seat.page().locator("input[type=password]").nth(i).fill(values.get(i));
    }
    seat.press("Enter");
  }

  @Test
  void too_many_logins_are_told_so_in_the_login_form() throws Exception {
    Road road = Road.of(beans, Options.standard());
    String nora = withPassword(road, "nell", Role.ANNOTATOR);
    List<PasswordGate.Turn> held = new ArrayList<>();
    List<CompletableFuture<Void>> waiting = new ArrayList<>();
    AtomicBoolean full = new AtomicBoolean(true);
    int processors = Runtime.getRuntime().availableProcessors();
    for (int i = 0; i < Math.max(1, processors / 2); i++) {
      held.add(gate.enter("192.0.2.1", "others"));
    }
    for (String address : HERE) {
      for (int i = 0; i < 2; i++) {
        waiting.add(CompletableFuture.runAsync(() -> comesAgain(address, nora, full)));
      }
    }
    try (Seat seat = new Seat(chromium, port)) {
      seat.logIn(nora).sees("body", "Too many logins at the moment; this one was not tried.");
      seat.photograph(Path.of("target", "login-busy.png"));
      assertThat(seat.answers())
          .filteredOn(answer -> answer.path().contains("/login/"))
          .extracting(Seat.Answer::status)
          .containsExactly(429);
    } finally {
      full.set(false);
      held.forEach(PasswordGate.Turn::end);
      CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).get();
    }
  }

  /** However slow the machine is, who has waited too long stands in the line again. */
  private void comesAgain(String address, String name, AtomicBoolean full) {
    while (full.get()) {
      try {
        gate.enter(address, name).end();
      } catch (Refusal waitedTooLong) {
        assertThat(waitedTooLong.status()).isEqualTo(429);
      }
    }
  }
}
