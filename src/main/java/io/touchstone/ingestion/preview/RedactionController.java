package io.touchstone.ingestion.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.deidentification.Finding;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.deidentification.Redaction;
import io.touchstone.deidentification.operator.DeidentificationRules.Operator;
import io.touchstone.ingestion.policy.DeidentificationPolicies;
import io.touchstone.ingestion.policy.DeidentificationPolicy;
import io.touchstone.ingestion.review.RuleSuggestionRepository;
import io.touchstone.ingestion.row.RowOutcome;
import io.touchstone.ingestion.row.RowText;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.Projects;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Shows what stage 1 would do to a text, and stores nothing. */
@Api
class RedactionController {

  private final Projects projects;
  private static final int NEWEST = 20;

  private final DeidentificationPolicies policies;
  private final RuleSuggestionRepository suggested;
  private final ProjectAccess access;

  RedactionController(
      Projects projects,
      DeidentificationPolicies policies,
      RuleSuggestionRepository suggested,
      ProjectAccess access) {
    this.access = access;
    this.suggested = suggested;
    this.projects = projects;
    this.policies = policies;
  }

  /**
   * A text to try.
   *
   * @param rules others than the project's own, as {@link TriedRules} reads them
   */
  record Request(Optional<String> project, Optional<String> text, Optional<JsonNode> rules) {}

  /**
   * The text as an annotator would see it, and why.
   *
   * @param offsets raw start, raw end, start and end in the text of each finding, in code points
   */
  record Preview(String text, List<Finding> findings, OffsetMap offsets, String policySha256) {}

  /** De-identifies a text under a project's policy, or under rules to be tried. */
  @Reach(Reach.Over.KNOWN_PROJECTS)
  @PostMapping("/redaction/preview")
  Preview preview(@RequestBody Request request, Caller caller) {
    caller.mustBe(
        "try the de-identification",
        Role.DATA_MANAGER,
        Role.PRIVACY_OFFICER,
        Role.PROCESS_OWNER,
        Role.AUDITOR);
    String project = request.project().orElseThrow(() -> missing("project"));
    String text = request.text().orElseThrow(() -> missing("text"));
    if (RowText.check(1, Optional.empty(), text) instanceof RowOutcome.Bad bad) {
      throw new Refusal(
          422,
          "unreadable-text",
          "The text is one that a batch could not hold: " + bad.sentence(),
          Map.of("reason", bad.reason().name()));
    }
    access.require(caller, project);
    ProjectSettings settings = projects.require(project).settings();
    DeidentificationPolicy policy =
        request
            .rules()
            .map(rules -> policies.of(settings, TriedRules.read(rules)))
            .orElseGet(() -> policies.of(settings));
    Redaction redaction = policy.redactor().redact(text);
    return new Preview(
        redaction.text(), redaction.findings(), redaction.offsets(), policy.sha256());
  }

  /** Whether the page on which rules are tried is worth showing to the caller. */
  record Access(boolean mayTry) {}

  /** Anybody may ask for himself. */
  @GetMapping("/redaction/access")
  Access access(Caller caller) {
    return new Access(
        caller.mayActAs(Role.DATA_MANAGER)
            || caller.mayActAs(Role.PRIVACY_OFFICER)
            || caller.mayActAs(Role.PROCESS_OWNER)
            || caller.mayActAs(Role.AUDITOR));
  }

  /**
   * What a project does at present, and what it could do.
   *
   * @param rules operator by kind; absent where nothing is removed
   * @param operators names of all operators
   * @param types kinds that can be found
   */
  record Choices(
      Optional<Map<String, String>> rules,
      String otherwise,
      String scope,
      List<String> operators,
      List<String> types) {}

  /** For the page on which rules are tried. */
  @GetMapping("/projects/{key}/redaction")
  Choices choices(@PathVariable String key, Caller caller) {
    caller.mustBe(
        "try the de-identification",
        Role.DATA_MANAGER,
        Role.PRIVACY_OFFICER,
        Role.PROCESS_OWNER,
        Role.AUDITOR);
    ProjectSettings.Deidentification section = projects.require(key).settings().deidentification();
    Map<String, String> types = new TreeMap<>();
    section.rules().types().forEach((type, operator) -> types.put(type, operator.id()));
    return new Choices(
        Optional.of(types).filter(map -> !section.none()),
        section.rules().otherwise().id(),
        section.rules().scope().name().toLowerCase(Locale.ROOT),
        Arrays.stream(Operator.values()).map(Operator::id).toList(),
        policies.types());
  }

  /** Rules that privacy reviews suggest, newest first; shapes of what was missed, no values. */
  record Suggested(List<RuleSuggestionRepository.Kept> rules) {}

  /** At most 20, for the page on which rules are tried. */
  @GetMapping("/projects/{key}/rule-suggestions")
  Suggested suggested(@PathVariable String key, Caller caller) {
    caller.mustBe(
        "try the de-identification",
        Role.DATA_MANAGER,
        Role.PRIVACY_OFFICER,
        Role.PROCESS_OWNER,
        Role.AUDITOR);
    return new Suggested(suggested.newest(projects.require(key).key(), NEWEST));
  }

  private static Refusal missing(String field) {
    return new Refusal(
        422,
        "missing-field",
        "The field \"" + field + "\" is missing. Send {\"project\": ..., \"text\": ...}.");
  }
}
