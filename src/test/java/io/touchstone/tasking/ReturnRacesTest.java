package io.touchstone.tasking;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.annotation.Work;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Packages that come back at the moment when somebody does something else with them. */
class ReturnRacesTest extends IntegrationTest {

  private static final int ROUNDS = 4;

  @Autowired private BeanFactory beans;
  @Autowired private JdbcClient database;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  @AfterEach
  void stop() {
    threads.shutdownNow();
    ClockUtil.reset();
  }

  private interface Act {
    void on(Road road, Work ada, Work ben) throws Exception;
  }

  /**
   * Two people with a package each; both acts begin at once, then everybody labels what is there.
   */
  private void together(Act first, Act second) throws Exception {
    Road road =
        Road.of(beans, Options.standard().annotatorsPerItem(1))
            .nobodyReviews()
            .annotators("ada", "ben");
    for (int round = 0; round < ROUNDS; round++) {
      road.receiveThings(4).untilItRests();
      Work ada = road.workOf("ada").orElseThrow();
      Work ben = road.workOf("ben").orElseThrow();
      road.draft("ada", ada, Road.RIGHT);
      road.draft("ben", ben, Road.RIGHT);

      start(() -> first.on(road, ada, ben), () -> second.on(road, ada, ben));

      road.untilItRests();
      assertThat(waitedFor(road)).isEqualTo(undone(road));
      road.isBack("ada");
      road.everybodyLabels(Road.RIGHT).untilItRests();
      assertThat(road.decisions()).as("round " + round).contains("gate-annotation pass sound");
      assertThat(judgedItems(road)).as("every item once").isEqualTo(4);
    }
  }

  @Test
  void submitting_and_giving_back_the_same_package() throws Exception {
    together(
        (road, ada, ben) -> road.submit("ada", ada),
        (road, ada, ben) -> road.givesBack("ada", ada, ReturnReason.NO_TIME));
  }

  @Test
  void submitting_when_the_package_becomes_overdue() throws Exception {
    together(
        (road, ada, ben) -> road.submit("ada", ada),
        (road, ada, ben) -> job(() -> road.engine().untilTheNextTimer(road.batchId())));
  }

  @Test
  void giving_back_twice() throws Exception {
    together(
        (road, ada, ben) -> road.givesBack("ada", ada, ReturnReason.NO_TIME),
        (road, ada, ben) -> road.givesBack("ada", ada, ReturnReason.NO_TIME));
  }

  @Test
  void two_people_give_their_packages_back_to_each_other() throws Exception {
    together(
        (road, ada, ben) -> road.givesBack("ada", ada, ReturnReason.NO_TIME),
        (road, ada, ben) -> road.givesBack("ben", ben, ReturnReason.NO_TIME));
  }

  @Test
  void somebody_is_noted_as_away_while_submitting() throws Exception {
    together((road, ada, ben) -> road.submit("ada", ada), (road, ada, ben) -> road.isAway("ada"));
  }

  @Test
  void the_other_package_is_submitted_while_the_last_but_one_comes_back() throws Exception {
    together(
        (road, ada, ben) -> road.submit("ben", ben),
        (road, ada, ben) -> road.givesBack("ada", ada, ReturnReason.NO_TIME));
  }

  @Test
  void a_package_comes_back_while_the_batch_comes_to_wait() throws Exception {
    Road road =
        Road.of(beans, Options.standard().annotatorsPerItem(1))
            .nobodyReviews()
            .annotators("ada", "ben");
    for (int round = 0; round < ROUNDS; round++) {
      road.receiveThings(4).untilJobAt("count-open-packages");
      Job arrival = road.engine().jobsAt(road.batchId(), "count-open-packages").get(0);
      Work ada = road.workOf("ada").orElseThrow();
      road.labels("ben", Road.RIGHT);

      start(
          () -> job(() -> road.engine().run(arrival)),
          () -> road.givesBack("ada", ada, ReturnReason.NO_TIME));

      road.untilItRests();
      assertThat(waitedFor(road)).isEqualTo(undone(road)).isPositive();
      road.everybodyLabels(Road.RIGHT).untilItRests();
      assertThat(road.decisions()).as("round " + round).contains("gate-annotation pass sound");
    }
  }

  /** The engine's own stumbling in a job whose process instance has ended meanwhile. */
  private static final class LostJob extends RuntimeException {
    LostJob(NullPointerException cause) {
      super(cause);
    }
  }

  /** Jobs that stumble are tried again by the engine; an act of a person must not. */
  private static void job(Runnable work) {
    try {
      work.run();
    } catch (NullPointerException e) {
      if (!e.getStackTrace()[0].getClassName().startsWith("org.camunda.bpm.engine.impl.")) {
        throw e;
      }
      throw new LostJob(e);
    }
  }

  private interface Step {
    void run() throws Exception;
  }

  private void start(Step... steps) throws Exception {
    CyclicBarrier gate = new CyclicBarrier(steps.length);
    List<Future<?>> begun = new ArrayList<>();
    for (Step step : steps) {
      begun.add(threads.submit(task(gate, step)));
    }
    for (Future<?> each : begun) {
      try {
        each.get();
      } catch (ExecutionException lost) {
        // Whoever is second is refused, and a job that loses is tried again.
        assertThat(lost.getCause())
            .isInstanceOfAny(Refusal.class, ProcessEngineException.class, LostJob.class);
      }
    }
  }

  private static Callable<Void> task(CyclicBarrier gate, Step step) {
    return () -> {
      gate.await();
      step.run();
      return null;
    };
  }

  private long undone(Road road) {
    return number(
        road,
        "select count(*) from touchstone.work_package"
            + " where batch_id = :batch and state in ('queued', 'open')");
  }

  private long waitedFor(Road road) {
    return number(road, "select open_packages from touchstone.batch where id = :batch");
  }

  private long judgedItems(Road road) {
    return number(road, "select count(item_id) from touchstone.judgement where batch_id = :batch");
  }

  private long number(Road road, String sql) {
    return database.sql(sql).param("batch", road.batchId()).query(Long.class).single();
  }
}
