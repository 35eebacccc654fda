package io.touchstone.simulation;

import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.DataFolder;
import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.security.FirstRunNotes;
import io.touchstone.quality.coaching.FlaggedAnnotator;
import io.touchstone.quality.gold.SecondLook;
import io.touchstone.quality.measurement.MeasuredRound;
import io.touchstone.quality.measurement.QualityMeasurement;
import io.touchstone.quality.verdict.RoutingReport;
import io.touchstone.workforce.PseudonymKeys;
import io.touchstone.workforce.Pseudonyms;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the demo prints when it is done: where things are and what is worth trying. */
@Component
@Profile("demo")
class DemoReport {

  private final Batches batches;
  private final QualityMeasurement quality;
  private final RoutingReport routing;
  private final PseudonymKeys pseudonyms;
  private final DataFolder folder;
  private final FirstRunNotes notes;
  private final TouchstoneSettings settings;

  DemoReport(
      Batches batches,
      QualityMeasurement quality,
      RoutingReport routing,
      PseudonymKeys pseudonyms,
      DataFolder folder,
      FirstRunNotes notes,
      TouchstoneSettings settings) {
    this.batches = batches;
    this.quality = quality;
    this.routing = routing;
    this.pseudonyms = pseudonyms;
    this.folder = folder;
    this.notes = notes;
    this.settings = settings;
  }

  /** Says what the lines of the next minute are about. */
  void printBeginning() {
    System.out.printf(
        "%nThe demo begins: a simulated team takes support tickets, clinic notes and incident reports from raw"
            + " rows to a published version.%nAbout a minute, each step a line. Then it says who"
            + " can log in and what to try.%n%n");
  }

  /**
   * @param published batches that the simulated team has taken all the way
   * @param open batches that wait for people, the first of them for labels on whole texts
   */
  void print(List<String> published, List<String> open, double seconds) {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%nThe demo has run for %.0f seconds.%n", seconds));
    published.forEach(batchId -> outcome(batchId, text));
    text.append("\n  Tasklist   ").append(settings.publicUrl()).append("/camunda/app/tasklist/\n");
    text.append("  Cockpit    ").append(settings.publicUrl()).append("/camunda/app/cockpit/\n\n");
    people(text);
    text.append(
        String.format(
            """

            Worth trying next:
              1. Log in to Tasklist as anna, open "Label items" and press a digit: %1$s
                 wait for her, tickets, notes and reports in turn. When she has submitted, rosa adjudicates what was
                 disputed and dora approves the release.
              2. git -C %2$s log --decorate ; less %2$s/README.md
              3. Log in to Tasklist as dora: "Batches" shows where each one stands, "Review health" is the
                 week in four numbers, and what to do. By REST: curl -u dora:PASSWORD %3$s/api/v1/batches
              4. Log in to Cockpit as alma, open Audit, %4$s and one of its items: who decided its label, and why.

            """,
            String.join(" and ", open),
            dataset(published.get(0)),
            settings.publicUrl(),
            published.get(0)));
    System.out.print(text);
  }

  private void outcome(String batchId, StringBuilder text) {
    Batch batch = batches.require(batchId);
    text.append(String.format("%n  %s is %s%n", batchId, batch.state().id()));
    batch.heldBecause().ifPresent(because -> text.append("    ").append(because).append('\n'));
    agreement(batchId, text);
    talks(batchId, text);
    careless(batchId, text);
    routes(batchId, text);
    text.append("    dataset    ").append(dataset(batchId)).append('\n');
  }

  private Path dataset(String batchId) {
    return folder.root().resolve("datasets").resolve(batches.require(batchId).projectKey());
  }

  /** What the revised guideline was good for, where it was revised. */
  private void agreement(String batchId, StringBuilder text) {
    for (MeasuredRound round : quality.rounds(batchId)) {
      text.append(
          String.format(
              "    agreement  guideline version %d: %s, overall %s%s%n",
              round.guidelineVersion(),
              round.guideline(),
              figures(round.agreement()),
              Optional.ofNullable(round.classes().get("billing"))
                  .map(billing -> ", billing against the rest " + figures(billing))
                  .orElse("")));
    }
  }

  /** Whom looks at hidden gold have found on the way, and what followed. */
  private void talks(String batchId, StringBuilder text) {
    for (SecondLook look : quality.secondLooks(batchId)) {
      DemoPeople.ANNOTATORS.stream()
          .filter(person -> person.id().equals(look.annotatorId()))
          .forEach(person -> text.append(talk(person, look)));
    }
  }

  private static String talk(SimulatedPerson person, SecondLook look) {
    return String.format(
        Locale.ROOT,
        "    gold       %s (planted accuracy %.2f): %d of %d right, %s; the simulated person %s, %d"
            + " work package%s came back, %d answers of the batch changed%n",
        person.id(),
        person.accuracy(),
        look.correct(),
        look.gold(),
        look.paused() ? "paused" : "coached",
        look.released() ? "was not spoken with" : "read the guideline again",
        look.packages(),
        look.packages() == 1 ? "" : "s",
        look.changed());
  }

  /** Whom the hidden gold has found in the end, and what was planted. */
  private void careless(String batchId, StringBuilder text) {
    Pseudonyms names = pseudonyms.of(batches.require(batchId).projectKey());
    for (FlaggedAnnotator flagged : quality.flagged(batchId)) {
      DemoPeople.ANNOTATORS.stream()
          .filter(person -> names.of(person.id()).equals(flagged.annotator()))
          .forEach(
              person ->
                  text.append(
                      String.format(
                          Locale.ROOT,
                          "    gold       %s (planted accuracy %.2f): %d of %d right. %s%n",
                          person.id(),
                          person.accuracy(),
                          flagged.correct(),
                          flagged.count(),
                          flagged.because())));
    }
  }

  /** Who decided the items, and what a sample of those that nobody had looked at shows. */
  private void routes(String batchId, StringBuilder text) {
    RoutingReport.Summary summary = routing.summary(batchId);
    text.append(
        String.format(
            "    decided    %d items by votes alone, %d by a reviewer; %d further labels asked"
                + " for.%n    audit      %d of the accepted items reviewed blind, %d of them"
                + " wrong%n",
            summary.accepted(),
            summary.reviewed(),
            summary.extraLabels(),
            summary.audit().audited(),
            summary.audit().wrong()));
  }

  private static String figures(MeasuredRound.Agreement agreement) {
    return agreement.value().isEmpty()
        ? "undefined"
        : String.format(
            Locale.ROOT,
            "%.2f [%.2f, %.2f]",
            agreement.value().get(),
            agreement.low().orElseThrow(),
            agreement.high().orElseThrow());
  }

  private void people(StringBuilder text) {
    Map<String, String> drawn = notes.drawn();
    text.append("  user   password\n");
    if (drawn.containsKey("admin")) {
      line(text, "admin", drawn.get("admin"), "administers everything");
    }
    for (DemoPeople.Person person : DemoPeople.REAL) {
      line(
          text,
          person.id(),
          drawn.getOrDefault(person.id(), "(see " + notes.file() + ")"),
          person.does());
    }
  }

  private static void line(StringBuilder text, String user, String password, String does) {
    text.append(String.format("  %-6s %s   %s%n", user, password, does));
  }
}
