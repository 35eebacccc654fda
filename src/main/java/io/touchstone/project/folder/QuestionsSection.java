package io.touchstone.project.folder;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.Question;
import io.touchstone.answer.sheet.Condition;
import io.touchstone.answer.sheet.Sheet;
import io.touchstone.platform.files.YamlDescription;
import io.touchstone.project.AskedQuestion;
import io.touchstone.project.Label;
import io.touchstone.project.ProjectSettings.Task;
import io.touchstone.project.folder.QuestionSection.Asked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The key {@code questions} of a project's description: several questions about each item. */
final class QuestionsSection {

  private static final String KEY = "questions";
  private static final int MOST = 20;
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final List<String> KINDS = Sheet.PARTS.stream().map(kind -> kind.id()).toList();

  private final YamlDescription yaml;
  private final List<AskedQuestion> questions = new ArrayList<>();
  private final Map<String, Label> labels = new LinkedHashMap<>();

  QuestionsSection(YamlDescription yaml) {
    this.yaml = yaml;
  }

  /** The keys of one question as they may stand there; what is absent is null here alone. */
  record Raw(
      String id,
      String ask,
      String kind,
      Boolean required,
      Map<String, List<JsonNode>> when,
      List<Label> labels,
      Boolean overlappingSpans,
      Double goldSpanF1,
      Boolean noneAllowed,
      Double goldClassesF1,
      JsonNode scale) {

    QuestionSection.Raw answered() {
      return new QuestionSection.Raw(
          labels, overlappingSpans, goldSpanF1, noneAllowed, goldClassesF1, scale);
    }
  }

  /**
   * The questions; none where the project asks one.
   *
   * @param beside what the description says of one question
   */
  List<AskedQuestion> read(List<Raw> raw, Task task, QuestionSection.Raw beside) {
    if (raw == null) {
      yaml.check(
          "task",
          task != Task.QUESTIONS,
          "must be one of " + KINDS + "; several questions stand under the key " + KEY);
      return List.of();
    }
    yaml.check("task", task == Task.QUESTIONS, "belongs to each of the questions, as kind");
    yaml.check(
        KEY,
        raw.size() >= 2 && raw.size() <= MOST,
        "must be two to " + MOST + "; one alone is written with task and labels");
    yaml.check(
        "labels",
        beside.isEmpty(),
        "and rules of answers belong to the questions where there are several");
    raw.forEach(this::add);
    long spans = questions.stream().filter(each -> each.kind() == Task.SPANS).count();
    yaml.check(
        KEY, spans <= 1, "have spans twice; mark all in one question, its labels tell them apart");
    return List.copyOf(questions);
  }

  /** Of all questions, each once. */
  List<Label> labels() {
    return List.copyOf(labels.values());
  }

  private void add(Raw raw) {
    String id = raw.id() == null ? "" : raw.id();
    yaml.check(
        KEY,
        ID.matcher(id).matches() && !id.equals(Question.ONLY) && find(id).isEmpty(),
        "have an id that is missing, repeated, \"%s\" or not in small letters, digits and hyphens: %s"
            .formatted(Question.ONLY, id));
    Complaints checks = (key, right, complaint) -> yaml.checkOf(id, key, right, complaint);
    checks.check("ask", raw.ask() != null && !raw.ask().isBlank(), "is missing: what people read");
    checks.check(
        "kind",
        raw.kind() != null && KINDS.contains(raw.kind()),
        (raw.kind() == null ? "is missing" : "is not known") + "; choose of " + KINDS);
    Task kind =
        Stream.of(Task.values())
            .filter(each -> each.id().equals(raw.kind()) && each != Task.QUESTIONS)
            .findFirst()
            .orElse(Task.CLASSIFICATION);
    boolean required = !Boolean.FALSE.equals(raw.required());
    checks.check(
        "required",
        required || !questions.isEmpty(),
        "cannot be false for the first question: an item has one answer at least");
    Asked asked =
        new QuestionSection(checks, "a question whose kind is").read(raw.answered(), kind);
    asked.labels().forEach(label -> add(label, kind, checks));
    Optional<Condition> when = condition(raw.when(), checks);
    questions.add(
        new AskedQuestion(
            id,
            raw.ask() == null ? "" : raw.ask(),
            kind,
            asked.labels().stream().map(Label::id).toList(),
            required,
            when,
            asked.spanRules(),
            asked.classesRules(),
            asked.scale()));
  }

  private Optional<AskedQuestion> find(String id) {
    return questions.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /**
   * A label may be in several questions, if it is the same there; points lose names that differ.
   */
  private void add(Label label, Task kind, Complaints checks) {
    Label before = labels.putIfAbsent(label.id(), label);
    if (before == null || before.equals(label)) {
      return;
    }
    boolean points = kind == Task.SCALE && before.name().startsWith(label.id());
    checks.check(
        kind == Task.SCALE ? "scale" : "labels",
        points,
        "have the label %s of an earlier question in another form; give it another id"
            .formatted(label.id()));
    labels.put(
        label.id(), new Label(label.id(), label.id(), "", false, before.colour(), before.key()));
  }

  private Optional<Condition> condition(Map<String, List<JsonNode>> raw, Complaints checks) {
    if (raw == null) {
      return Optional.empty();
    }
    checks.check(
        "when",
        !questions.isEmpty() && raw.size() == 1,
        questions.isEmpty()
            ? "is not for the first question, which is always asked"
            : "must name one earlier question and its answers: when: {%s: [...]}"
                .formatted(questions.get(0).id()));
    return raw.entrySet().stream()
        .findFirst()
        .filter(each -> !questions.isEmpty())
        .map(each -> condition(each.getKey(), each.getValue(), checks));
  }

  private Condition condition(String question, List<JsonNode> answers, Complaints checks) {
    List<String> named =
        Stream.ofNullable(answers).flatMap(List::stream).map(JsonNode::asText).toList();
    Optional<AskedQuestion> earlier = find(question);
    checks.check(
        "when",
        earlier.isPresent(),
        "names the question %s, which does not come before this one; choose of %s"
            .formatted(question, questions.stream().map(AskedQuestion::id).toList()));
    List<String> known = earlier.map(AskedQuestion::labels).orElse(named);
    checks.check(
        "when",
        !named.isEmpty() && known.containsAll(named),
        "must name answers of %s; choose of %s".formatted(question, known));
    return new Condition(question, named);
  }
}
