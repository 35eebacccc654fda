package io.touchstone.platform.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.touchstone.IntegrationTest;
import io.touchstone.Settings;
import io.touchstone.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A process owner's slip stops the start with file, element and a sentence; nothing is deployed.
 */
class BrokenProcessFilesTest extends IntegrationTest {

  @Autowired private ProcessCheck check;
  @Autowired private RepositoryService repository;
  @Autowired private ManagementService management;
  @Autowired private JdbcClient database;
  @Autowired private TransactionTemplate transaction;
  @Autowired private DeploymentLog record;
  @TempDir private Path folder;
  private long deployments;

  @BeforeEach
  void a_folder_of_the_process_owner() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(Path.of("processes").relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    deployments = repository.createDeploymentQuery().count();
  }

  @Test
  void a_bpmn_that_is_no_xml() throws IOException {
    Files.writeString(folder.resolve("annotation.bpmn"), "<<<<<<< HEAD");

    assertThat(refusal()).contains("processes/annotation.bpmn").contains("line 1: ");
  }

  @Test
  void a_flow_that_leads_nowhere() throws IOException {
    edit(
        "annotation.bpmn",
        "sourceRef=\"check-judgements\" targetRef=\"items-annotated\"",
        "sourceRef=\"check-judgements\" targetRef=\"items-anotated\"");

    assertThat(refusal())
        .contains(
            "processes/annotation.bpmn: element \"check-judgements-to-items-annotated\" points to"
                + " \"items-anotated\", which does not exist.");
  }

  @Test
  void a_delegate_that_the_product_does_not_have() throws IOException {
    edit("annotation.bpmn", "${checkAnnotationDelegate}", "${checkAnotationDelegate}");

    assertThat(refusal())
        .contains(
            "processes/annotation.bpmn: element \"check-judgements\" calls"
                + " ${checkAnotationDelegate}, which does not exist in the product.");
  }

  @Test
  void two_start_events() throws IOException {
    edit(
        "release.bpmn",
        "<bpmn:startEvent id=\"verdicts-ready\"",
        "<bpmn:startEvent id=\"another-start\" /><bpmn:startEvent id=\"verdicts-ready\"");

    assertThat(refusal())
        .contains("processes/release.bpmn")
        .contains("verdicts-ready")
        .contains("start event");
  }

  @Test
  void a_condition_that_is_no_expression() throws IOException {
    edit("work-package.bpmn", "${kind == 'adjudication'}", "${kind == 'adjudication'");

    assertThat(refusal())
        .contains(
            "processes/work-package.bpmn: element \"which-work-to-adjudicate-items\": the"
                + " expression ${kind == 'adjudication' cannot be read.");
  }

  @Test
  void a_dmn_that_is_no_xml() throws IOException {
    Files.writeString(folder.resolve("gates/gate-quality.dmn"), "quality >= 0.6");

    assertThat(refusal()).contains("processes/gates/gate-quality.dmn");
  }

  @ParameterizedTest
  @CsvSource({
    "not(0), != 0, gate-ingestion-15, gate-ingestion-15-i4",
    "&gt; 0.05, &gt; 5 %, gate-ingestion-17, gate-ingestion-17-i3",
    "'\"fit\"', '\"fit', gate-ingestion-25, gate-ingestion-25-o2"
  })
  void a_cell_that_is_no_feel(String right, String wrong, String rule, String cell)
      throws IOException {
    edit("gates/gate-ingestion.dmn", "<text>" + right + "</text>", "<text>" + wrong + "</text>");

    assertThat(refusal())
        .contains(
            "processes/gates/gate-ingestion.dmn: rule \"" + rule + "\", cell \"" + cell + "\": ")
        .contains("is no FEEL");
  }

  @Test
  void an_input_that_is_no_feel() throws IOException {
    edit("tables/gold-flag.dmn", "<text>wilsonHigh</text>", "<text>wilsonHigh +</text>");

    assertThat(refusal())
        .contains("processes/tables/gold-flag.dmn: input, cell \"input-high-expression\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${''.getClass().forName('java.lang.Runtime')}|\"forName\"",
        "${execution.getProcessEngineServices().getRuntimeService()}|\"getRuntimeService\"",
        "${x['class']}|brackets",
        "${exec('ls')}|the function exec"
      })
  void an_expression_that_reaches_for_more_than_the_product_names(String expression, String named)
      throws IOException {
    edit("annotator-coaching.bpmn", "${execution.setVariable('hours', 72)}", expression);

    assertThat(refusal())
        .contains("processes/annotator-coaching.bpmn: element ")
        .contains(" uses " + named + ", which the product does not name.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "camunda:class=\"java.lang.Thread\"|names java.lang.Thread as its class",
        "camunda:type=\"shell\"|would be done as \"shell\"",
        "camunda:delegateExpression=\"${dataSource}\"|calls ${dataSource}, which does not exist"
      })
  void a_service_task_that_calls_something_else_than_a_delegate(String call, String complaint)
      throws IOException {
    edit("annotation.bpmn", "camunda:delegateExpression=\"${checkAnnotationDelegate}\"", call);

    assertThat(refusal())
        .contains("processes/annotation.bpmn: element \"check-judgements\" " + complaint);
  }

  @Test
  void a_cell_in_another_language_than_feel() throws IOException {
    edit(
        "tables/gold-flag.dmn",
        "id=\"input-high-expression\"",
        "id=\"input-high-expression\" expressionLanguage=\"groovy\"");

    assertThat(refusal())
        .contains("processes/tables/gold-flag.dmn: cell \"input-high-expression\"")
        .contains("tables are in FEEL");
  }

  @Test
  void all_slips_are_named_at_once() throws IOException {
    edit("gates/gate-ingestion.dmn", "<text>not(0)</text>", "<text>!= 0</text>");
    edit("annotation.bpmn", "${checkAnnotationDelegate}", "${checkAnotationDelegate}");

    assertThat(refusal()).contains("gate-ingestion.dmn").contains("annotation.bpmn");
  }

  private void edit(String file, String found, String replaced) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(found);
    Files.writeString(path, text.replace(found, replaced));
  }

  private String refusal() {
    ProcessFiles files = new ProcessFiles(Settings.of("data", data(), "processes", folder));
    StartRefused refused =
        catchThrowableOfType(
            StartRefused.class,
            () ->
                new ProcessDeployment(
                        files, check, repository, management, database, transaction, record)
                    .deployIfChanged());
    assertThat(refused).as("the start is refused").isNotNull();
    assertThat(refused.action()).contains("Camunda Modeler");
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
    return refused.getMessage();
  }
}
