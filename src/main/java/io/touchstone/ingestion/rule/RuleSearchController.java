package io.touchstone.ingestion.rule;

import io.touchstone.ingestion.rule.RuleSearchRepository.Group;
import io.touchstone.ingestion.rule.RuleSearchRepository.Place;
import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The form of "Review what new rules find". */
@Api
class RuleSearchController {

  private static final int PLACES = 500;
  private static final int AROUND = 40;

  private final PersonTasks tasks;
  private final RuleSearchRepository searches;

  RuleSearchController(PersonTasks tasks, RuleSearchRepository searches) {
    this.tasks = tasks;
    this.searches = searches;
  }

  /**
   * What a search has found.
   *
   * @param groups by batch and kind, all of them
   * @param places the first five hundred
   * @param more whether there are more places than that
   */
  record Found(
      String project,
      Instant begunAt,
      long searchedItems,
      List<Group> groups,
      List<PlaceView> places,
      boolean more) {}

  /** A place with up to forty characters on either side of it. */
  record PlaceView(
      String batchId,
      String itemId,
      String kind,
      String part,
      int start,
      int end,
      String before,
      String found,
      String after) {

    static PlaceView of(Place place) {
      String text = place.text();
      int length = text.codePointCount(0, text.length());
      int start = Math.min(place.start(), length);
      int end = Math.min(place.end(), length);
      return new PlaceView(
          place.batchId(),
          place.itemId(),
          place.kind(),
          place.part().id(),
          place.start(),
          place.end(),
          cut(text, Math.max(0, start - AROUND), start),
          cut(text, start, end),
          cut(text, end, Math.min(length, end + AROUND)));
    }

    private static String cut(String text, int start, int end) {
      return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }
  }

  @GetMapping("/rule-searches/{taskId}")
  Found found(@PathVariable String taskId, Caller caller) {
    RuleSearchRepository.Search search = searches.require(task(taskId, caller).batchId());
    List<Place> places = searches.places(search.id(), PLACES + 1);
    boolean more = places.size() > PLACES;
    return new Found(
        search.projectKey(),
        search.begunAt(),
        search.searchedItems(),
        searches.groups(search.id()),
        (more ? places.subList(0, PLACES) : places).stream().map(PlaceView::of).toList(),
        more);
  }

  /** What an officer writes. */
  record Note(Optional<String> note) {}

  @PostMapping("/rule-searches/{taskId}")
  Map<String, Object> review(@PathVariable String taskId, @RequestBody Note note, Caller caller) {
    task(taskId, caller);
    tasks.complete(taskId, caller, Map.of("note", note.note().orElse("")));
    return Map.of();
  }

  private OpenTask task(String taskId, Caller caller) {
    caller.mustBe("review what new rules find", Role.PRIVACY_OFFICER);
    return tasks.require(taskId, ReviewRuleHitsPolicy.TASK_KEY, caller);
  }
}
