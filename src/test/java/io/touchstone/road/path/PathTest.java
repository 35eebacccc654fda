package io.touchstone.road.path;

import io.touchstone.IntegrationTest;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Walks paths of the processes; {@link ProcessPathsTest} gathers all such classes. */
abstract class PathTest extends IntegrationTest {

  /** The classes that have run. */
  static final Set<Class<?>> WALKED = ConcurrentHashMap.newKeySet();

  @Autowired BeanFactory beans;
  @Autowired private ProcessEngine engine;

  @BeforeEach
  void assertionsSpeakOfThisEngine() {
    AbstractAssertions.init(engine);
    WALKED.add(getClass());
  }

  @AfterEach
  void forgetTheEngine() {
    AbstractAssertions.reset();
  }

  Road road() {
    return road(Options.standard());
  }

  Road road(Options options) {
    return Road.of(beans, options);
  }

  /** The first instance of a process in the road's batch. */
  static ProcessInstance first(Road road, String processKey) {
    return road.engine().instances(road.batchId(), processKey).get(0);
  }

  /** The latest instance of a process in the road's batch. */
  static ProcessInstance latest(Road road, String processKey) {
    var all = road.engine().instances(road.batchId(), processKey);
    return all.get(all.size() - 1);
  }

  static ProcessInstance pipeline(Road road) {
    return first(road, "annotation-pipeline");
  }
}
