package io.touchstone.quality.guideline;

import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.BatchKeys;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.GuidelineHtml;
import io.touchstone.project.GuidelineVersion;
import io.touchstone.project.Guidelines;
import io.touchstone.project.Label;
import io.touchstone.project.Project;
import io.touchstone.project.Projects;
import io.touchstone.quality.measurement.GuidelineDecisionRepository;
import io.touchstone.quality.measurement.GuidelineView;
import io.touchstone.quality.measurement.QualityRepository;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk of a guideline owner: what is unclear, with examples, and the text being written. */
@Service
class RevisionDesk {

  private static final int PAIRS = 6;
  private static final int EXAMPLES = 5;
  private static final int REMARKS = 20;

  private final Batches batches;
  private final BatchKeys keys;
  private final Projects projects;
  private final Guidelines guidelines;
  private final QualityRepository quality;
  private final GuidelineDecisionRepository decisions;
  private final GuidelineDraftRepository drafts;
  private final GuidelineRemarkRepository remarks;
  private final Clock clock;

  RevisionDesk(
      Batches batches,
      BatchKeys keys,
      Projects projects,
      Guidelines guidelines,
      QualityRepository quality,
      GuidelineDecisionRepository decisions,
      GuidelineDraftRepository drafts,
      GuidelineRemarkRepository remarks,
      Clock clock) {
    this.batches = batches;
    this.keys = keys;
    this.projects = projects;
    this.guidelines = guidelines;
    this.quality = quality;
    this.decisions = decisions;
    this.drafts = drafts;
    this.remarks = remarks;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public RevisionPage page(OpenTask task, String personId) {
    Batch batch = batches.require(task.batchId());
    Project project = projects.of(batch.pins());
    GuidelineVersion latest = guidelines.latest(batch.projectKey());
    GuidelineView measured =
        quality.reports(batch.id()).stream()
            .findFirst()
            .map(report -> report.numbers().guideline())
            .orElse(GuidelineView.UNKNOWN);
    Set<String> suggested = suggested(measured);
    return new RevisionPage(
        task.id(),
        batch.id(),
        project.settings().name(),
        batch.labellingRound(),
        batch.heldBecause().orElse(measured.because()),
        batch.guidelineVersion(),
        new RevisionPage.Guideline(
            latest.version(), latest.markdown(), GuidelineHtml.render(latest.markdown())),
        drafts.find(key(batch, personId)),
        measured.agreement(),
        measured.setAside(),
        measured.classes().stream().map(view -> labelClass(view, project, suggested)).toList(),
        measured.pairs().stream().limit(PAIRS).map(pair -> pair(batch.id(), pair)).toList(),
        remarks.newest(batch.projectKey(), REMARKS),
        decisions.labelSets(batch.id()).entrySet().stream()
            .map(set -> new RevisionPage.LabelSet(List.of(set.getKey().split(",")), set.getValue()))
            .toList());
  }

  /**
   * The unclear classes, each with the one it is mixed up with most; without any, the pair that is
   * mixed up most.
   */
  private static Set<String> suggested(GuidelineView measured) {
    Set<String> suggested = new TreeSet<>(measured.unclearLabels());
    for (String unclear : measured.unclearLabels()) {
      measured.pairs().stream()
          .filter(pair -> pair.first().equals(unclear) || pair.second().equals(unclear))
          .findFirst()
          .ifPresent(pair -> suggested.addAll(List.of(pair.first(), pair.second())));
    }
    if (suggested.isEmpty()) {
      measured.pairs().stream()
          .findFirst()
          .ifPresent(pair -> suggested.addAll(List.of(pair.first(), pair.second())));
    }
    return suggested;
  }

  private static RevisionPage.LabelClass labelClass(
      GuidelineView.ClassView view, Project project, Set<String> suggested) {
    String name =
        project.labels().stream()
            .filter(label -> label.id().equals(view.label()))
            .map(Label::name)
            .findFirst()
            .orElse(view.label());
    return new RevisionPage.LabelClass(
        view.label(),
        name,
        view.items(),
        view.alpha(),
        view.unclear(),
        suggested.contains(view.label()));
  }

  private RevisionPage.Pair pair(String batchId, GuidelineView.PairView pair) {
    Hmac draw = keys.of(batchId);
    List<RevisionPage.Example> examples =
        decisions.examples(batchId, pair.first(), pair.second(), EXAMPLES).stream()
            .map(
                example ->
                    new RevisionPage.Example(
                        example.text(), shuffled(example.labels(), example.itemId(), draw)))
            .toList();
    return new RevisionPage.Pair(pair.first(), pair.second(), pair.items(), pair.alpha(), examples);
  }

  /** The order must not tell who gave which label. */
  private static List<String> shuffled(List<String> labels, String itemId, Hmac draw) {
    List<String> places = IntStream.range(0, labels.size()).mapToObj(String::valueOf).toList();
    return draw.shuffled(places, "example", itemId).stream()
        .map(place -> labels.get(Integer.parseInt(place)))
        .toList();
  }

  /**
   * Saves what the person has written so far.
   *
   * @return the draft's new version
   * @throws Refusal 412 with the stored draft if another window saved in between
   */
  @Transactional
  public int saveDraft(OpenTask task, String personId, GuidelineDraftRepository.Draft draft) {
    if (!draft.markdown().isBlank()) {
      Guidelines.check(draft.markdown());
    }
    GuidelineDraftRepository.Key key = key(batches.require(task.batchId()), personId);
    if (!drafts.save(key, draft, clock.instant())) {
      Optional<GuidelineDraftRepository.Draft> current = drafts.find(key);
      throw new Refusal(
          412,
          "draft-changed",
          "Your draft was saved elsewhere in between, in another window perhaps. Close that one;"
              + " what you see here is still here.",
          current
              .<Map<String, Object>>map(stored -> Map.of("version", stored.version()))
              .orElse(Map.of("version", 0)));
    }
    return draft.version() + 1;
  }

  private static GuidelineDraftRepository.Key key(Batch batch, String personId) {
    return new GuidelineDraftRepository.Key(batch.id(), batch.labellingRound(), personId);
  }
}
