package io.touchstone.road.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * Which share of the nodes and flows of a process the tests have walked.
 *
 * @param missed ids that no test walked
 */
record PathCoverage(String process, int walked, int elements, List<String> missed) {

  /** One for each file of {@code processes}, in the order of their names. */
  static List<PathCoverage> all() {
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      return files
          .filter(file -> file.toString().endsWith(".bpmn"))
          .sorted()
          .map(PathCoverage::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PathCoverage of(Path file) {
    BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
    String key = model.getModelElementsByType(Process.class).iterator().next().getId();
    TreeSet<String> ids = new TreeSet<>();
    for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
      if (element instanceof FlowNode || element instanceof SequenceFlow) {
        ids.add(element.getId());
      }
    }
    List<String> missed = new ArrayList<>(ids);
    missed.removeAll(WalkedElements.of(key));
    return new PathCoverage(key, ids.size() - missed.size(), ids.size(), missed);
  }

  static PathCoverage total(List<PathCoverage> all) {
    return new PathCoverage(
        "total",
        all.stream().mapToInt(PathCoverage::walked).sum(),
        all.stream().mapToInt(PathCoverage::elements).sum(),
        all.stream().flatMap(each -> each.missed().stream()).toList());
  }

  double percent() {
    return 100.0 * walked / elements;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "path-coverage %s %.1f percent, %d of %d%s",
        process,
        percent(),
        walked,
        elements,
        missed.isEmpty() ? "" : ", missed " + missed);
  }
}
