package io.touchstone.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.TestProjects.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people decide on the same task at the same moment. */
class DecisionRacesTest extends IntegrationTest {

  private static final String DECIDED = "decided";

  @Autowired private BeanFactory beans;
  @Autowired private PersonTasks tasks;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @RepeatedTest(10)
  void of_two_managers_who_resolve_a_held_batch_one_decides_and_the_other_is_told()
      throws Exception {
    Road road =
        Road.of(beans, Options.standard()).annotators("ada").receiveThings(2).untilItRests();
    String task = road.openTasks().get(0).id();

    List<String> outcomes =
        together(
            () -> decide(task, road.person("mia"), "repeat"),
            () -> decide(task, road.person("tom"), "stop"));

    assertThat(outcomes).filteredOn(DECIDED::equals).hasSize(1);
    assertThat(outcomes).filteredOn("404 task-gone"::equals).hasSize(1);
    road.untilItRests();
  }

  @RepeatedTest(5)
  void a_decision_sent_twice_is_one_decision() throws Exception {
    Road road =
        Road.of(beans, Options.standard()).annotators("ada").receiveThings(2).untilItRests();
    String task = road.openTasks().get(0).id();
    Caller tom = road.person("tom");

    List<String> outcomes =
        together(
            () -> decide(task, tom, "stop"),
            () -> decide(task, tom, "stop"),
            () -> decide(task, tom, "stop"));

    assertThat(outcomes).filteredOn(DECIDED::equals).hasSize(1);
    assertThat(outcomes).filteredOn("404 task-gone"::equals).hasSize(2);
  }

  private void decide(String task, Caller caller, String decision) {
    tasks.complete(task, caller, Map.of("decision", decision, "reason", "because"));
  }

  /** "decided", or status and type of each refusal. */
  private List<String> together(Runnable... decisions) throws Exception {
    CyclicBarrier start = new CyclicBarrier(decisions.length);
    List<Future<String>> futures =
        Stream.of(decisions)
            .map(
                decision ->
                    threads.submit(
                        () -> {
                          start.await();
                          try {
                            decision.run();
                            return DECIDED;
                          } catch (Refusal refusal) {
                            return refusal.status() + " " + refusal.type();
                          }
                        }))
            .toList();
    List<String> outcomes = new ArrayList<>();
    for (Future<String> future : futures) {
      outcomes.add(future.get());
    }
    return outcomes;
  }
}
