package io.touchstone.tasking;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.annotation.Work;
import io.touchstone.annotation.WorkDesk;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Which of several packages comes next. */
class RotationTest extends IntegrationTest {

  @Autowired private BeanFactory beans;
  @Autowired private Directory directory;
  @Autowired private Workforce workforce;
  @Autowired private WorkDesk desk;

  @Test
  void projects_take_turns_and_within_one_the_oldest_comes_first() {
    Options options = Options.standard().annotatorsPerItem(1).itemsPerPackage(2);
    Road first = Road.of(beans, options);
    Road second = Road.of(beans, options);
    Caller vera = both(first, second, "verarotates", Role.ANNOTATOR);
    first.receiveThings(6).untilItRests();
    second.receiveThings(4).untilItRests();

    assertThat(projectsInTurn(vera))
        .containsExactly(
            first.project(), second.project(), first.project(), second.project(), first.project());
  }

  @Test
  void with_one_project_the_order_is_that_of_its_packages() {
    Road only = Road.of(beans, Options.standard().annotatorsPerItem(1).itemsPerPackage(2));
    only.annotators("ada").receiveThings(6).untilItRests();

    assertThat(titlesInTurn(only.person("ada")))
        .containsExactly(title(only, 1), title(only, 2), title(only, 3));
  }

  private static String title(Road road, int number) {
    return "Project " + road.project() + " · package " + number;
  }

  /** Somebody with the skills of both projects. */
  private Caller both(Road first, Road second, String id, Role role) {
    directory.add(id, id, Optional.empty(), Set.of(role));
    workforce.register(
        new Annotator(
            id, "invented", true, false, Map.of(first.project(), 1.0, second.project(), 1.0)),
        "test");
    return new Caller(id, Set.of(role));
  }

  private List<String> projectsInTurn(Caller person) {
    return inTurn(person).stream().map(work -> work.project().key()).toList();
  }

  private List<String> titlesInTurn(Caller person) {
    return inTurn(person).stream().map(Work::title).toList();
  }

  private List<Work> inTurn(Caller person) {
    List<Work> all = new ArrayList<>();
    for (Optional<Work> work = desk.next(person); work.isPresent(); work = desk.next(person)) {
      for (Work.WorkItem item : work.get().items()) {
        desk.saveDraft(
            person,
            work.get().packageId(),
            item.assignment(),
            0,
            WorkDesk.Said.of(new ClassLabel("red")),
            12);
      }
      desk.submit(person, work.get().packageId(), "key-" + all.size());
      all.add(work.get());
    }
    return all;
  }
}
