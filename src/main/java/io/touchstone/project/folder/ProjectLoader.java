package io.touchstone.project.folder;

import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.StartRefused;
import io.touchstone.platform.StartStep;
import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.project.Project;
import io.touchstone.project.Projects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the projects of the configuration into the database at the start: what has changed becomes
 * a new version, running batches keep theirs. What the files said at the last start is neither
 * written nor locked, so that work on other nodes goes on.
 */
@Component
@Order(10)
class ProjectLoader implements StartStep {

  private static final Logger log = LoggerFactory.getLogger(ProjectLoader.class);

  private final TouchstoneSettings settings;
  private final Projects projects;
  private final FolderVersions versions;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  ProjectLoader(
      TouchstoneSettings settings,
      Projects projects,
      FolderVersions versions,
      AuditTrail audit,
      TransactionTemplate transaction) {
    this.settings = settings;
    this.projects = projects;
    this.versions = versions;
    this.audit = audit;
    this.transaction = transaction;
  }

  @Override
  public void run() {
    try {
      for (Resource file : files("*")) {
        load(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the folder of one project.
   *
   * @return whether there is one
   * @throws StartRefused that names file, line and key of what is wrong
   */
  boolean read(String key, Consumer<ProjectFolder> reader) {
    try {
      List<Resource> found = files(key);
      for (Resource file : found) {
        reader.accept(folder(file));
      }
      return !found.isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Resource> files(String folder) throws IOException {
    String root = settings.projectsPlace().replace("classpath:", "classpath*:");
    Resource[] files =
        new PathMatchingResourcePatternResolver()
            .getResources(root + folder + "/" + ProjectFolder.SETTINGS);
    return sorted(files);
  }

  private static List<Resource> sorted(Resource[] files) {
    List<Resource> all = new ArrayList<>(List.of(files));
    all.removeIf(file -> !file.exists());
    all.sort(Comparator.comparing(Resource::getDescription));
    return all;
  }

  private static ProjectFolder folder(Resource file) throws IOException {
    String shown = shortName(file).replace(ProjectFolder.SETTINGS, "");
    return ProjectFolder.read(shown, name -> text(file, name));
  }

  private void load(Resource file) throws IOException {
    ProjectFolder folder = folder(file);
    String name = shortName(file);
    transaction.executeWithoutResult(
        status -> {
          projects.oneWriterAtATime();
          refuseOtherTask(name, folder);
          boolean changed = versions.take(folder);
          if (changed) {
            recordLoad(projects.require(folder.settings().key()), folder.gold().size());
          }
        });
  }

  /** What was said of a project's items so far would have another form than what comes. */
  private void refuseOtherTask(String name, ProjectFolder folder) {
    projects
        .find(folder.settings().key())
        .map(Project::task)
        .filter(task -> task != folder.settings().task())
        .ifPresent(
            task -> {
              throw new StartRefused(
                  name
                      + ": the key \"task\" was "
                      + task.id()
                      + " when this project was first loaded and cannot change.",
                  "Put it back, and describe the other task as a project with a key of its own.");
            });
  }

  private void recordLoad(Project project, int goldItems) {
    audit.record(
        AuditTrail.SYSTEM,
        "project_loaded",
        "project:" + project.key(),
        Map.of(
            "version", project.version(),
            "labelSchema", project.labelSchemaVersion(),
            "guideline", project.guidelineVersion(),
            "gold", goldItems));
    log.info(
        "project_loaded project={} version={} label_schema={} guideline={} gold={}",
        project.key(),
        project.version(),
        project.labelSchemaVersion(),
        project.guidelineVersion(),
        goldItems);
  }

  private static String shortName(Resource file) throws IOException {
    String url = file.getURL().toString();
    int at = url.lastIndexOf("projects/");
    return at >= 0 ? url.substring(at) : url;
  }

  private static Optional<String> text(Resource file, String name) {
    try {
      Resource found = file.createRelative(name);
      return found.exists()
          ? Optional.of(found.getContentAsString(StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
