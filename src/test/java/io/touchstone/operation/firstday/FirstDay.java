package io.touchstone.operation.firstday;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import io.touchstone.Machine;
import io.touchstone.operation.StartedApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * The first day of an organisation on an empty installation: nobody but the administrator is there,
 * no file is edited, no row written, nothing restarted. What an administrator, a data manager, an
 * officer, a reviewer and an approver do is done by clicks in a browser; most of the labelling is
 * done by simulated people who make the calls of the editor.
 */
final class FirstDay {

  private static final String PEOPLE = "touchstone-people ";
  private static final String PROJECTS = "touchstone-projects ";
  private static final String BATCHES = "touchstone-batches ";
  private static final String REVIEW = "touchstone-privacy-review ";
  private static final String WORKBENCH = "touchstone-workbench ";
  private static final String PROJECT = "bank-questions";

  private final StartedApplication application;
  private final Questions questions;
  private final Path folder;
  private final Path pictures;
  private final int rows;
  private final int port;
  private final AtomicInteger clicks = new AtomicInteger();
  private final Map<String, String> links = new LinkedHashMap<>();
  private long begin;
  private String batch = "";

  /**
   * What the day came to.
   *
   * @param clicksToDelivery from the first login to the first delivered batch
   * @param minutesToDelivery likewise
   * @param batch its id
   * @param token with which a program may read
   * @param zip the version as it was downloaded by one click
   */
  record Outcome(
      int clicksToDelivery, double minutesToDelivery, String batch, String token, Path zip) {}

  FirstDay(
      StartedApplication application, Questions questions, Path folder, Path pictures, int rows)
      throws IOException {
    this.application = application;
    this.questions = questions;
    this.folder = folder;
    this.pictures = Files.createDirectories(pictures);
    this.rows = rows;
    this.port = Integer.parseInt(application.await("ready url=\\S+ port=(\\d+)"));
  }

  int port() {
    return port;
  }

  static String password(String user) {
    return "Harbour-Lantern-" + Math.floorMod(user.hashCode(), 10_000);
  }

  Outcome play() throws IOException {
    begin = System.nanoTime();
    administratorAddsHerTeam();
    links.forEach(this::choosesPassword);
    int delivered;
    double minutes;
    try (Colleague dana = at("dana")) {
      dana.photograph("dana-first");
      makesProject(dana);
      addsAnnotators(dana);
      deliver(dana);
      delivered = clicks.get();
      minutes = minutes();
      say("delivered");
    }
    links.forEach(this::choosesPassword);
    officerReviews();
    label();
    Path zip = approverPublishesAndFetches();
    return new Outcome(delivered, minutes, batch, token(), zip);
  }

  private void administratorAddsHerTeam() throws IOException {
    String password =
        Files.readString(application.data().resolve("first-run.txt")).split("\\s+")[1];
    try (Colleague admin = window().logIn("admin", password)) {
      admin.photograph("admin-first").click("a[href='#/people']").sees(PEOPLE, "Who is here");
      admin.photograph("people-empty").click(PEOPLE + ".head .button.primary");
      add(admin, "dana", "Dana Dale", "datamanager");
      add(admin, "vera", "Vera Voss", "datamanager");
      add(admin, "otto", "Otto Ober", "privacyofficer");
      add(admin, "rita", "Rita Roth", "reviewer");
      admin.photograph("people-added");
      assertThat(admin.complaints()).isEmpty();
    }
    say("administrator has added four");
  }

  private void add(Colleague admin, String id, String name, String role) {
    admin
        .fill(PEOPLE + "#add form input >> nth=0", id)
        .fill(PEOPLE + "#add form input >> nth=1", name);
    admin.tick(PEOPLE + "#add input[name=roles][value=annotator]", false);
    admin.tick(PEOPLE + "#add input[name=roles][value=" + role + "]", true);
    admin.tick(PEOPLE + "#add input[name=knows][value=all]", true);
    admin.click(PEOPLE + "#add button[type=submit]").sees(PEOPLE + "#add .entry", id + " is added");
    links.put(id, admin.at(PEOPLE + ".secret input").inputValue());
  }

  private void choosesPassword(String user, String link) {
    try (Colleague person = window()) {
      person.choosePassword(link.replaceAll("^https?://[^/]+", address()), password(user));
    }
  }

