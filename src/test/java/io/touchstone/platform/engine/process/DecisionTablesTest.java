package io.touchstone.platform.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.platform.engine.EngineRights;
import io.touchstone.platform.engine.code.NamedCode;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DecisionTablesTest extends IntegrationTest {

  @Autowired private RepositoryService repository;
  @Autowired private Processes processes;
  @Autowired private EngineRights rights;
  @Autowired private NamedCode code;
  @Autowired private IdentityService identity;

  @AfterEach
  void nobody_is_logged_in() {
    identity.clearAuthentication();
  }

  @Test
  void the_first_to_ask_a_table_may_be_somebody_who_cannot_read_deployments() {
    DecisionTables justStarted = new DecisionTables(repository, processes, rights, code);
    identity.setAuthentication("ann", List.of("annotator"));

    Map<String, Object> answer =
        justStarted.evaluateNewest(
            "session-fatigue", Map.of("activeMinutes", 61.0, "pauseMinutes", 0.0));

    assertThat(answer).containsEntry("action", "stop");
  }
}
