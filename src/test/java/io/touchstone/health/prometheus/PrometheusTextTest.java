package io.touchstone.health.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrometheusTextTest {

  /** As the format's own documentation escapes: backslash, quote, line feed. */
  @Test
  void values_of_labels_are_escaped_and_families_stay_together() {
    String text =
        new PrometheusText()
            .gauge("a", "First, with \\ and\na new line")
            .gauge("b", "Second \"quoted\"")
            .sample("b", 1, "path", "C:\\DIR\\FILE.TXT", "error", "Cannot find file:\n\"FILE\"")
            .sample("a", 0.25, "project", "tickets")
            .toString();

    assertThat(text)
        .isEqualTo(
            "# HELP a First, with \\\\ and\\na new line\n"
                + "# TYPE a gauge\n"
                + "a{project=\"tickets\"} 0.25\n"
                + "# HELP b Second \"quoted\"\n"
                + "# TYPE b gauge\n"
                + "b{path=\"C:\\\\DIR\\\\FILE.TXT\",error=\"Cannot find file:\\n\\\"FILE\\\"\"}"
                + " 1.0\n");
  }
}
