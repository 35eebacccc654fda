package io.touchstone.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.IntegrationTest;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** People and jobs at the same moment, on real connections. */
class WorkRacesTest extends IntegrationTest {

  @Autowired private BeanFactory beans;
  @Autowired private WorkDesk desk;
  @Autowired private JdbcClient database;
  @Autowired private TransactionTemplate transaction;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void of_eight_calls_of_one_person_all_get_the_same_package_and_one_is_open() throws Exception {
    Road road =
        Road.of(beans, Options.standard().annotatorsPerItem(1).itemsPerPackage(1))
            .annotators("ada")
            .receiveThings(4)
            .untilItRests();
    Work open = road.workOf("ada").orElseThrow();
    // The open one goes, so that eight calls race for the next.
    closeWithoutTheNext(road, open);

    List<Optional<Work>> got = together(8, i -> () -> desk.next(road.person("ada")));

    assertThat(packages(got)).hasSize(1);
    assertThat(openPackages(road)).isEqualTo(1);
    assertThat(road.openTasks()).hasSize(1);
  }

  @Test
  void eight_people_at_once_get_one_package_each() throws Exception {
    Road road =
        Road.of(beans, Options.standard().annotatorsPerItem(1).itemsPerPackage(1))
            .annotators("p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8")
            .receiveThings(24)
            .untilItRests();

    List<Optional<Work>> got = together(8, i -> () -> desk.next(road.person("p" + (i + 1))));

    assertThat(packages(got)).hasSize(8);
    assertThat(openPackages(road)).isEqualTo(8);
    assertThat(road.openTasks()).hasSize(8);
  }

  @Test
  void eight_submits_of_one_package_under_one_key_are_one_submit() throws Exception {
    Road road =
        Road.of(beans, Options.standard().annotatorsPerItem(1).itemsPerPackage(2))
            .annotators("ada")
            .receiveThings(4)
            .untilItRests();
    Work work = road.workOf("ada").orElseThrow();
    road.draft("ada", work, Road.RIGHT);

    List<WorkDesk.Submitted> answers =
        together(8, i -> () -> desk.submit(road.person("ada"), work.packageId(), "one key"));

    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(
            database
                .sql("select count(*) from touchstone.judgement where batch_id = :batch")
                .param("batch", road.batchId())
                .query(Long.class)
                .single())
        .isEqualTo(2);
    assertThat(openPackages(road)).isEqualTo(1);
  }

  @Test
  void a_submit_waits_until_the_batch_has_decided_whether_to_wait_and_then_wakes_it()
      throws Exception {
    Road road =
        Road.of(beans, Options.standard().annotatorsPerItem(1))
            .annotators("ada")
            .receiveThings(2)
            .untilJobAt("count-open-packages");
    Job arrival = road.engine().jobsAt(road.batchId(), "count-open-packages").get(0);
    Work last = road.workOf("ada").orElseThrow();
    road.draft("ada", last, Road.RIGHT);

    Future<WorkDesk.Submitted> submit =
        transaction.execute(
            status -> {
              road.engine().run(arrival);
              Future<WorkDesk.Submitted> begun = threads.submit(() -> road.submit("ada", last));
              assertThatThrownBy(() -> begun.get(1, TimeUnit.SECONDS))
                  .isInstanceOf(TimeoutException.class);
              return begun;
            });
    submit.get();

    road.untilItRests();
    assertThat(road.decisions()).contains("gate-annotation pass sound");
  }

  @Test
  void no_batch_is_left_waiting_for_packages_that_are_all_submitted() throws Exception {
    threePeopleSubmitWhileTheBatchArrives(10);
  }

  @Test
  @Tag("slow")
  void no_batch_of_many_is_left_waiting_for_packages_that_are_all_submitted() throws Exception {
    threePeopleSubmitWhileTheBatchArrives(50);
  }

  /** They submit their last packages at the moment when the batch comes to wait for them. */
  private void threePeopleSubmitWhileTheBatchArrives(int rounds) throws Exception {
    Road road =
        Road.of(beans, Options.standard().annotatorsPerItem(1)).annotators("p1", "p2", "p3");
    List<String> stuck = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      road.receiveThings(3).untilJobAt("count-open-packages");
      Job arrival = road.engine().jobsAt(road.batchId(), "count-open-packages").get(0);
      List<Work> work = new ArrayList<>();
      for (String name : List.of("p1", "p2", "p3")) {
        Work open = road.workOf(name).orElseThrow();
        road.draft(name, open, Road.RIGHT);
        work.add(open);
      }

      together(
          4,
          i ->
              () -> {
                if (i == 3) {
                  runAsTheExecutorDoes(road, arrival);
                } else {
                  road.submit("p" + (i + 1), work.get(i));
                }
                return i;
              });

      road.untilItRests();
      if (!road.decisions().contains("gate-annotation pass sound")) {
        stuck.add(road.batchId());
      }
    }
    assertThat(stuck).isEmpty();
  }

  /** A package opened before the batch counts what it waits for would be counted in vain. */
  @Test
  void nothing_is_opened_before_the_batch_counts() {
    Road road =
        Road.of(beans, Options.standard())
            .annotators("ada", "ben")
            .receiveThings(4)
            .untilJobAt("offer-work-packages");

    assertThat(road.batch().stage().id()).isEqualTo("annotation");
    assertThat(road.workOf("ada")).isEmpty();

    road.untilItRests();
    assertThat(road.workOf("ada")).isPresent();
  }

  /** A job that loses against another transaction is tried again. */
  private static void runAsTheExecutorDoes(Road road, Job job) {
    try {
      road.engine().run(job);
    } catch (OptimisticLockingException lost) {
      runAsTheExecutorDoes(road, job);
    }
  }

  private void closeWithoutTheNext(Road road, Work open) {
    database
        .sql("update touchstone.work_package set state = 'withdrawn' where id = :id")
        .param("id", open.packageId())
        .update();
    road.engine().cancel(road.batchId(), "work-package");
  }

  private <T> List<T> together(int count, java.util.function.IntFunction<Callable<T>> work)
      throws Exception {
    CyclicBarrier start = new CyclicBarrier(count);
    List<Future<T>> futures =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    threads.submit(
                        () -> {
                          start.await();
                          return work.apply(i).call();
                        }))
            .toList();
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(future.get());
    }
    return results;
  }

  private static Set<String> packages(List<Optional<Work>> works) {
    Set<String> ids = new HashSet<>();
    works.forEach(work -> ids.add(work.orElseThrow().packageId()));
    return ids;
  }

  private long openPackages(Road road) {
    return database
        .sql(
            """
            select count(*) from touchstone.work_package
            where batch_id = :batch and state = 'open'
            """)
        .param("batch", road.batchId())
        .query(Long.class)
        .single();
  }
}