  private void makesProject(Colleague dana) throws IOException {
    Path gold = folder.resolve("gold.jsonl");
    questions.writeGold(gold, 40);
    dana.click("a[href='#/projects']").sees(PROJECTS + ".head h1", "Projects");
    dana.photograph("projects-empty");
    dana.tick(PROJECTS + "input[value='template:empty']", true);
    dana.fill(PROJECTS + "#begin-name", "Bank questions").photograph("project-begin");
    dana.press("Enter").sees(PROJECTS + ".head h1", "Bank questions");
    dana.fill(PROJECTS + "#f-description", "What does the customer want to know?");
    dana.fill(PROJECTS + "#paste", questions.labelNames());
    dana.click(PROJECTS + "button:text-is('Take the list')");
    dana.sees(PROJECTS + "#labels", "77 of at most 1,000 labels");
    dana.file(PROJECTS + "#gold-file", gold).sees(PROJECTS + "#gold table", "gold-40");
    dana.click(PROJECTS + "button:text-is('Check again')")
        .sees(PROJECTS + ".clean", "Nothing is wrong");
    dana.photograph("project-editor").click(PROJECTS + "button:text-is('Publish')");
    dana.sees(PROJECTS + "#all", "Bank questions").photograph("projects");
    assertThat(dana.complaints()).isEmpty();
    say("project is published");
  }

  private void addsAnnotators(Colleague dana) throws IOException {
    links.clear();
    dana.click("a[href='#/people']").sees(PEOPLE, "Who is here");
    dana.click(PEOPLE + ".head .button.primary");
    dana.fill(PEOPLE + "#add form input >> nth=0", "ann1")
        .fill(PEOPLE + "#add form input >> nth=1", "Ann 1");
    dana.fill(PEOPLE + "#add .wide input[type=text]", PROJECT);
    dana.press("Enter").sees(PEOPLE + "#add .entry", "ann1 is added");
    links.put("ann1", dana.at(PEOPLE + ".secret input").inputValue());
    StringBuilder csv = new StringBuilder("id,name,department,skills,conflicts\n");
    IntStream.rangeClosed(2, 8)
        .forEach(
            i ->
                csv.append(
                    "ann%d,Ann %d,desk %d,%s,%s\n"
                        .formatted(i, i, i % 3, PROJECT, i == 2 ? "person:ann3" : "")));
    Path list = Files.writeString(folder.resolve("team.csv"), csv);
    dana.click(PEOPLE + "button[aria-controls=file]").file(PEOPLE + "#file input[type=file]", list);
    dana.click(PEOPLE + "#file button[type=submit]").sees(PEOPLE + "#file", "7 new");
    dana.photograph("list-tried").click(PEOPLE + "#file .line .button");
    dana.sees(PEOPLE + "#file", "Done: 7 added").photograph("list-taken");
    for (Locator row : dana.page().locator(PEOPLE + "#file .entry tbody tr").all()) {
      List<String> cells = row.locator("td").allInnerTexts();
      links.put(cells.get(0), cells.get(1).strip());
    }
    assertThat(links).hasSize(8);
    dana.click(PEOPLE + "a[href='#/people/ann1']").sees(PEOPLE + "h1", "Ann 1");
    dana.fill(PEOPLE + "#conflicts input", "ann5").press("Enter");
    dana.sees(PEOPLE + "#conflicts table", "ann5").photograph("person");
    dana.click(PEOPLE + "a[href='#/people']").click(PEOPLE + "a[href='#/people/rita']");
    dana.sees(PEOPLE + "h1", "Rita Roth").fill(PEOPLE + "#planning input", PROJECT).press("Enter");
    dana.sees(PEOPLE + "#planning table", PROJECT);
    assertThat(dana.complaints()).isEmpty();
    say("eight annotators are there");
  }

  private void deliver(Colleague dana) throws IOException {
    Path delivery = folder.resolve("questions.csv");
    questions.writeRows(delivery, rows);
    dana.click("a[href='#/batches']").sees(BATCHES, "Where each batch stands");
    dana.photograph("batches-empty").click(BATCHES + ".head .button");
    dana.file(BATCHES + "#start input[type=file]", delivery);
    dana.fill(BATCHES + "#start .about input", "Questions of the first day");
    dana.photograph("batch-start").click(BATCHES + "#start button[type=submit]");
    dana.sees(BATCHES + "#start .message", "has started");
    batch = dana.text(BATCHES + "#start .message").replaceAll("(?s).*Batch (\\S+) has.*", "$1");
    dana.photograph("batch-started");
    assertThat(dana.complaints()).isEmpty();
  }

  private void officerReviews() {
    try (Colleague otto = at("otto")) {
      otto.open("Review sample for privacy").sees(REVIEW, "Item 1 of");
      otto.photograph("officer");
      int items =
          Integer.parseInt(
              otto.at(REVIEW + ":text-matches('^Item 1 of')")
                  .textContent()
                  .replaceAll("(?s).*Item 1 of (\\d+).*", "$1"));
      for (int item = 1; item <= items; item++) {
        otto.sees(REVIEW, "Item " + item + " of " + items).press("Enter");
      }
      otto.sees(REVIEW, "All " + items + " items are looked at").press("Control+Enter");
      otto.sees("touchstone-toast", items + " items submitted.").photograph("officer-done");
      assertThat(otto.complaints()).isEmpty();
      say("officer has looked at " + items + " items");
    }
  }

