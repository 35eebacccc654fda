package io.touchstone.workforce.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.Machine;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import io.touchstone.workforce.Workforce;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list of people as a spreadsheet saves it, tried out and taken. */
class PeopleListTest extends IntegrationTest {

  private static final String PASSWORD = "quiet marble staircase";

  @Autowired private BeanFactory beans;
  @Autowired private Directory directory;
  @Autowired private Workforce workforce;
  @Autowired private JdbcClient database;
  @LocalServerPort private int port;

  private Road road;
  private String dora;

  @BeforeEach
  void a_data_manager_and_a_project() {
    road = Road.of(beans, Options.standard());
    dora = id("dora");
    directory.add(dora, "Dora", Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
  }

  @Test
  void a_list_is_tried_out_line_by_line_and_then_taken_as_a_whole() {
    String list =
        """
        id,name,mail,department,skills,capacity,days,conflicts
        ADA,"Arlt, Ada",ada@example.org,claims,SKILL=0.8,120,mon-wed fri,person:BEN | source:ward 3
        BEN,Ben Berg,,claims,SKILL,,,project:PROJECT
        """;

    JsonNode tried = body(send(list, ""));

    assertThat(tried.get("applied").asBoolean()).isFalse();
    assertThat(tried.get("added").asInt()).isEqualTo(2);
    assertThat(tried.get("refused").asInt()).isZero();
    assertThat(tried.get("lines").get(0).get("line").asInt()).isEqualTo(2);
    assertThat(directory.find(id("ada"))).as("trying out changes nothing").isEmpty();

    JsonNode taken = body(send(list, "?apply=true"));

    assertThat(taken.get("applied").asBoolean()).isTrue();
    assertThat(taken.get("entries")).hasSize(2);
    assertThat(taken.get("entries").get(0).get("link").asText()).contains("/invitation#");
    JsonNode ada = body(get("/people/" + id("ada")));
    assertThat(ada.get("person").get("name").asText()).isEqualTo("Arlt, Ada");
    assertThat(ada.get("person").get("minutesPerDay").asInt()).isEqualTo(120);
    assertThat(ada.get("person").get("workingDays").toString())
        .isEqualTo("[\"mon\",\"tue\",\"wed\",\"fri\"]");
    assertThat(ada.get("conflicts")).hasSize(2);
    assertThat(workforce.find(id("ada")).orElseThrow().skills()).containsValue(0.8);

    JsonNode again = body(send(list, "?apply=true"));
    assertThat(again.get("unchanged").asInt()).isEqualTo(2);
    assertThat(again.get("entries")).isEmpty();
    String more = list.replace("claims", "wards").replace("SKILL=0.8", "SKILL=0.9");
    JsonNode changed = body(send(more, "?apply=true"));
    assertThat(changed.get("changed").asInt()).isEqualTo(2);
    assertThat(workforce.find(id("ada")).orElseThrow().department()).isEqualTo("wards");
  }

  @Test
  void each_mistake_is_a_sentence_with_line_and_field_and_nothing_is_done() {
    String list =
        """
        id,name,mail,roles,skills,capacity,days,conflicts
        ADA,Ada,,,SKILL,,,
        ada-b,Ben,,,,,,
        BEN,,,,,,,
        CEM,Cem,nowhere,,,,,
        DAN,Dan,,reviewer,,,,
        EVA,Eva,,,swimming,,,
        FAY,Fay,,,SKILL=7,,,
        GUS,Gus,,,,0,,
        HAL,Hal,,,,,someday,
        ADA,Ada again,,,,,,
        IDA,Ida,,,,,,person:IDA
        JAN,Jan,,,,,,person:nobodyatall
        KIM,Kim,,,,,,project:none
        LEA,Lea,,,,
        """;

    JsonNode answer = body(send(list, ""));

    List<String> faults = new ArrayList<>();
    for (JsonNode line : answer.get("lines")) {
      line.get("faults")
          .forEach(
              fault ->
                  faults.add(
                      line.get("line").asInt()
                          + " "
                          + fault.get("field").asText()
                          + " "
                          + fault
                              .get("sentence")
                              .asText()
                              .replaceAll("^(\\S+ \\S+ \\S+).*", "$1")));
    }
    assertThat(faults)
        .containsExactly(
            "3 id A user id",
            "4 name Write the name",
            "5 mail A mail address",
            "6 roles You may not",
            "7 skills No project asks",
            "8 skills The level of",
            "9 capacity Minutes a day",
            "10 days Working days are",
            "11 id Line 2 has",
            "12 conflicts Nobody has a",
            "13 conflicts Nobody has the",
            "14 conflicts There is no",
            "15  This line has");
    HttpResponse<String> refused = send(list, "?apply=true");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("13 of 14 lines", "nothing was changed");
    assertThat(directory.find(id("ada"))).isEmpty();
    assertThat(
            database
                .sql("select count(*) from touchstone.audit_event where object = ?")
                .param("user:" + id("ada"))
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void a_new_skill_is_taken_where_that_was_said() {
    String list = "id;name;skills\nADA;Ada;swimming" + road.project().replaceAll("\\D", "") + "\n";

    assertThat(body(send(list, "?newSkills=true")).get("refused").asInt()).isZero();
    assertThat(body(send(list, "")).get("refused").asInt()).isEqualTo(1);
  }

  @Test
  void what_is_no_list_at_all_is_refused_with_a_sentence() {
    assertThat(send("id,shoe size\nADA,42\n", "").body())
        .contains("Line 1 names the column \\\"shoe size\\\"");
    assertThat(send("name\nAda\n", "").body()).contains("id among them");
    assertThat(send("", "").body()).contains("The list has no line");
    JsonNode broken = body(send("id,name\nADA,Ada\nBEN,\"Ben \"Berg\n", ""));
    assertThat(broken.get("lines").get(1).get("line").asInt()).isEqualTo(3);
    assertThat(broken.get("lines").get(1).get("faults").get(0).get("sentence").asText())
        .contains("The quotes of this line do not fit");
  }

  private HttpResponse<String> send(String list, String query) {
    String text = list.replace("SKILL", road.project()).replace("PROJECT", road.project());
    for (String name : "ADA BEN CEM DAN EVA FAY GUS HAL IDA JAN KIM LEA".split(" ")) {
      text = text.replace(name, id(name.toLowerCase()));
    }
    return new Machine(port)
        .call(
            "POST",
            "/api/v1/people-list" + query,
            text,
            "Content-Type",
            "text/csv",
            "Authorization",
            Machine.basic(dora, PASSWORD));
  }

  private HttpResponse<String> get(String path) {
    return new Machine(port)
        .call("GET", "/api/v1" + path, "", "Authorization", Machine.basic(dora, PASSWORD));
  }

  private String id(String name) {
    return name + road.project().replaceAll("\\D", "");
  }

  private static JsonNode body(HttpResponse<String> answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + answer.statusCode(), e);
    }
  }
}
