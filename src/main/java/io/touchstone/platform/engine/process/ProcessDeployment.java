package io.touchstone.platform.engine.process;

import io.touchstone.platform.crypto.Sha256;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Makes one deployment of all processes, decisions and forms, and only if they differ from what new
 * batches begin under: all of a batch's definitions then belong together, a restart changes
 * nothing, and an installation into which a single file was deployed is whole again.
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
    Optional<String> latest = latestHolding(content);
    if (latest.isPresent()) {
      endTimersOutside(latest.get());
      return false;
    }
    DeploymentBuilder builder = repository.createDeployment().name(NAME).source(NAME);
    content.forEach((name, bytes) -> builder.addInputStream(name, new ByteArrayInputStream(bytes)));
    builder.addString(ProcessSets.LISTING, ProcessSet.listing(content));
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

  /**
   * The deployment under which new batches begin, if it holds this content, file by file, and all
   * of it is the newest of its key: a file that somebody deployed beside it, under whatever name,
   * would take the place of its process or table.
   */
  private Optional<String> latestHolding(TreeMap<String, byte[]> content) {
    Map<String, String> newest = newestByKey();
    return Optional.ofNullable(newest.get("process " + Processes.PIPELINE))
        .filter(deployment -> filesOf(deployment).equals(hashes(content)))
        .filter(
            deployment ->
                definitionsOf(deployment).stream()
                    .allMatch(key -> deployment.equals(newest.get(key))));
  }

  /** Id of the deployment of the newest version, by kind and key. */
  private Map<String, String> newestByKey() {
    Map<String, String> newest = new HashMap<>();
    repository
        .createProcessDefinitionQuery()
        .latestVersion()
        .list()
        .forEach(each -> newest.put("process " + each.getKey(), each.getDeploymentId()));
    repository
        .createDecisionDefinitionQuery()
        .latestVersion()
        .list()
        .forEach(each -> newest.put("table " + each.getKey(), each.getDeploymentId()));
    return newest;
  }

  private List<String> definitionsOf(String deploymentId) {
    List<String> keys = new ArrayList<>();
    repository
        .createProcessDefinitionQuery()
        .deploymentId(deploymentId)
        .list()
        .forEach(each -> keys.add("process " + each.getKey()));
    repository
        .createDecisionDefinitionQuery()
        .deploymentId(deploymentId)
        .list()
        .forEach(each -> keys.add("table " + each.getKey()));
    return keys;
  }

  private Map<String, String> filesOf(String deploymentId) {
    Map<String, String> files = new TreeMap<>();
    for (String name : repository.getDeploymentResourceNames(deploymentId)) {
      if (!name.equals(ProcessSets.LISTING)) {
        files.put(name, Sha256.hex(repository.getResourceAsStream(deploymentId, name)));
      }
    }
    return files;
  }

  private static Map<String, String> hashes(Map<String, byte[]> content) {
    Map<String, String> hashes = new TreeMap<>();
    content.forEach((name, bytes) -> hashes.put(name, Sha256.hex(bytes)));
    return hashes;
  }
}
