package io.touchstone.release.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.StartStep;
import io.touchstone.release.ReleaseFixture;
import io.touchstone.release.Samples;
import io.touchstone.release.approval.Approvals;
import io.touchstone.release.format.ProcessOrigin;
import io.touchstone.release.roundtrip.RoundTripCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A batch ends when its instance ends, whatever a process owner made of the diagram's ends. Changed
 * diagrams are deployed in transactions that are rolled back, so that no other test sees them.
 */
class EndOfBatchTest extends IntegrationTest {

  private static final AtomicInteger PROJECTS = new AtomicInteger();
  private static final Path PIPELINE = Path.of("processes/annotation-pipeline.bpmn");
  private static final ProcessOrigin ORIGIN =
      new ProcessOrigin("annotation-pipeline", 1, "d00d", "any");

  @Autowired private BeanFactory beans;
  @Autowired private JdbcClient database;
  @Autowired private DatasetBuilder builder;
  @Autowired private RoundTripCheck check;
  @Autowired private Approvals approvals;
  @Autowired private Batches batches;
  @Autowired private RuntimeService runtime;
  @Autowired private RepositoryService repository;
  @Autowired private ManagementService management;
  @Autowired private TransactionTemplate transactions;

  private ReleaseFixture fixture;
  private String batch;

  @BeforeEach
  void a_running_batch() {
    String project = "ending" + PROJECTS.incrementAndGet();
    fixture = new ReleaseFixture(beans, project);
    fixture.project(Samples.LABELS);
    batch = fixture.batch(1, "sue", 1);
    fixture.item(batch, 1, "Invoice", "billing");
  }

  private void rolledBack(Runnable work) {
    transactions.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          work.run();
        });
  }

  /** Deploys the pipeline as somebody changed it in Modeler. */
  private String deployed(Consumer<BpmnModelInstance> change) {
    BpmnModelInstance model = Bpmn.readModelFromFile(PIPELINE.toFile());
    change.accept(model);
    return repository
        .createDeployment()
        .addModelInstance("annotation-pipeline.bpmn", model)
        .deployWithResult()
        .getDeployedProcessDefinitions()
        .get(0)
        .getId();
  }

  /** As Modeler deletes an element: with the flow that leads to it, and what is drawn of both. */
  private static void delete(BpmnModelInstance model, String endEvent) {
    EndEvent event = model.getModelElementById(endEvent);
    for (BaseElement gone : List.of(event, event.getIncoming().iterator().next())) {
      model.getModelElementsByType(BpmnShape.class).stream()
          .filter(shape -> gone.equals(shape.getBpmnElement()))
          .toList()
          .forEach(EndOfBatchTest::remove);
      model.getModelElementsByType(BpmnEdge.class).stream()
          .filter(edge -> gone.equals(edge.getBpmnElement()))
          .toList()
          .forEach(EndOfBatchTest::remove);
    }
    ModelElementInstance flow = event.getIncoming().iterator().next();
    remove(flow);
    remove(event);
  }

  private static void remove(ModelElementInstance element) {
    element.getParentElement().removeChildElement(element);
  }

  private Batch.State state() {
    return batches.require(batch).state();
  }

  private String because() {
    return database
        .sql(
            """
            select details ->> 'because' from touchstone.audit_event
            where object = 'batch:' || ? and action = 'batch_ended'
            """)
        .param(batch)
        .query(String.class)
        .single();
  }

  private void approve() {
    builder.build(batch, ORIGIN);
    check.check(batch);
    approvals.approve(batch, "tom", "");
  }

  @Test
  void a_published_batch_is_done_where_the_end_event_of_the_diagram_was_deleted() {
    approve();
    rolledBack(
        () -> {
          String changed = deployed(model -> delete(model, "version-published"));
          runtime
              .createProcessInstanceById(changed)
              .businessKey(batch)
              .startBeforeActivity("publish")
              .execute();
          management
              .createJobQuery()
              .processDefinitionId(changed)
              .list()
              .forEach(job -> management.executeJob(job.getId()));

          assertThat(state()).isEqualTo(Batch.State.DONE);
          assertThat(because()).isEqualTo("published");
        });
  }

  @Test
  void a_batch_that_a_person_stopped_is_stopped_where_the_end_event_has_another_id() {
    long gate = fixture.held(batch, "annotation", "pace-not-believed", "Too fast.", "{}");
    fixture.resolved(gate, batch, "stop", "tom", "The wrong file.");
    rolledBack(
        () -> {
          String changed =
              deployed(
                  model ->
                      ((EndEvent) model.getModelElementById("batch-stopped")).setId("given-up"));
          runtime
              .createProcessInstanceById(changed)
              .businessKey(batch)
              .startBeforeActivity("where-to-go-on")
              .setVariable("resumeAt", "stop")
              .execute();

          assertThat(state()).isEqualTo(Batch.State.STOPPED);
          assertThat(because()).isEqualTo("stopped");
        });
  }

  @Test
  void a_batch_whose_diagram_ends_without_publication_is_stopped_and_not_done() {
    runtime
        .createProcessInstanceByKey("annotation-pipeline")
        .businessKey(batch)
        .startBeforeActivity("version-published")
        .execute();

    assertThat(state()).isEqualTo(Batch.State.STOPPED);
    assertThat(because()).isEqualTo("nothing-published");
  }

  @Test
  void a_batch_whose_instance_an_administrator_deletes_without_its_listeners_is_stopped() {
    ProcessInstance instance =
        runtime
            .createProcessInstanceByKey("annotation-pipeline")
            .businessKey(batch)
            .startBeforeActivity("publish")
            .execute();

    runtime.deleteProcessInstance(instance.getId(), "test", true);

    assertThat(state()).isEqualTo(Batch.State.STOPPED);
    assertThat(because()).isEqualTo("cancelled");
  }

  @Test
  void what_diagrams_without_ends_left_behind_is_mended_at_the_next_start() {
    database.sql("update touchstone.batch set published = true where id = ?").param(batch).update();
    String other = fixture.batch(2, "sue", 1);
    long gate = fixture.held(other, "annotation", "pace-not-believed", "Too fast.", "{}");
    fixture.resolved(gate, other, "stop", "tom", "The wrong file.");
    database
        .sql("update touchstone.batch set state = 'done', ended_at = now() where id = ?")
        .param(other)
        .update();

    rolledBack(
        () -> {
          beans.getBean("batchEndings", StartStep.class).run();

          assertThat(state()).isEqualTo(Batch.State.DONE);
          assertThat(batches.require(other).state()).isEqualTo(Batch.State.STOPPED);
        });
  }
}