  private void label() {
    while (!state("stage").equals("annotation")) {
      pause();
    }
    oneItemByHand("ann1", "Label items");
    List<String> annotators = List.copyOf(links.keySet());
    for (String waits = ""; !waits.contains("approve-release"); waits = waitsFor()) {
      assertThat(minutes()).as("minutes until approval; waits for " + waits).isLessThan(60);
      try {
        List<Thread> at =
            annotators.stream().map(each -> new Thread(simulated(each), each)).toList();
        at.forEach(Thread::start);
        for (Thread each : at) {
          each.join();
        }
        if (waits.contains("adjudicate-items")) {
          simulated("rita").run();
        }
        if (waits.contains("resolve-held-batch")) {
          acceptHeldBatch();
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      pause();
    }
    say("labelled");
  }

  private SimulatedColleague simulated(String user) {
    return new SimulatedColleague(port, questions, user, password(user));
  }

  /** By keyboard, as annotators work: a part of the name, and Enter. */
  private void oneItemByHand(String user, String task) {
    try (Colleague ann = at(user)) {
      ann.photograph("annotator-first").open(task).sees(WORKBENCH, "Item 1 of");
      ann.photograph("workbench");
      String label = questions.labelOf(ann.text(WORKBENCH + ".text"));
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
      ann.press("/");
      ann.page().keyboard().type(label.replace('-', ' '));
      ann.photograph("workbench-find").press("Enter").sees(WORKBENCH, "Item 2 of");
      ann.sees(WORKBENCH + ".saved", "All changes").photograph("workbench-second");
      assertThat(ann.complaints()).isEmpty();
    }
  }

  private void acceptHeldBatch() {
    try (Colleague dana = at("dana")) {
      String held = "touchstone-held-batch ";
      dana.open("Resolve held batch").sees(held, "What should happen?").photograph("held");
      dana.press("ArrowDown").sees(held + ".send", "Accept the batch").press("Tab");
      dana.page().keyboard().type("A first day: looked at with the reviewer.");
      dana.press("Control+Enter").sees("touchstone-toast", "The batch goes on.");
      say("held batch accepted");
    }
  }

  private Path approverPublishesAndFetches() {
    try (Colleague vera = at("vera")) {
      vera.open("Approve release").sees("touchstone-release-approval", "First version: 1.0.0");
      vera.photograph("approval").press("Space", "Control+Enter");
      vera.sees("touchstone-toast", "The version is being published.");
      while (!state("state").equals("done")) {
        pause();
      }
      say("published");
      vera.click("a[href='#/datasets']").sees("touchstone-datasets", "1.0.0");
      vera.photograph("datasets");
      Download download =
          vera.page().waitForDownload(() -> vera.click("touchstone-datasets td a.button"));
      Path zip = folder.resolve(download.suggestedFilename());
      download.saveAs(zip);
      vera.click("touchstone-datasets td a").sees("touchstone-datasets", "Data card");
      vera.photograph("dataset");
      assertThat(vera.complaints()).isEmpty();
      return zip;
    }
  }

  private String token() {
    try (Colleague vera = at("vera")) {
      String tokens = "touchstone-tokens ";
      vera.click("a[href='#/tokens']").fill(tokens + "form input[type=text]", "pull");
      vera.press("Enter").sees(tokens + ".secret", "tst_").photograph("token");
      return vera.text(tokens + ".secret code").strip();
    }
  }

  private String state(String field) {
    return status().path(field).asText();
  }

  private String waitsFor() {
    return status().path("waitsFor").toString();
  }

  private JsonNode status() {
    try {
      return new ObjectMapper()
          .readTree(
              new Machine(port)
                  .call(
                      "GET",
                      "/api/v1/batches/" + batch,
                      "",
                      "Authorization",
                      Machine.basic("dana", password("dana")))
                  .body());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
  }

  private Colleague window() {
    return new Colleague(address(), pictures, clicks);
  }

  private Colleague at(String user) {
    return window().logIn(user, password(user));
  }

  private String address() {
    return "http://localhost:" + port;
  }

  private double minutes() {
    return (System.nanoTime() - begin) / 60e9;
  }

  private void say(String what) {
    System.out.printf("first-day %.1f minutes, %d clicks: %s%n", minutes(), clicks.get(), what);
  }
}
