package io.touchstone.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.IntegrationTest;
import io.touchstone.platform.web.Refusal;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A guideline comes from a file and is written in the product: which of the two holds when. */
class GuidelineVersionsTest extends IntegrationTest {

  private static final AtomicInteger PROJECTS = new AtomicInteger();
  private static final String FILE = "# Guideline\n\nRed or blue.\n";
  private static final String WRITTEN = "# Guideline\n\nRed or blue, and what is violet is blue.\n";

  @Autowired private BeanFactory beans;
  @Autowired private ProjectRepository projects;
  @Autowired private Guidelines guidelines;

  private String project;

  @BeforeEach
  void startWithTheFile() {
    project = "guideline-versions-" + PROJECTS.incrementAndGet();
    TestProjects.store(beans, project, TestProjects.Options.standard());
  }

  @Test
  void a_restart_with_the_same_file_does_not_revert_what_was_written_in_the_product() {
    guidelines.write(project, 1, WRITTEN, "Violet.", "gwen");

    assertThat(restart(FILE)).isFalse();
    assertThat(guidelines.latest(project))
        .extracting(GuidelineVersion::version, GuidelineVersion::markdown)
        .containsExactly(2, WRITTEN);
  }

  @Test
  void a_changed_file_does_not_write_over_what_was_written_in_the_product() {
    guidelines.write(project, 1, WRITTEN, "Violet.", "gwen");

    assertThat(restart(FILE + "\nMore.\n")).isFalse();

    assertThat(guidelines.latest(project))
        .extracting(GuidelineVersion::version, GuidelineVersion::markdown)
        .containsExactly(2, WRITTEN);
  }

  @Test
  void a_file_that_took_over_what_was_written_changes_nothing_now_or_later() {
    guidelines.write(project, 1, WRITTEN, "Violet.", "gwen");
    assertThat(restart(WRITTEN)).isFalse();

    guidelines.write(project, 2, WRITTEN + "\nGreen is neither.\n", "Green.", "gwen");
    assertThat(restart(WRITTEN)).isFalse();

    assertThat(guidelines.latest(project).version()).isEqualTo(3);
  }

  @Test
  void a_file_that_went_back_is_a_new_version() {
    restart(WRITTEN);
    assertThat(restart(FILE)).isTrue();
    assertThat(guidelines.latest(project))
        .extracting(GuidelineVersion::version, GuidelineVersion::markdown)
        .containsExactly(3, FILE);
  }

  @Test
  void of_two_who_write_over_the_same_version_the_second_is_told_and_shown_the_first() {
    guidelines.write(project, 1, WRITTEN, "Violet.", "gwen");

    assertThatThrownBy(() -> guidelines.write(project, 1, "# Mine\n", "Mine.", "gus"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(412);
              assertThat(refusal).hasMessageContaining("Somebody saved version 2 meanwhile");
              assertThat(refusal.members()).containsEntry("markdown", WRITTEN);
            });
    assertThat(guidelines.latest(project).version()).isEqualTo(2);
  }

  private boolean restart(String file) {
    return TestProjects.start(beans, projects.find(project).orElseThrow().settings(), file);
  }
}
