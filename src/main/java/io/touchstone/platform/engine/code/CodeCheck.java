package io.touchstone.platform.engine.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/**
 * Reads all that a file would have the engine run: before it is deployed, so that a process owner
 * reads a sentence, and once more whenever the engine reads a stored version, because one may have
 * been stored before there was this check.
 */
@Component
public class CodeCheck {

  private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{");

  /** Attributes that name a class, a program, a kind of work outside or a script. */
  private static final Set<String> FOREIGN_ATTRIBUTES =
      Set.of("class", "variableMappingClass", "formHandlerClass", "resource", "scriptFormat");

  private static final Set<String> CALLS =
      Set.of("delegateExpression", "variableMappingDelegateExpression");

  private static final Set<String> FOREIGN_ELEMENTS =
      Set.of("scriptTask", "script", "connector", "constraint");

  /** Elements that the engine does not evaluate. */
  private static final Set<String> PROSE = Set.of("documentation", "text", "description");

  private static final Set<String> WORK =
      Set.of("serviceTask", "sendTask", "businessRuleTask", "messageEventDefinition");

  private final NamedCode code;

  CodeCheck(NamedCode code) {
    this.code = code;
  }

  /** A clause per fault of a process, "element "x" calls ...". */
  public List<String> faults(Document process) {
    return processFaults(XmlPart.of(process.getDocumentElement()));
  }

  /** As {@link #faults(Document)}, of what the engine has read. */
  List<String> faults(Element process) {
    return processFaults(XmlPart.of(process));
  }

  private List<String> processFaults(XmlPart root) {
    List<String> faults = new ArrayList<>();
    walk(root, "definitions", faults);
    return faults;
  }

  private void walk(XmlPart part, String place, List<String> faults) {
    String here = part.attribute("id").orElse(place);
    if (PROSE.contains(part.name())) {
      return;
    }
    complaints(part).forEach(complaint -> faults.add("element \"" + here + "\"" + complaint));
    part.children().forEach(child -> walk(child, here, faults));
  }

  private List<String> complaints(XmlPart part) {
    List<String> complaints = new ArrayList<>();
    if (FOREIGN_ELEMENTS.contains(part.name())) {
      complaints.add(
          " has a <" + part.name() + ">; the product runs no scripts, connectors or classes.");
    }
    if (WORK.contains(part.name())) {
      part.attribute("type")
          .ifPresent(
              kind ->
                  complaints.add(" would be done as \"" + kind + "\"; name a delegate instead."));
    }
    if (part.name().equals("conditionExpression")) {
      part.attribute("language")
          .ifPresent(
              language ->
                  complaints.add(" has a condition in " + language + "; write it as ${...}."));
    }
    part.attributes().forEach((name, value) -> complaint(name, value).ifPresent(complaints::add));
    Optional.of(part.text())
        .filter(CodeCheck::isExpression)
        .flatMap(CodeCheck::unreadableOrNotNamed)
        .ifPresent(complaints::add);
    return complaints;
  }

  private Optional<String> complaint(String attribute, String value) {
    if (FOREIGN_ATTRIBUTES.contains(attribute)) {
      return Optional.of(
          " names "
              + value
              + " as its "
              + attribute
              + "; only delegates and listeners of the product are called, as ${nameDelegate}.");
    }
    if (CALLS.contains(attribute)) {
      Matcher bean = BEAN.matcher(value);
      return bean.matches() && code.isBean(bean.group(1))
          ? Optional.empty()
          : Optional.of(" calls " + value + ", which does not exist in the product.");
    }
    return isExpression(value) ? unreadableOrNotNamed(value) : Optional.empty();
  }

  private static boolean isExpression(String text) {
    return EXPRESSION.matcher(text).find();
  }

  private static Optional<String> unreadableOrNotNamed(String expression) {
    try {
      return NamedCode.notNamed(expression.strip())
          .map(
              what ->
                  ": the expression "
                      + expression.strip()
                      + " uses "
                      + what
                      + ", which the product does not name.");
    } catch (RuntimeException e) {
      return Optional.of(": the expression " + expression.strip() + " cannot be read.");
    }
  }

  /** A clause per cell of a table that is written in another language than FEEL. */
  public List<String> tableFaults(Document table) {
    List<String> faults = new ArrayList<>();
    languages(XmlPart.of(table.getDocumentElement()), "definitions", faults);
    return faults;
  }

  private static void languages(XmlPart part, String place, List<String> faults) {
    String here = part.attribute("id").orElse(place);
    part.attribute("expressionLanguage")
        .filter(
            Predicate.not(language -> language.toLowerCase(java.util.Locale.ROOT).contains("feel")))
        .ifPresent(
            language ->
                faults.add(
                    "cell \"" + here + "\" is written in " + language + "; tables are in FEEL."));
    part.children().forEach(child -> languages(child, here, faults));
  }
}
