package io.touchstone.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.StartRefused;
import io.touchstone.platform.StartStep;
import io.touchstone.platform.TouchstoneSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the projects of the configuration into the database at the start: a changed label schema
 * or guideline becomes a new version, running batches keep theirs. What the files said at the last
 * start is neither written nor locked, so that work on other nodes goes on.
 */
@Component
@Order(10)
class ProjectLoader implements StartStep {

  private static final Logger log = LoggerFactory.getLogger(ProjectLoader.class);

  private static final List<String> GOLD_TEXTS = List.of("id", "text", "label");
  private static final List<String> SPAN_GOLD_TEXTS = List.of("id", "text");

  private final TouchstoneSettings settings;
  private final ProjectRepository repository;
  private final GoldSink gold;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final ObjectMapper json = new ObjectMapper();

  ProjectLoader(
      TouchstoneSettings settings,
      ProjectRepository repository,
      GoldSink gold,
      AuditTrail audit,
      TransactionTemplate transaction) {
    this.settings = settings;
    this.repository = repository;
    this.gold = gold;
    this.audit = audit;
    this.transaction = transaction;
  }

  @Override
  public void run() {
    try {
      for (Resource file : files()) {
        load(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Resource> files() throws IOException {
    String root =
        settings
            .projectsFolder()
            .map(Path::toUri)
            .map(Object::toString)
            .orElse("classpath:projects/");
    Resource[] files =
        new PathMatchingResourcePatternResolver()
            .getResources(root.replace("classpath:", "classpath*:") + "*/project.yaml");
    return sorted(files);
  }

  private static List<Resource> sorted(Resource[] files) {
    List<Resource> all = new ArrayList<>(List.of(files));
    all.sort(Comparator.comparing(Resource::getDescription));
    return all;
  }

  private void load(Resource file) throws IOException {
    String name = shortName(file);
    ProjectSettings project =
        ProjectFile.parse(name, text(file))
            .withLists(listed(file, name, "deny.txt"), listed(file, name, "allow.txt"));
    String guideline = text(sibling(file, "guideline.md", name));
    Resource goldFile = file.createRelative("gold.jsonl");
    String goldName = name.replace("project.yaml", "gold.jsonl");
    List<GoldSink.GoldLine> lines =
        goldFile.exists() ? goldLines(goldName, project.task(), text(goldFile)) : List.of();
    transaction.executeWithoutResult(
        status -> {
          repository.oneNodeAtATime();
          refuseOtherTask(name, project);
          boolean changed = repository.store(project, guideline);
          Project stored = repository.find(project.key()).orElseThrow();
          gold.load(stored, goldName, lines);
          if (changed) {
            recordLoad(stored, lines.size());
          }
        });
  }

  /** What was said of a project's items so far would have another form than what comes. */
  private void refuseOtherTask(String name, ProjectSettings project) {
    repository
        .find(project.key())
        .map(Project::task)
        .filter(task -> task != project.task())
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
            "labelSchema", project.labelSchemaVersion(),
            "guideline", project.guidelineVersion(),
            "gold", goldItems));
    log.info(
        "project_loaded project={} label_schema={} guideline={} gold={}",
        project.key(),
        project.labelSchemaVersion(),
        project.guidelineVersion(),
        goldItems);
  }

  private static List<DeidentificationRules.Listed> listed(Resource file, String name, String list)
      throws IOException {
    Resource found = file.createRelative(list);
    return found.exists()
        ? ListFile.parse(name.replace("project.yaml", list), text(found))
        : List.of();
  }

  private static Resource sibling(Resource file, String name, String shown) throws IOException {
    Resource sibling = file.createRelative(name);
    if (!sibling.exists()) {
      throw new StartRefused(
          "Beside " + shown + " the file " + name + " is missing.",
          "Write it: annotators read it beside each item.");
    }
    return sibling;
  }

  private List<GoldSink.GoldLine> goldLines(String name, ProjectSettings.Task task, String text) {
    List<GoldSink.GoldLine> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n")) {
      number++;
      if (!line.isBlank()) {
        lines.add(goldLine(name, task, number, line));
      }
    }
    return lines;
  }

  private GoldSink.GoldLine goldLine(
      String name, ProjectSettings.Task task, int number, String line) {
    try {
      JsonNode node = json.readTree(line);
      for (String key : task == ProjectSettings.Task.SPANS ? SPAN_GOLD_TEXTS : GOLD_TEXTS) {
        if (!node.path(key).isTextual()) {
          throw goldRefused(name, number, "the key \"" + key + "\" is missing or no text");
        }
      }
      Labelling answer =
          task == ProjectSettings.Task.SPANS
              ? goldSpans(name, number, node)
              : new Labelling.ClassLabel(node.get("label").asText());
      return new GoldSink.GoldLine(
          number, node.get("id").asText(), node.get("text").asText(), answer);
    } catch (JsonProcessingException e) {
      throw goldRefused(name, number, "this is not JSON");
    }
  }

  private static Labelling goldSpans(String name, int number, JsonNode node) {
    SpanReading reading = SpanReader.readOn(node.get("text").asText(), node.path("spans"));
    if (reading instanceof SpanReading.Malformed malformed) {
      SpanFault fault = malformed.fault();
      throw goldRefused(name, number, fault.place() + ": " + fault.sentence().replace(".", ""));
    }
    return new Labelling.SpanSet(((SpanReading.Read) reading).spans());
  }

  private static StartRefused goldRefused(String name, int line, String complaint) {
    return new StartRefused(
        "A gold item is wrong: " + name + ": line " + line + ": " + complaint + ".",
        "Mend the file and start again.");
  }

  private static String shortName(Resource file) throws IOException {
    String url = file.getURL().toString();
    int at = url.lastIndexOf("projects/");
    return at >= 0 ? url.substring(at) : url;
  }

  private static String text(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
