package io.touchstone.platform.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.platform.engine.process.Processes.RunningVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a start makes of an installation into which somebody has deployed by hand. */
class ProcessDeploymentTest extends IntegrationTest {

  @Autowired private ProcessDeployment deployment;
  @Autowired private RepositoryService repository;
  @Autowired private Processes processes;
  @Autowired private TransactionTemplate transaction;

  @Test
  void a_start_with_the_same_files_deploys_nothing() {
    assertThat(deployment.deployIfChanged()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"annotation-pipeline.bpmn", "ingestion.bpmn", "tables/session-fatigue.dmn"})
  void a_single_file_that_somebody_deployed_is_overruled_by_the_next_start(String file) {
    rolledBack(
        () -> {
          deployAlone(file, "by hand");

          assertThat(deployment.deployIfChanged()).as("the set is deployed again").isTrue();
          assertThat(deployment.deployIfChanged()).as("and once is enough").isFalse();
        });
  }

  @Test
  void its_name_does_not_pass_it_off_as_the_products_set() {
    rolledBack(
        () -> {
          deployAlone("annotation-pipeline.bpmn", ProcessDeployment.NAME);

          assertThat(deployment.deployIfChanged()).isTrue();
        });
  }

  @Test
  void until_then_new_batches_begin_in_the_products_own_set() {
    rolledBack(
        () -> {
          String set = processes.latestSet();
          deployAlone("annotation-pipeline.bpmn", "by hand");

          processes.start(Processes.PIPELINE, "begun-beside-a-single-file");

          assertThat(processes.deploymentOf("begun-beside-a-single-file")).isEqualTo(set);
          assertThat(processes.knows("begun-beside-a-single-file", "ingestion")).isTrue();
          assertThat(processes.version("begun-beside-a-single-file").map(RunningVersion::key))
              .contains(Processes.PIPELINE);
        });
  }

  @Test
  void files_deployed_under_another_name_are_the_same_set_if_they_say_the_same() {
    rolledBack(
        () -> {
          DeploymentBuilder builder = repository.createDeployment().name("restored");
          for (String name : repository.getDeploymentResourceNames(processes.latestSet())) {
            if (!name.equals("listing.txt")) {
              builder.addInputStream(
                  name, repository.getResourceAsStream(processes.latestSet(), name));
            }
          }
          builder.deploy();

          assertThat(deployment.deployIfChanged()).isFalse();
        });
  }

  private void deployAlone(String file, String name) {
    try {
      String content = Files.readString(Path.of("processes", file));
      repository
          .createDeployment()
          .name(name)
          .addInputStream(
              "processes/" + file,
              new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))
          .deploy();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void rolledBack(Runnable work) {
    transaction.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          work.run();
        });
  }
}
