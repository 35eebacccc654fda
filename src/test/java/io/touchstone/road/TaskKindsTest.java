package io.touchstone.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.touchstone.IntegrationTest;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.TestProjects.Options;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A task answered through the page of another kind. */
class TaskKindsTest extends IntegrationTest {

  @Autowired private BeanFactory beans;
  @Autowired private PersonTasks tasks;

  @Test
  void is_refused_with_both_kinds_named_and_goes_on_waiting() {
    Road road =
        Road.of(beans, Options.standard()).annotators("ada").receiveThings(2).untilItRests();
    String held = road.openTasks().get(0).id();
    Caller manager = road.person("mia");

    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> tasks.require(held, "approve-release", manager));

    assertThat(refusal.status()).isEqualTo(404);
    assertThat(refusal)
        .hasMessageContaining("approve-release")
        .hasMessageContaining("resolve-held-batch");
    assertThat(tasks.require(held, "resolve-held-batch", manager).id()).isEqualTo(held);
  }
}
