package io.touchstone.project;

import io.touchstone.platform.security.ProjectAccess;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The projects that are loaded. */
@Service
public class Projects {

  private final ProjectRepository repository;

  Projects(ProjectRepository repository) {
    this.repository = repository;
  }

  public List<Project> all() {
    return repository.findAll();
  }

  public Optional<Project> find(String key) {
    return repository.find(key);
  }

  /** The project of that key, or a refusal with 404 that lists what there is. */
  public Project require(String key) {
    return find(key).orElseThrow(ProjectAccess::unknown);
  }

  /** A project under the versions of schema and guideline that a batch began with. */
  public Project asOf(String key, int labelSchemaVersion, int guidelineVersion) {
    return repository.findAsOf(key, labelSchemaVersion, guidelineVersion).orElseThrow();
  }
}
