package io.touchstone.road.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

/**
 * Every path of every process, and what share of them was walked.
 *
 * <p>The paths are nested in this one class so that the share over all of them is taken after the
 * last, whatever order the build runs its classes in, and so that a share that is too small fails
 * this class and with it the build.
 */
class ProcessPathsTest extends IntegrationTest {

  private static final double LEAST_PERCENT = 90;

  @Nested
  class Pipeline extends PipelinePaths {}

  @Nested
  class Ingestion extends IngestionPaths {}

  @Nested
  class TaskCreation extends TaskCreationPaths {}

  @Nested
  class Annotation extends AnnotationPaths {}

  @Nested
  class WorkPackage extends WorkPackagePaths {}

  @Nested
  class QualityAssurance extends QualityAssurancePaths {}

  @Nested
  class Guideline extends GuidelinePaths {}

  @Nested
  class MoreLabels extends MoreLabelPaths {}

  @Nested
  class Release extends ReleasePaths {}

  @Nested
  class Erasure extends ErasurePaths {}

  @Nested
  class MaskedGold extends MaskedGoldPaths {}

  @Nested
  class RuleSearch extends RuleSearchPaths {}

  @Nested
  class HealthReview extends HealthReviewPaths {}

  @Nested
  class Coaching extends CoachingPaths {}

  @AfterAll
  static void enough_of_the_paths_was_walked() {
    if (!PathTest.WALKED.containsAll(Set.of(ProcessPathsTest.class.getDeclaredClasses()))) {
      return; // Somebody runs a single one of them.
    }
    List<PathCoverage> all = PathCoverage.all();
    PathCoverage total = PathCoverage.total(all);
    all.forEach(System.out::println);
    System.out.println(total);
    assertThat(all)
        .allSatisfy(each -> assertThat(each.percent()).isGreaterThanOrEqualTo(LEAST_PERCENT));
  }
}
