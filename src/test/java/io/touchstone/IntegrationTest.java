package io.touchstone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test on the real engine and a real PostgreSQL. All such tests share one application and one
 * database, so each makes its own batches; the job executor is off and jobs run when a test says
 * so.
 */
@Tag("application")
@ExtendWith(RunningTest.class)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "camunda.bpm.job-execution.enabled=false",
      "touchstone.seed=test",
      "touchstone.projects=classpath:demo/projects/",
      "touchstone.admin-password=Test-Password-1",
      "touchstone.largest-calculation=4MB",
      // Nobody pulls the plug of these tests: what is committed need not reach the disk at once.
      "spring.datasource.hikari.data-source-properties.options=-c synchronous_commit=off"
    })
public abstract class IntegrationTest {

  private static final Path DATA = newFolder();

  @DynamicPropertySource
  static void dataFolder(DynamicPropertyRegistry registry) {
    registry.add("touchstone.data", DATA::toString);
  }

  private static Path newFolder() {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "data-");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Where this application keeps its durable files. */
  protected static Path data() {
    return DATA;
  }
}
