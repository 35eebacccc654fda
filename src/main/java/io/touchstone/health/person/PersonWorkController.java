package io.touchstone.health.person;

import io.touchstone.pipeline.Batches;
import io.touchstone.platform.engine.task.OpenWork;
import io.touchstone.platform.engine.task.WaitingTask;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who has what to do in a batch. */
@Api
class PersonWorkController {

  private static final int PEOPLE = 500;

  private final Batches batches;
  private final PersonWorkRepository repository;
  private final OpenWork work;

  PersonWorkController(Batches batches, PersonWorkRepository repository, OpenWork work) {
    this.batches = batches;
    this.repository = repository;
    this.work = work;
  }

  /**
   * Packages per person.
   *
   * @param people the first five hundred
   */
  record People(List<PersonWork> people, boolean more) {}

  @GetMapping("/batches/{id}/packages")
  People packages(@PathVariable String id, Caller caller) {
    caller.mustBe("see who has what to do", Role.DATA_MANAGER);
    batches.require(id);
    Map<String, WaitingTask> tasks =
        work.tasks(List.of(id)).stream()
            .collect(Collectors.toMap(WaitingTask::id, Function.identity()));
    List<PersonWork> found = repository.people(id, PEOPLE + 1);
    return new People(
        found.subList(0, Math.min(PEOPLE, found.size())).stream()
            .map(each -> each.due(due(each, tasks)))
            .toList(),
        found.size() > PEOPLE);
  }

  private static Optional<Instant> due(PersonWork person, Map<String, WaitingTask> tasks) {
    return person
        .openPackage()
        .flatMap(PersonWork.OpenPackage::taskId)
        .map(tasks::get)
        .flatMap(WaitingTask::due);
  }
}
