package io.touchstone.workforce.people;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import io.touchstone.workforce.people.PeopleController.EntryView;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People from a list. */
@Api
class PeopleListController {

  private static final int MOST_BYTES = 1 << 20;

  private final PeopleList list;

  PeopleListController(PeopleList list) {
    this.list = list;
  }

  /**
   * What a list does, or would do.
   *
   * @param applied whether it was done
   * @param entries the ways in of those who were added; shown this once
   */
  record ListView(
      boolean applied,
      long added,
      long changed,
      long unchanged,
      long refused,
      List<LineView> lines,
      List<EntryView> entries) {

    /** As text it says nothing. */
    @Override
    public String toString() {
      return "ListView[]";
    }
  }

  /**
   * @param line as an editor shows it
   * @param outcome added, changed, unchanged or refused
   * @param does in a few words each
   */
  record LineView(
      long line, String id, String outcome, List<String> does, List<LinePlan.Fault> faults) {}

  /**
   * @param apply whether it is taken; else it is tried out and nothing changes
   * @param newSkills whether skills may stand in it that no project asks for and nobody has
   */
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      description =
          "CSV in UTF-8 with a header; columns id, name, mail, roles, department, skills, capacity,"
              + " days, conflicts",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  @Reach(Reach.Over.KNOWN_PROJECTS)
  @PostMapping("/people-list")
  ListView take(
      @RequestParam(defaultValue = "false") boolean apply,
      @RequestParam(defaultValue = "false") boolean newSkills,
      HttpServletRequest request,
      Caller caller)
      throws IOException {
    caller.mustBe("add people", Role.DATA_MANAGER);
    byte[] file = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (file.length > MOST_BYTES) {
      throw new Refusal(413, "large-list", "A list of people has at most 1 MB. Send it in parts.");
    }
    return view(
        apply, apply ? list.take(file, newSkills, caller) : list.tryOut(file, newSkills, caller));
  }

  private static ListView view(boolean applied, PeopleList.Result result) {
    return new ListView(
        applied,
        count(result, "added"),
        count(result, "changed"),
        count(result, "unchanged"),
        count(result, "refused"),
        result.lines().stream().map(PeopleListController::line).toList(),
        result.entries().entrySet().stream()
            .map(entry -> EntryView.of(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static long count(PeopleList.Result result, String outcome) {
    return result.lines().stream().filter(line -> line.outcome().equals(outcome)).count();
  }

  private static LineView line(LinePlan line) {
    return new LineView(
        line.line(),
        line.id(),
        line.outcome(),
        line.steps().stream().map(LinePlan.Step::says).toList(),
        line.faults());
  }
}
