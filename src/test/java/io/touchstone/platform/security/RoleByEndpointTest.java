package io.touchstone.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.Browser;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.platform.web.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint at both mounts with every role and without a login, against one table: {@code
 * doors/role-by-endpoint.csv}. An endpoint without a row fails.
 */
class RoleByEndpointTest extends IntegrationTest {

  private static final Path TABLE = Path.of("src/test/resources/doors/role-by-endpoint.csv");
  private static final String PASSWORD = "quiet marble staircase";

  private record Endpoint(String mount, String method, String path) {

    private String row() {
      return method + " " + path;
    }

    /** With every parameter that some endpoint insists on, so that the role is what decides. */
    private String address() {
      return mount
          + path.replace("{version}", "1").replaceAll("\\{[^}]+}", "unknown")
          + "?format=csv&id=unknown";
    }

    private String body() {
      return method.equals("GET") ? "" : "{}";
    }
  }

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @Autowired private Directory directory;
  @LocalServerPort private int port;

  @Test
  void every_endpoint_has_a_row_and_no_row_is_left_over() throws IOException {
    Set<String> mapped = new TreeSet<>();
    endpoints().forEach(endpoint -> mapped.add(endpoint.row()));

    assertThat(table().keySet()).isEqualTo(mapped);
  }

  @Test
  void each_role_may_do_what_the_table_says_and_nothing_else() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Role role : Role.values()) {
      String user = "table" + role.name().toLowerCase(java.util.Locale.ROOT).replace("_", "");
      directory.add(user, "Table Role", Optional.of(PASSWORD), Set.of(role));
      Browser browser = new Browser(port);
      browser.login("welcome", user, PASSWORD);
      for (Endpoint endpoint : endpoints()) {
        int status = status(endpoint, user, browser);
        boolean allowed = status != 401 && status != 403;
        if (allowed != isAllowed(endpoint, role)) {
          wrong.add(role + " " + endpoint.mount() + " " + endpoint.row() + " -> " + status);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void without_a_login_nothing_is_open() {
    Machine anonymous = new Machine(port);
    for (Endpoint endpoint : endpoints()) {
      int status =
          anonymous.call(endpoint.method(), endpoint.address(), endpoint.body()).statusCode();
      assertThat(status).as(endpoint.toString()).isIn(401, 403);
    }
  }

  @Test
  void nothing_else_answers() {
    Machine anonymous = new Machine(port);
    for (String path :
        List.of(
            "/engine-rest/engine",
            "/actuator",
            "/actuator/env",
            "/v3/api-docs",
            "/v3/api-docs/swagger-config",
            "/swagger-ui/index.html",
            "/h2-console",
            "/.git/config",
            "/WEB-INF/web.xml",
            "/error")) {
      assertThat(anonymous.call("GET", path, "").statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void the_description_of_the_interface_is_there_for_whoever_is_logged_in() {
    var answer =
        new Machine(port)
            .call(
                "GET",
                "/api/v1/openapi.json",
                "",
                "Authorization",
                Machine.basic("admin", "Test-Password-1"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"openapi\"", "/api/v1/projects");
  }

  private int status(Endpoint endpoint, String user, Browser browser) {
    if (endpoint.mount().equals(Api.BROWSER)) {
      return browser.json(endpoint.method(), endpoint.address(), endpoint.body()).statusCode();
    }
    return new Machine(port)
        .call(
            endpoint.method(),
            endpoint.address(),
            endpoint.body(),
            "Authorization",
            Machine.basic(user, PASSWORD))
        .statusCode();
  }

  private boolean isAllowed(Endpoint endpoint, Role role) throws IOException {
    return role == Role.ADMINISTRATOR
        || table().getOrDefault(endpoint.row(), Set.of()).contains(role);
  }

  private List<Endpoint> endpoints() {
    List<Endpoint> all = new ArrayList<>();
    for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
      for (String pattern : mapping.getPatternValues()) {
        for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
          for (String mount : List.of(Api.MACHINE, Api.BROWSER)) {
            if (pattern.startsWith(mount + "/")) {
              all.add(new Endpoint(mount, method.name(), pattern.substring(mount.length())));
            }
          }
        }
      }
    }
    return all;
  }

  private static Map<String, Set<Role>> table() throws IOException {
    List<String> lines = Files.readAllLines(TABLE);
    List<String> roles = Arrays.asList(lines.get(0).split("\\|"));
    Map<String, Set<Role>> table = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\\|");
      Set<Role> allowed = EnumSet.noneOf(Role.class);
      for (int column = 1; column < cells.length; column++) {
        if (cells[column].equals("yes")) {
          allowed.add(Role.ofGroup(roles.get(column)).orElseThrow());
        }
      }
      table.put(cells[0], allowed);
    }
    return table;
  }
}
