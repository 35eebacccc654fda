package io.touchstone.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.touchstone.answer.Answer;
import io.touchstone.answer.abstention.Abstained;
import io.touchstone.assist.Arms;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.BatchKeys;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.GuidelineHtml;
import io.touchstone.project.GuidelineVersion;
import io.touchstone.project.Guidelines;
import io.touchstone.project.Project;
import io.touchstone.project.Projects;
import io.touchstone.tasking.WorkPackage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Puts together what a person sees of a package: never who else answered, nor what is known. */
@Service
class WorkAssembly {

  /** Texts that an opened package holds; what is behind them is asked for item by item. */
  private static final long FIRST_BYTES = 1 << 18;

  private static final String LOOK_AGAIN =
      "You have cleared up a few classes meanwhile. These are your own answers from before: look"
          + " through them once more and change what you now see otherwise, then submit.";

  private final WorkRepository work;
  private final Arms arms;
  private final Batches batches;
  private final BatchKeys keys;
  private final Projects projects;
  private final Guidelines guidelines;

  WorkAssembly(
      WorkRepository work,
      Arms arms,
      Batches batches,
      BatchKeys keys,
      Projects projects,
      Guidelines guidelines) {
    this.work = work;
    this.arms = arms;
    this.batches = batches;
    this.keys = keys;
    this.projects = projects;
    this.guidelines = guidelines;
  }

  /** The package with its items in their order, and what else the person needs to answer. */
  Work of(WorkPackage open) {
    Batch batch = batches.require(open.batchId());
    Project project = projects.of(batch.pins());
    Hmac draw = keys.of(batch.id());
    boolean answersShown =
        open.kind() == WorkPackage.Kind.ADJUDICATION && open.mode() != WorkPackage.Mode.BLIND;
    Map<String, Answer> suggested = arms.seenIn(open.id());
    List<Work.WorkItem> items =
        work.items(open.id(), FIRST_BYTES).stream()
            .map(
                row ->
                    new Work.WorkItem(
                        row.assignment(),
                        row.text().orElse(""),
                        row.text().isEmpty(),
                        answersShown ? candidates(row, draw) : List.of(),
                        answersShown ? notes(row, draw) : List.of(),
                        Optional.ofNullable(suggested.get(row.assignment()))
                            .map(Work.Suggested::new),
                        row.draft(),
                        row.media()))
            .toList();
    return new Work(
        open.id(),
        open.taskId().orElseThrow(),
        open.kind().id(),
        project.task().id(),
        title(project, open),
        new Work.ProjectName(project.key(), project.settings().name()),
        project.labels(),
        project.question().rulesShown(),
        guideline(project),
        Math.max(1, Math.round(open.estimatedSeconds() / 60f)),
        open.rework() > 0 ? Optional.of(LOOK_AGAIN) : Optional.empty(),
        items);
  }

  private static String title(Project project, WorkPackage open) {
    String round = open.round() == 1 ? "" : " · round " + open.round();
    String again = open.rework() > 0 ? " · look again" : "";
    return project.settings().name() + round + " · package " + open.number() + again;
  }

  private Work.Guideline guideline(Project project) {
    return new Work.Guideline(
        project.guidelineVersion(),
        GuidelineHtml.render(project.guideline()),
        guidelines.find(project.key(), project.guidelineVersion()).flatMap(GuidelineVersion::note));
  }

  /** The order must not tell who gave which answer, nor which came first. */
  private List<JsonNode> candidates(WorkRepository.Row row, Hmac draw) {
    List<Answer> given = work.given(row.itemId());
    List<Answer> shown =
        given.stream().allMatch(answer -> answer.kind().votesShown())
            ? given
            : given.stream().distinct().toList();
    return shuffled(shown, row, "candidate", draw).map(WorkAssembly::candidate).toList();
  }

  /** Where somebody gave no answer to the one question, that stands under its own member. */
  private static JsonNode candidate(Answer answer) {
    return answer instanceof Abstained abstained
        ? JsonNodeFactory.instance.objectNode().set(abstained.kind().member(), abstained.json())
        : answer.json();
  }

  private List<String> notes(WorkRepository.Row row, Hmac draw) {
    return shuffled(work.notes(row.itemId()), row, "note", draw).toList();
  }

  private static <T> Stream<T> shuffled(
      List<T> all, WorkRepository.Row row, String what, Hmac draw) {
    return IntStream.range(0, all.size())
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                index -> draw.draw(what, row.assignment(), String.valueOf(index))))
        .map(all::get);
  }
}
