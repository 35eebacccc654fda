package io.touchstone.platform.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.platform.engine.task.TaskPolicy;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a process owner, an auditor and the engine expect of every file below processes. */
class ProcessFilesTest extends IntegrationTest {

  @Autowired private ProcessCheck check;
  @Autowired private ProcessFiles files;
  @Autowired private List<TaskPolicy> policies;

  static Stream<File> processes() throws IOException {
    return below(".bpmn");
  }

  static Stream<File> decisions() throws IOException {
    return below(".dmn");
  }

  private static Stream<File> below(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("processes"))) {
      return all
          .filter(path -> path.toString().endsWith(ending))
          .sorted()
          .map(Path::toFile)
          .toList()
          .stream();
    }
  }

  @Test
  void all_files_pass_the_check_of_the_start() {
    check.check(files.read());
  }

  @ParameterizedTest
  @MethodSource("processes")
  void a_process_bears_its_files_name_a_title_a_retention_and_a_version(File file) {
    Process process = single(Bpmn.readModelFromFile(file).getModelElementsByType(Process.class));

    assertThat(file).hasName(process.getId() + ".bpmn");
    assertThat(process.getName()).isNotBlank();
    assertThat(process.isExecutable()).isTrue();
    assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
    assertThat(process.getCamundaVersionTag()).isNotBlank();
    assertThat(process.getDocumentations()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("processes")
  void every_node_has_a_name_and_every_way_out_of_a_question_is_an_answer(File file) {
    BpmnModelInstance model = Bpmn.readModelFromFile(file);

    assertThat(model.getModelElementsByType(FlowNode.class))
        .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
    for (ExclusiveGateway gateway : model.getModelElementsByType(ExclusiveGateway.class)) {
      assertThat(gateway.getName()).endsWith("?");
      assertThat(gateway.getOutgoing())
          .allSatisfy(
              flow -> {
                assertThat(flow.getName()).as(flow.getId()).isNotBlank();
                assertThat(flow.getConditionExpression() != null || flow == gateway.getDefault())
                    .as("%s has a condition or is the default", flow.getId())
                    .isTrue();
              });
    }
  }

  @ParameterizedTest
  @MethodSource("processes")
  void every_element_is_drawn(File file) {
    BpmnModelInstance model = Bpmn.readModelFromFile(file);
    Set<String> drawn = new HashSet<>();
    model
        .getModelElementsByType(BpmnShape.class)
        .forEach(shape -> drawn.add(shape.getBpmnElement().getId()));
    for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
      drawn.add(edge.getBpmnElement().getId());
      assertThat(edge.getWaypoints()).hasSizeGreaterThanOrEqualTo(2);
    }

    for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
      if (element instanceof FlowNode || element instanceof SequenceFlow) {
        assertThat(drawn).contains(element.getId());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("processes")
  void every_call_stays_within_the_deployment_that_the_batch_began_with(File file)
      throws IOException {
    BpmnModelInstance model = Bpmn.readModelFromFile(file);
    List<String> known = new ArrayList<>();
    Stream.concat(processes(), decisions())
        .forEach(each -> known.add(each.getName().replaceAll("\\.\\w+$", "")));

    for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
      assertThat(call.getCamundaCalledElementBinding()).as(call.getId()).isEqualTo("deployment");
      assertThat(known).contains(call.getCalledElement());
    }
    for (BusinessRuleTask gate : model.getModelElementsByType(BusinessRuleTask.class)) {
      assertThat(gate.getCamundaDecisionRefBinding()).as(gate.getId()).isEqualTo("deployment");
      assertThat(known).contains(gate.getCamundaDecisionRef());
    }
  }

  @ParameterizedTest
  @MethodSource("processes")
  void every_task_of_a_person_has_a_form_a_due_date_somebody_and_a_policy(File file) {
    List<String> covered = policies.stream().map(TaskPolicy::taskKey).toList();

    for (UserTask task : Bpmn.readModelFromFile(file).getModelElementsByType(UserTask.class)) {
      assertThat(task.getCamundaFormKey())
          .isEqualTo("embedded:deployment:forms/" + task.getId() + ".html");
      assertThat(Path.of("forms", task.getId() + ".html")).isRegularFile();
      assertThat(task.getCamundaDueDate()).isNotBlank();
      assertThat(task.getCamundaAssignee() != null || task.getCamundaCandidateGroups() != null)
          .as("%s has an assignee or a pool", task.getId())
          .isTrue();
      assertThat(covered).contains(task.getId());
    }
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void a_table_bears_its_files_name_a_title_a_retention_and_a_version_and_is_drawn(File file) {
    DmnModelInstance model = Dmn.readModelFromFile(file);
    Decision decision = single(model.getModelElementsByType(Decision.class));

    assertThat(file).hasName(decision.getId() + ".dmn");
    assertThat(decision.getName()).isNotBlank();
    assertThat(decision.getDescription().getTextContent()).isNotBlank();
    assertThat(decision.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
    assertThat(decision.getVersionTag()).isNotBlank();
    assertThat(Dmn.convertToString(model)).contains("dmnElementRef=\"" + decision.getId() + "\"");
    assertThat(model.getModelElementsByType(Input.class))
        .allSatisfy(input -> assertThat(input.getLabel()).isNotBlank());
    assertThat(model.getModelElementsByType(Output.class))
        .extracting(Output::getName)
        .contains("rule", "because");
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void every_rule_says_why_it_exists_and_why_it_fired(File file) {
    DecisionTable table = table(file);

    Set<String> codes = new HashSet<>();
    List<String> outputs = table.getOutputs().stream().map(Output::getName).toList();
    for (Rule rule : table.getRules()) {
      assertThat(rule.getDescription()).as(rule.getId()).isNotNull();
      assertThat(rule.getDescription().getTextContent()).as(rule.getId()).isNotBlank();
      List<OutputEntry> answers = List.copyOf(rule.getOutputEntries());
      assertThat(answers)
          .allSatisfy(answer -> assertThat(answer.getText().getTextContent()).isNotBlank());
      String code = answers.get(outputs.indexOf("rule")).getText().getTextContent();
      assertThat(codes.add(code)).as("the code %s stands once", code).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void the_first_row_catches_what_is_undefined_and_the_last_row_the_rest(File file) {
    DecisionTable table = table(file);
    List<Rule> rules = List.copyOf(table.getRules());

    assertThat(table.getHitPolicy()).isEqualTo(HitPolicy.FIRST);
    assertThat(rules.get(0).getInputEntries())
        .extracting(ProcessFilesTest::text)
        .contains("null")
        .allMatch(cell -> cell.isEmpty() || cell.equals("null"));
    assertThat(rules.get(rules.size() - 1).getInputEntries())
        .extracting(ProcessFilesTest::text)
        .allMatch(String::isEmpty);
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void nothing_known_is_never_a_pass(File file) throws IOException {
    DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    DmnDecision decision = engine.parseDecisions(Files.newInputStream(file.toPath())).get(0);
    Map<String, Object> nothing = new HashMap<>();
    for (String name : List.of("votes", "topVotes", "annotatorsPerItem", "distinctLabels", "tie")) {
      nothing.put(name, null);
    }
    table(file)
        .getInputs()
        .forEach(input -> nothing.put(input.getInputExpression().getText().getTextContent(), null));

    Map<String, Object> answer =
        engine.evaluateDecisionTable(decision, nothing).getSingleResult().getEntryMap();

    assertThat(answer.values()).doesNotContain("pass", "accept", "pause").doesNotContainNull();
  }

  private static String text(InputEntry entry) {
    return entry.getText().getTextContent().strip();
  }

  private static DecisionTable table(File file) {
    return single(Dmn.readModelFromFile(file).getModelElementsByType(DecisionTable.class));
  }

  private static <T> T single(Iterable<T> all) {
    assertThat(all).hasSize(1);
    return all.iterator().next();
  }
}
