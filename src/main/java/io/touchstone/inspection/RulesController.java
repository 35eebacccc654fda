package io.touchstone.inspection;

import io.touchstone.platform.engine.process.ProcessHistory;
import io.touchstone.platform.engine.process.TableVersion;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The rules under which things were decided, as they then were. */
@Api
class RulesController {

  private final ProcessHistory history;
  private final ItemRepository items;

  RulesController(ProcessHistory history, ItemRepository items) {
    this.history = history;
    this.items = items;
  }

  /** A process as a drawing. */
  record Drawing(String bpmn) {}

  @Reach(Reach.Over.NO_PROJECT)
  @GetMapping("/audit/processes/{definitionId}")
  Drawing process(@PathVariable String definitionId, Caller caller) {
    Auditor.require(caller);
    return new Drawing(history.bpmn(definitionId));
  }

  @Reach(Reach.Over.NO_PROJECT)
  @GetMapping("/audit/tables/{definitionId}")
  TableVersion table(@PathVariable String definitionId, Caller caller) {
    Auditor.require(caller);
    return history.table(definitionId);
  }

  /** A guideline as its author wrote it. */
  record Guideline(String markdown) {}

  @GetMapping("/audit/guidelines/{project}/{version}")
  Guideline guideline(@PathVariable String project, @PathVariable String version, Caller caller) {
    Auditor.require(caller);
    return new Guideline(
        items
            .guideline(project, version)
            .orElseThrow(
                () ->
                    new Refusal(
                        404, "unknown-guideline", "There is no guideline of that version.")));
  }
}
