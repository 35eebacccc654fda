package io.touchstone.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.IntegrationTest;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An auditor at the machine door, and one person of each other role. */
abstract class InspectionTest extends IntegrationTest {

  private static final String PASSWORD = "Correct-Horse-7";

  @Autowired BeanFactory beans;
  @Autowired JdbcClient database;
  @Autowired Directory directory;
  @Autowired TestRestTemplate http;

  @BeforeEach
  void somebodyOfEachRole() {
    for (Role role : Role.values()) {
      if (role != Role.ADMINISTRATOR) {
        directory.add(user(role), user(role), Optional.of(PASSWORD), Set.of(role));
      }
    }
  }

  static String user(Role role) {
    return "inspection" + role.group();
  }

  TestRestTemplate as(String userId) {
    return http.withBasicAuth(userId, PASSWORD);
  }

  /** A user of these roles. */
  TestRestTemplate as(String userId, Role... roles) {
    directory.add(userId, userId, Optional.of(PASSWORD), Set.of(roles));
    return as(userId);
  }

  ResponseEntity<JsonNode> ask(Role role, String path, Object... places) {
    return as(user(role)).getForEntity("/api/v1/audit" + path, JsonNode.class, places);
  }

  JsonNode read(String path, Object... places) {
    ResponseEntity<JsonNode> answer = ask(Role.AUDITOR, path, places);
    if (answer.getStatusCode().value() != 200) {
      throw new AssertionError(path + " answered " + answer);
    }
    return answer.getBody();
  }
}
