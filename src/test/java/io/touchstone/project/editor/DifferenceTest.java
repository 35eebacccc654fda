package io.touchstone.project.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** What people are told of a change before they publish it. */
class DifferenceTest {

  @Test
  void a_number_that_is_only_written_otherwise_is_no_change() throws Exception {
    assertThat(Difference.between(with("20.0"), with("20"))).isEmpty();
    assertThat(Difference.between(with("20.0"), with("20.5")))
        .containsExactly(new Difference.Change("medianSecondsPerItem", "20", "20.5"));
  }

  private static DraftContent with(String seconds) throws Exception {
    ObjectNode project =
        (ObjectNode) new ObjectMapper().readTree("{\"medianSecondsPerItem\": " + seconds + "}");
    return new DraftContent(project, "", "", "", "");
  }
}
