package io.touchstone.platform.engine.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.IntegrationTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever gets an expression into the engine reaches what the product names, and nothing else. */
class NamedCodeTest extends IntegrationTest {

  private static final String KEY = "foreign-code-probe";

  @Autowired private ProcessEngine engine;
  @Autowired private NamedCode code;
  @Autowired private JdbcClient database;
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${''.getClass().forName('java.lang.Runtime')}",
        "${''.class}",
        "${\"\"['class']}",
        "${''.bytes}",
        "${execution.getProcessEngineServices().getRepositoryService()}",
        "${execution.processEngineServices}",
        "${execution.processEngine}",
        "${execution.class.classLoader}",
        "${execution.engineServices}",
        "${dateTime().class}",
        "${dateTime().getClass()}",
        "${dateTime().getChronology().getClass()}",
        "${now().getClass()}",
        "${closeWorkPackageDelegate.execute(execution)}",
        "${closeWorkPackageDelegate.class}",
        "${dataSource.connection}",
        "${dataSource}",
        "${processEngine}",
        "${systemProperties}",
        "${environment}",
        "${jdbcTemplate}",
        "${masterKey}"
      })
  void what_the_product_does_not_name_cannot_be_reached(String expression) {
    assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(ProcessEngineException.class);
  }

  @Test
  void no_program_is_started_by_an_expression() {
    Path trace = folder.resolve("started").toAbsolutePath();
    String expression =
        "${''.getClass().forName('java.lang.Runtime').getMethods()[6].invoke(null).exec('touch "
            + trace
            + "')}";

    assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(ProcessEngineException.class);

    assertThat(trace).doesNotExist();
  }

  @Test
  void delegates_variables_times_and_operators_are_there() {
    assertThat(evaluate("${closeWorkPackageDelegate}")).isNotNull();
    assertThat(evaluate("${stageListener}")).isNotNull();
    assertThat(evaluate("${1 + 1 == 2 && !empty 'x' ? 'yes' : 'no'}")).isEqualTo("yes");
    assertThat(evaluate("${dateTime().plusDays(2).toDate()}")).isInstanceOf(Date.class);
    assertThat(evaluate("${'quality'.startsWith('qual')}")).isEqualTo(true);
  }

  static Stream<BpmnModelInstance> foreign() {
    return Stream.of(
        process().serviceTask("work").camundaClass("java.lang.Thread").endEvent().done(),
        process().serviceTask("work").camundaExternalTask("outside").endEvent().done(),
        process().serviceTask("work").camundaExpression("${''.class.name}").endEvent().done(),
        process().serviceTask("work").camundaDelegateExpression("${dataSource}").endEvent().done(),
        process().scriptTask("work").scriptFormat("groovy").scriptText("1").endEvent().done(),
        process()
            .userTask("work")
            .camundaTaskListenerClass("create", "java.lang.Thread")
            .endEvent()
            .done(),
        process()
            .userTask("work")
            .camundaExecutionListenerExpression("start", "${execution.class}")
            .endEvent()
            .done());
  }

  private static org.camunda.bpm.model.bpmn.builder.StartEventBuilder process() {
    return Bpmn.createExecutableProcess(KEY).camundaHistoryTimeToLive(30).startEvent();
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void the_engine_takes_no_process_that_calls_what_is_not_named(BpmnModelInstance model) {
    assertThatThrownBy(
            () ->
                engine
                    .getRepositoryService()
                    .createDeployment()
                    .addModelInstance(KEY + ".bpmn", model)
                    .deploy())
        .hasMessageContaining("This process is not run: element \"work\"");
  }

  /** As one that lies in the database since a time when anybody could deploy. */
  @Test
  void a_process_that_was_stored_before_is_not_run() {
    String deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .addModelInstance(
                KEY + ".bpmn",
                process().serviceTask("work").camundaExpression("${1 + 1}").endEvent().done())
            .deploy()
            .getId();
    try {
      database
          .sql(
              """
              update act_ge_bytearray
              set bytes_ = convert_to(
                replace(convert_from(bytes_, 'UTF8'), '${1 + 1}', '${execution.class}'), 'UTF8')
              where deployment_id_ = ?
              """)
          .param(deployment)
          .update();
      ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
          .getDeploymentCache()
          .discardProcessDefinitionCache();

      assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey(KEY))
          .hasMessageContaining("This process is not run");
    } finally {
      engine.getRepositoryService().deleteDeployment(deployment, true);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"juel", "groovy", "javascript", "feel"})
  void a_table_reaches_no_class_in_whatever_language(String language) {
    String cell =
        language.equals("feel")
            ? "(function(x) external {java: {class: \"java.lang.System\","
                + " method signature: \"getProperty(java.lang.String)\"}})(\"user.name\")"
            : "${\"\".getClass().forName(\"java.lang.System\").getName()}";
    DmnEngine tables = TableEngine.of(code);
    List<DmnDecision> parsed =
        tables.parseDecisions(
            new ByteArrayInputStream(
                TABLE
                    .formatted(language, cell.replace("\"", "&quot;"))
                    .getBytes(StandardCharsets.UTF_8)));

    Object answer;
    try {
      answer = tables.evaluateDecisionTable(parsed.get(0), Map.of()).getSingleEntry();
    } catch (RuntimeException refused) {
      answer = null;
    }

    assertThat(answer).isNull();
  }

  private static final String TABLE =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d"
          namespace="n">
        <decision id="probe" name="Probe">
          <decisionTable id="t" hitPolicy="FIRST">
            <output id="o" name="answer" typeRef="string" />
            <rule id="r">
              <outputEntry id="c" expressionLanguage="%s"><text>%s</text></outputEntry>
            </rule>
          </decisionTable>
        </decision>
      </definitions>
      """;

  private Object evaluate(String expression) {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    return configuration
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              AbstractVariableScope execution = new ExecutionEntity();
              return configuration
                  .getExpressionManager()
                  .createExpression(expression)
                  .getValue(execution);
            });
  }
}
