package io.touchstone.release.build;

import io.touchstone.ingestion.object.ItemObjects;
import io.touchstone.pipeline.GateOverride;
import io.touchstone.pipeline.Overrides;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.Projects;
import io.touchstone.release.format.AcceptedAgainst;
import io.touchstone.release.format.CardFacts;
import io.touchstone.release.format.ClassMap;
import io.touchstone.release.format.DatasetContent;
import io.touchstone.release.format.LabelledItems;
import io.touchstone.release.format.ProcessOrigin;
import io.touchstone.release.format.QualityFigures;
import io.touchstone.release.format.family.DatasetFormats;
import io.touchstone.release.split.DatasetSplits;
import io.touchstone.release.version.Acceptances;
import io.touchstone.release.version.BatchBasis;
import io.touchstone.release.version.DatasetVersion;
import io.touchstone.release.version.RecordRepository;
import io.touchstone.release.version.ReleaseRepository;
import io.touchstone.release.version.Scope;
import io.touchstone.release.version.VersionDetails;
import io.touchstone.release.version.VersionDiff;
import io.touchstone.workforce.PseudonymKeys;
import io.touchstone.workforce.Pseudonyms;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Gathers what a version consists of. */
@Component
class VersionContents {

  private final ReleaseRepository rows;
  private final RecordRepository records;
  private final PseudonymKeys keys;
  private final Projects projects;
  private final ItemObjects objects;
  private final DatasetSplits splits;
  private final Overrides overrides;

  VersionContents(
      ReleaseRepository rows,
      RecordRepository records,
      PseudonymKeys keys,
      Projects projects,
      ItemObjects objects,
      DatasetSplits splits,
      Overrides overrides) {
    this.overrides = overrides;
    this.splits = splits;
    this.objects = objects;
    this.rows = rows;
    this.records = records;
    this.keys = keys;
    this.projects = projects;
  }

  /**
   * All that the writer needs.
   *
   * @param overridden ids of the gate decisions that batches of the version went against
   */
  record Plan(
      Scope scope,
      DatasetContent content,
      LabelledItems items,
      int labelSchemaVersion,
      int guidelineVersion,
      ProcessOrigin process,
      List<Long> overridden) {

    /** Figures of the plan's own batch; of another source where it brought no records. */
    QualityFigures qualityOr(Supplier<QualityFigures> other) {
      return content.facts().batches().stream()
          .filter(batch -> batch.batchId().equals(scope.batchId()))
          .map(CardFacts.BatchFacts::quality)
          .findFirst()
          .orElseGet(other);
    }

    VersionDetails details(
        VersionDiff diff,
        SortedMap<String, Long> perLabel,
        QualityFigures quality,
        String dataCard) {
      return new VersionDetails(
          scope.previousVersion(),
          labelSchemaVersion,
          guidelineVersion,
          process,
          content.classMap(),
          diff,
          perLabel,
          List.of(),
          quality,
          dataCard,
          overridden);
    }
  }

  /** The version of the batch upon the previous one. */
  Plan plan(BatchBasis basis, Optional<DatasetVersion> previous, ProcessOrigin process) {
    Optional<VersionDetails> before = previous.map(DatasetVersion::details);
    int labelSchema =
        Math.max(
            basis.labelSchemaVersion(), before.map(VersionDetails::labelSchemaVersion).orElse(0));
    int guideline =
        Math.max(basis.guidelineVersion(), before.map(VersionDetails::guidelineVersion).orElse(0));
    ClassMap classMap =
        ClassMap.next(
            before.map(VersionDetails::classMap), rows.labels(basis.project(), labelSchema));
    return plan(
        basis, previous.map(DatasetVersion::version), labelSchema, guideline, classMap, process);
  }

  /** The same version once more. */
  Plan planAgain(BatchBasis basis, VersionDetails details) {
    return plan(
        basis,
        details.previousVersion(),
        details.labelSchemaVersion(),
        details.guidelineVersion(),
        details.classMap(),
        details.process());
  }

  private Plan plan(
      BatchBasis basis,
      Optional<String> previousVersion,
      int labelSchema,
      int guideline,
      ClassMap classMap,
      ProcessOrigin process) {
    ProjectSettings settings = projects.of(basis.pins()).settings();
    Scope scope =
        new Scope(basis.project(), basis.batchId(), previousVersion, !settings.splits().isSingle());
    SortedMap<String, Long> perSplit = splits.divide(scope, records.count(scope));
    Map<String, ProcessOrigin> processes = rows.processes(basis.project());
    processes.put(basis.batchId(), process);
    List<CardFacts.BatchFacts> batches = batches(scope, processes);
    List<GateOverride> against = against(basis.batchId(), batches);
    Pseudonyms pseudonyms = keys.of(basis.project());
    DatasetContent content =
        new DatasetContent(
            facts(settings, batches, Acceptances.of(against, pseudonyms)),
            classMap,
            rows.guideline(basis.project(), guideline),
            rows.deidentification(
                settings.deidentification().name().toLowerCase(Locale.ROOT),
                settings.deidentificationReason(),
                batches.stream().map(CardFacts.BatchFacts::batchId).toList()),
            settings.splits(),
            DatasetFormats.with(settings.formats()));
    LabelledItems items =
        records.items(
            scope,
            pseudonyms,
            new RecordRepository.BatchOrigins(
                batches.stream()
                    .map(CardFacts.BatchFacts::batchId)
                    .findFirst()
                    .orElse(basis.batchId()),
                processes,
                Acceptances.byBatch(against, pseudonyms)),
            itemId -> objects.open(basis.project(), itemId).orElseThrow().content(),
            perSplit);
    List<Long> overridden = against.stream().map(GateOverride::gateDecisionId).toList();
    return new Plan(scope, content, items, labelSchema, guideline, process, overridden);
  }

  private List<CardFacts.BatchFacts> batches(Scope scope, Map<String, ProcessOrigin> processes) {
    return rows.batches(scope).stream()
        .map(
            batch ->
                batch.under(
                    Optional.ofNullable(processes.get(batch.batchId()))
                        .flatMap(ProcessOrigin::setSha256)))
        .toList();
  }

  /** A batch without records says nothing of the dataset, but of the version that it makes. */
  private List<GateOverride> against(String batchId, List<CardFacts.BatchFacts> batches) {
    Set<String> ids = new TreeSet<>(List.of(batchId));
    batches.forEach(batch -> ids.add(batch.batchId()));
    return overrides.of(ids);
  }

  private static CardFacts facts(
      ProjectSettings settings,
      List<CardFacts.BatchFacts> batches,
      List<AcceptedAgainst> accepted) {
    return new CardFacts(
        settings.key(),
        settings.name(),
        settings.description(),
        settings.licence(),
        settings.creator(),
        settings.contact(),
        settings.annotatorsPerItem(),
        settings.task(),
        batches,
        accepted.stream()
            .filter(
                each -> batches.stream().anyMatch(batch -> batch.batchId().equals(each.batchId())))
            .toList());
  }
}
