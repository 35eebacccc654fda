package io.touchstone.platform.engine.process;

import io.touchstone.platform.StartRefused;
import io.touchstone.platform.engine.code.CodeCheck;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.ModelParseException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/** Says what is wrong with a process file, where and in a sentence, before anything is deployed. */
@Component
class ProcessCheck {

  private static final Pattern MISSING = Pattern.compile("no ID/IDREF binding for IDREF '([^']+)'");

  private final CodeCheck code;
  private final DmnEngine decisions =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  private final FeelCheck feel = new FeelCheck();

  ProcessCheck(CodeCheck code) {
    this.code = code;
  }

  /**
   * @throws StartRefused that names every fault found
   */
  void check(Map<String, byte[]> files) {
    List<String> faults = new ArrayList<>();
    files.forEach(
        (name, content) -> {
          if (name.endsWith(".bpmn")) {
            checkProcess(name, content, faults);
          } else if (name.endsWith(".dmn")) {
            checkDecision(name, content, faults);
          }
        });
    if (!faults.isEmpty()) {
      throw refused(faults);
    }
  }

  private void checkProcess(String name, byte[] content, List<String> faults) {
    BpmnModelInstance model;
    try {
      model = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
    } catch (ModelParseException e) {
      faults.add(name + ": " + namingTheReferrer(innermost(e), content));
      return;
    }
    code.faults(document(model)).forEach(fault -> faults.add(name + ": " + fault));
  }

  private static Document document(ModelInstance model) {
    return (Document) model.getDocument().getDomSource().getNode();
  }

  /** The parser says which element is missing, but not who points to it. */
  private static String namingTheReferrer(String message, byte[] content) {
    Matcher missing = MISSING.matcher(message);
    if (!missing.find()) {
      return message;
    }
    Matcher referrer =
        Pattern.compile(
                "<[^>]*\\bid=\"([^\"]+)\"[^>]*Ref=\"" + Pattern.quote(missing.group(1)) + "\"")
            .matcher(new String(content, StandardCharsets.UTF_8));
    String element = referrer.find() ? "element \"" + referrer.group(1) + "\"" : "some element";
    return element + " points to \"" + missing.group(1) + "\", which does not exist.";
  }

  private void checkDecision(String name, byte[] content, List<String> faults) {
    try {
      decisions
          .parseDecisions(new ByteArrayInputStream(content))
          .forEach(decision -> faults.addAll(feel.faults(name, decision)));
      code.tableFaults(document(Dmn.readModelFromStream(new ByteArrayInputStream(content))))
          .forEach(fault -> faults.add(name + ": " + fault));
    } catch (RuntimeException e) {
      faults.add(name + ": " + innermost(e));
    }
  }

  /** The engine's own findings, by file, line and element. */
  static StartRefused refused(ParseException e) {
    List<String> faults = new ArrayList<>();
    for (ResourceReport report : e.getResorceReports()) {
      for (Problem problem : report.getErrors()) {
        faults.add(
            report.getResourceName()
                + ": line "
                + problem.getLine()
                + ", element "
                + problem.getElementIds()
                + ": "
                + problem.getMessage());
      }
    }
    return refused(faults);
  }

  /** What the engine found without saying where. */
  static StartRefused refused(ProcessEngineException e) {
    return refused(List.of(innermost(e)));
  }

  static StartRefused refused(List<String> faults) {
    return new StartRefused(
        "These process files are broken, so nothing was deployed:\n  "
            + String.join("\n  ", faults),
        "Open them in Camunda Modeler, mend them and start again. Running batches are untouched.");
  }

  private static String innermost(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message =
        thrown == cause ? thrown.getMessage() : thrown.getMessage() + " " + cause.getMessage();
    return message
        .replaceFirst("^SAXException while parsing input stream ", "")
        .replaceAll("(?:Fatal )?Error: URI=\\S+ Line=(\\d+): ", "line $1: ");
  }
}
