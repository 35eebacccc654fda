package io.touchstone.inspection;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.project.ProjectAccess;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit trail, to read and to take away. */
@Api
class EventController {

  private static final int PAGE = 100;

  private final EventRepository events;
  private final EventExport export;
  private final ProjectAccess access;

  EventController(EventRepository events, EventExport export, ProjectAccess access) {
    this.access = access;
    this.events = events;
    this.export = export;
  }

  /**
   * A page of events, newest first.
   *
   * @param next cursor of the page after, if there is one
   * @param actions every action that the trail knows, for the filter
   */
  record Page(List<Event> events, Optional<Long> next, List<String> actions) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @GetMapping("/audit/events")
  Page events(
      @RequestParam Optional<String> batch,
      @RequestParam Optional<String> actor,
      @RequestParam Optional<String> action,
      @RequestParam Optional<String> object,
      @RequestParam Optional<Instant> from,
      @RequestParam Optional<Instant> until,
      @RequestParam Optional<Long> before,
      Caller caller) {
    Auditor.require(caller);
    EventFilter filter =
        new EventFilter(batch, actor, action, object, from, until, before, access.known(caller));
    List<Event> found = events.page(filter, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<Event> shown = more ? found.subList(0, PAGE) : found;
    return new Page(
        shown, more ? Optional.of(shown.get(PAGE - 1).seq()) : Optional.empty(), events.actions());
  }

  /**
   * The same events as a file, all of them, oldest first.
   *
   * @param format jsonl or csv
   */
  @Reach(Reach.Over.KNOWN_PROJECTS)
  @GetMapping("/audit/events/export")
  void export(
      @RequestParam Optional<String> batch,
      @RequestParam Optional<String> actor,
      @RequestParam Optional<String> action,
      @RequestParam Optional<String> object,
      @RequestParam Optional<Instant> from,
      @RequestParam Optional<Instant> until,
      @RequestParam Optional<String> format,
      Caller caller,
      HttpServletResponse response)
      throws IOException {
    Auditor.require(caller);
    EventFilter filter =
        new EventFilter(
            batch, actor, action, object, from, until, Optional.empty(), access.known(caller));
    response.setHeader("Cache-Control", "no-store");
    switch (format.orElse("")) {
      case "jsonl" -> {
        asFile(response, "application/x-ndjson", "jsonl");
        export.jsonLines(filter, response.getOutputStream());
      }
      case "csv" -> {
        asFile(response, "text/csv;charset=UTF-8", "csv");
        export.csv(filter, response.getOutputStream());
      }
      default -> throw new Refusal(422, "unknown-format", "Export as jsonl or csv.");
    }
  }

  private static void asFile(HttpServletResponse response, String type, String ending) {
    response.setContentType(type);
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"audit-events." + ending + "\"");
  }
}
