package io.touchstone.project;

import io.touchstone.platform.security.project.ProjectAccess;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The projects. Whatever is done for a batch reads its project by {@link #of}; the newest version
 * is for what belongs to no batch: lists, figures of today, and what comes next.
 */
@Service
public class Projects {

  private final ProjectRepository repository;

  Projects(ProjectRepository repository) {
    this.repository = repository;
  }

  /** The newest version of each, in the order of their keys. */
  public List<Project> all() {
    return repository.findAll();
  }

  /** The newest version. */
  public Optional<Project> find(String key) {
    return repository.find(key);
  }

  /** The newest version of that key, or a refusal with 404 that lists what there is. */
  public Project require(String key) {
    return find(key).orElseThrow(ProjectAccess::unknown);
  }

  /** The project as a batch has pinned it. */
  public Project of(Pins pins) {
    return repository.find(pins).orElseThrow();
  }

  /** Keeps others, on all nodes, from making versions of projects until the transaction ends. */
  public void oneWriterAtATime() {
    repository.oneAtATime();
  }
}
