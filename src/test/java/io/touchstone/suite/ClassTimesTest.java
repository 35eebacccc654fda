package io.touchstone.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of a run whose times are compared with those on record. */
class ClassTimesTest {

  private static final int OTHERS = 12;

  @Test
  void a_class_that_takes_twice_its_time_is_named() {
    assertThat(run(1, 41).doubled(run(1, 20)))
        .singleElement()
        .asString()
        .startsWith("Looked took 41.0 s; on record are 20.0 s");
  }

  @Test
  void a_class_that_takes_less_than_twice_its_time_is_not() {
    assertThat(run(1, 39).doubled(run(1, 20))).isEmpty();
  }

  @Test
  void on_a_machine_three_times_as_slow_three_times_the_time_is_no_doubling() {
    assertThat(run(3, 60).doubled(run(1, 20))).isEmpty();
    assertThat(run(3, 130).doubled(run(1, 20))).hasSize(1);
  }

  @Test
  void a_class_that_is_on_no_record_has_no_time_to_double() {
    assertThat(run(1, 40).doubled(run(1, 0))).isEmpty();
  }

  @Test
  void a_short_class_may_stumble() {
    assertThat(run(1, 8).doubled(run(1, 0.5))).isEmpty();
  }

  private static ClassTimes run(double others, double looked) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (int i = 0; i < OTHERS; i++) {
      seconds.put("Other" + i, 4 * others);
    }
    seconds.put("Looked", looked);
    return new ClassTimes(seconds);
  }
}
