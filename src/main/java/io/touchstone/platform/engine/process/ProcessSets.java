package io.touchstone.platform.engine.process;

import io.touchstone.platform.engine.EngineRights;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.Resource;
import org.springframework.stereotype.Service;

/**
 * The sets that were deployed, their hashes computed from the files as they are stored now; read
 * with the engine's own rights: who may see it was decided before.
 */
@Service
public class ProcessSets {

  /** Kept beside the files of a set, and not one of them. */
  static final String LISTING = "listing.txt";

  private final RepositoryService repository;
  private final ProcessHistory history;
  private final EngineRights rights;

  ProcessSets(RepositoryService repository, ProcessHistory history, EngineRights rights) {
    this.repository = repository;
    this.history = history;
    this.rights = rights;
  }

  /** The set under which a batch runs or ran; empty if the engine has no trace of it. */
  public Optional<ProcessSet> ofBatch(String batchId) {
    return history.pipelineVersion(batchId).flatMap(version -> find(version.deploymentId()));
  }

  /** A set by the engine's id of its deployment. */
  public Optional<ProcessSet> find(String deploymentId) {
    return rights.asSystem(
        () ->
            repository.createDeploymentQuery().deploymentId(deploymentId).list().stream()
                .map(this::set)
                .findFirst());
  }

  /** Everything that was ever deployed and is there, the first one first. */
  public List<ProcessSet> all() {
    return rights.asSystem(
        () ->
            repository.createDeploymentQuery().list().stream()
                .map(this::set)
                .sorted(
                    Comparator.comparing(ProcessSet::deployedAt)
                        .thenComparing(ProcessSet::deploymentId))
                .toList());
  }

  private ProcessSet set(Deployment deployment) {
    Map<String, byte[]> content = new TreeMap<>();
    for (Resource resource : repository.getDeploymentResources(deployment.getId())) {
      if (!resource.getName().equals(LISTING)) {
        content.put(resource.getName(), resource.getBytes());
      }
    }
    return ProcessSet.of(deployment.getId(), deployment.getDeploymentTime().toInstant(), content);
  }
}
