package io.touchstone.platform.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one deployment of all processes, decisions and forms, and only if they differ from the
 * latest one: all of a batch's definitions then belong together, and a restart changes nothing.
 */
@Component
class ProcessDeployment implements SmartInitializingSingleton {

  static final String NAME = "touchstone";
  private static final Logger log = LoggerFactory.getLogger(ProcessDeployment.class);

  private final ProcessFiles files;
  private final ProcessCheck check;
  private final RepositoryService repository;
  private final ManagementService management;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final DeploymentLog record;

  ProcessDeployment(
      ProcessFiles files,
      ProcessCheck check,
      RepositoryService repository,
      ManagementService management,
      JdbcClient database,
      TransactionTemplate transaction,
      DeploymentLog record) {
    this.files = files;
    this.check = check;
    this.repository = repository;
    this.management = management;
    this.database = database;
    this.transaction = transaction;
    this.record = record;
  }

  @Override
  public void afterSingletonsInstantiated() {
    deployIfChanged();
  }

  /** Whether something was deployed. */
  boolean deployIfChanged() {
    TreeMap<String, byte[]> content = files.read();
    check.check(content);
    return Boolean.TRUE.equals(transaction.execute(status -> deployIfChanged(content)));
  }

  private static final String ONE_NODE_AT_A_TIME =
      """
      select pg_advisory_xact_lock(hashtext('touchstone deployment'))
      """;

  private boolean deployIfChanged(TreeMap<String, byte[]> content) {
    database.sql(ONE_NODE_AT_A_TIME).query(rows -> {});
    String listing = ProcessSet.listing(content);
    if (latestListing().filter(listing::equals).isPresent()) {
      return false;
    }
    DeploymentBuilder builder = repository.createDeployment().name(NAME).source(NAME);
    content.forEach((name, bytes) -> builder.addInputStream(name, new ByteArrayInputStream(bytes)));
    builder.addString(ProcessSets.LISTING, listing);
    try {
      Deployment deployment = builder.deploy();
      endTimersOutside(deployment.getId());
      record.deployed(
          ProcessSet.of(deployment.getId(), deployment.getDeploymentTime().toInstant(), content),
          Optional.empty(),
          DeploymentLog.FILES_CHANGED);
      log.info("processes_deployed deployment={} files={}", deployment.getId(), content.size());
      return true;
    } catch (ParseException e) {
      throw ProcessCheck.refused(e);
    } catch (ProcessEngineException e) {
      throw ProcessCheck.refused(e);
    }
  }

  /**
   * A new version of a process takes over the timer that starts it; a process that is no longer in
   * the set has no new version, and would go on being started by its old one.
   */
  void endTimersOutside(String deploymentId) {
    management.createJobQuery().timers().list().stream()
        .filter(timer -> timer.getProcessInstanceId() == null)
        .filter(timer -> !deploymentId.equals(timer.getDeploymentId()))
        .forEach(timer -> management.deleteJob(timer.getId()));
  }

  private Optional<String> latestListing() {
    return repository
        .createDeploymentQuery()
        .deploymentName(NAME)
        .orderByDeploymentTime()
        .desc()
        .listPage(0, 1)
        .stream()
        .findFirst()
        .map(deployment -> repository.getResourceAsStream(deployment.getId(), ProcessSets.LISTING))
        .map(
            stream -> {
              try (stream) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
              } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
  }
}
