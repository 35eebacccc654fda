package io.touchstone.simulation;

import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.DataFolder;
import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.security.FirstRunNotes;
import io.touchstone.quality.MeasuredRound;
import io.touchstone.quality.QualityMeasurement;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the demo prints when it is done: where things are and what is worth trying. */
@Component
@Profile("demo")
class DemoReport {

  private final Batches batches;
  private final QualityMeasurement quality;
  private final DataFolder folder;
  private final FirstRunNotes notes;
  private final TouchstoneSettings settings;

  DemoReport(
      Batches batches,
      QualityMeasurement quality,
      DataFolder folder,
      FirstRunNotes notes,
      TouchstoneSettings settings) {
    this.batches = batches;
    this.quality = quality;
    this.folder = folder;
    this.notes = notes;
    this.settings = settings;
  }

  void print(String first, String second, double seconds) {
    Batch done = batches.require(first);
    Path dataset = folder.root().resolve("datasets").resolve(done.projectKey());
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT, "%n%s is %s after %.0f seconds.%n", first, done.state().id(), seconds));
    done.heldBecause().ifPresent(because -> text.append("  ").append(because).append('\n'));
    agreement(first, text);
    text.append("  dataset    ").append(dataset).append('\n');
    text.append("  Tasklist   ").append(settings.publicUrl()).append("/camunda/app/tasklist/\n");
    text.append("  Cockpit    ").append(settings.publicUrl()).append("/camunda/app/cockpit/\n\n");
    people(text);
    text.append(
        String.format(
            """

            Worth trying next:
              1. Log in to Tasklist as anna, open "Label items" of %1$s and press a digit: the batch waits for her.
                 When she has submitted, rosa adjudicates what was disputed and dora approves the release.
              2. git -C %2$s log --decorate ; less %2$s/README.md
              3. curl -u dora:PASSWORD %3$s/api/v1/batches/%1$s
              4. Log in to Cockpit as alma, open Audit, %4$s and one of its items: who decided its label, and why.
              5. Log in to Tasklist as dora and open "Review health": the week in four numbers, and what to do.

            """,
            second, dataset, settings.publicUrl(), first));
    System.out.print(text);
  }

  /** What the revised guideline was good for. */
  private void agreement(String batchId, StringBuilder text) {
    for (MeasuredRound round : quality.rounds(batchId)) {
      text.append(
          String.format(
              "  agreement  guideline version %d: overall %s, billing against the rest %s%n",
              round.guidelineVersion(),
              figures(round.agreement()),
              figures(round.classes().get("billing"))));
    }
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
