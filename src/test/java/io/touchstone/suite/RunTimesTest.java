package io.touchstone.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs after all others; says what the minutes went to, and fails where a class doubled. */
@Tag("class-times")
class RunTimesTest {

  private static final double LEAST_SECONDS = 2;

  @Test
  void no_class_takes_twice_the_time_that_is_on_record() {
    ClassTimes run = ClassTimes.readAll(Path.of(System.getProperty("class-times-of-run")));
    Path record = Path.of(System.getProperty("class-times-on-record"));
    ClassTimes recorded = Files.exists(record) ? ClassTimes.read(record) : new ClassTimes(Map.of());

    System.out.printf(
        "Test classes of %.0f s of processor time and more, of %d with %.0f s together (the run"
            + " that is on record: %.2f times as fast)%n",
        LEAST_SECONDS, run.seconds().size(), run.total(), run.slowerThan(recorded));
    run.longest(LEAST_SECONDS).forEach(System.out::println);
    assertThat(run.doubled(recorded)).isEmpty();
  }
}
