package io.touchstone.inspection;

import io.touchstone.pipeline.BatchPosition;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.security.project.Thing;
import io.touchstone.platform.web.Api;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an auditor begins: all batches, running and finished. */
@Api
class BatchListController {

  private static final int PAGE = 50;

  private final BatchListRepository batches;
  private final Items items;
  private final ProjectAccess access;

  BatchListController(BatchListRepository batches, Items items, ProjectAccess access) {
    this.access = access;
    this.batches = batches;
    this.items = items;
  }

  /**
   * Whether the auditor's page is worth showing to the caller.
   *
   * @param everyProject whether Cockpit's own pages, which show all projects at once, are
   */
  record Access(boolean mayInspect, boolean everyProject) {}

  /** Anybody may ask for himself. */
  @GetMapping("/audit/access")
  Access access(Caller caller) {
    return new Access(Auditor.is(caller), access.known(caller).all());
  }

  /**
   * A page of batches, newest first.
   *
   * @param next cursor of the page after, if there is one
   */
  record Page(List<BatchEntry> batches, Optional<String> next, List<String> projects) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @GetMapping("/audit/batches")
  Page batches(
      @RequestParam Optional<String> text,
      @RequestParam Optional<String> project,
      @RequestParam Optional<String> state,
      @RequestParam Optional<String> before,
      Caller caller) {
    Auditor.require(caller);
    KnownProjects known = access.known(caller);
    BatchFilter filter =
        new BatchFilter(text, project, state, before.map(BatchPosition::of), known);
    List<BatchEntry> found = batches.page(filter, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<BatchEntry> shown = more ? found.subList(0, PAGE) : found;
    return new Page(
        shown,
        more ? Optional.of(shown.get(PAGE - 1).position().cursor()) : Optional.empty(),
        batches.projects().stream().filter(known::include).toList());
  }

  /** What an id stands for: "batch", "item" or "nothing". */
  record Found(String kind, String id) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @GetMapping("/audit/find")
  Found find(@RequestParam Optional<String> id, Caller caller) {
    Auditor.require(caller);
    String wanted = id.orElse("").strip();
    KnownProjects known = access.known(caller);
    if (batches.find(wanted).filter(batch -> known.include(batch.project())).isPresent()) {
      return new Found("batch", wanted);
    }
    boolean item = items.knows(wanted) && known.include(access.belonging(Thing.ITEM, wanted));
    return new Found(item ? "item" : "nothing", wanted);
  }
}
