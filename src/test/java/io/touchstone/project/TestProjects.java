package io.touchstone.project;

import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.answer.spans.MarkedText;
import io.touchstone.answer.spans.SpanSet;
import io.touchstone.deidentification.operator.DeidentificationRules;
import io.touchstone.project.folder.FolderVersions;
import io.touchstone.project.folder.ProjectFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores projects of tests the way the start stores those of the configuration. */
public final class TestProjects {

  /** The labels of every test project. */
  public static final List<Label> LABELS =
      List.of(new Label("red", "Red", ""), new Label("blue", "Blue", ""));

  private TestProjects() {}

  /**
   * Settings that a test varies.
   *
   * @param maxAnnotatorsPerItem where further people are asked about unsure items, else 0
   * @param goldItems known answers of the project, "red" and "blue" by turns
   * @param highRisk the label whose mistakes are dear, else empty
   */
  public record Options(
      int annotatorsPerItem,
      int maxAnnotatorsPerItem,
      double goldShare,
      int goldItems,
      double medianSecondsPerItem,
      int packageMinutes,
      String highRisk) {

    /** Two people per item, no gold, and packages that no test fills. */
    public static Options standard() {
      return new Options(2, 0, 0, 0, 10, 60, "");
    }

    public Options annotatorsPerItem(int k) {
      return new Options(
          k, 0, goldShare, goldItems, medianSecondsPerItem, packageMinutes, highRisk);
    }

    /** So many people per item, and up to so many where those leave it unsure. */
    public Options annotatorsPerItem(int k, int most) {
      return new Options(
          k, most, goldShare, goldItems, medianSecondsPerItem, packageMinutes, highRisk);
    }

    public Options gold(double share, int items) {
      return new Options(
          annotatorsPerItem,
          maxAnnotatorsPerItem,
          share,
          items,
          medianSecondsPerItem,
          packageMinutes,
          highRisk);
    }

    /** Packages of so many items. */
    public Options itemsPerPackage(int items) {
      return new Options(
          annotatorsPerItem, maxAnnotatorsPerItem, goldShare, goldItems, 60.0 / items, 1, highRisk);
    }

    /** Mistakes about this label are dear. */
    public Options highRisk(String label) {
      return new Options(
          annotatorsPerItem,
          maxAnnotatorsPerItem,
          goldShare,
          goldItems,
          medianSecondsPerItem,
          packageMinutes,
          label);
    }

    private ProjectSettings of(ProjectSettingsBuilder project, List<Label> plain) {
      return project
          .labels(labels(plain))
          .annotatorsPerItem(annotatorsPerItem, maxAnnotatorsPerItem)
          .goldShare(goldShare)
          .pace(medianSecondsPerItem, packageMinutes, 2)
          .build();
    }

    private List<Label> labels(List<Label> plain) {
      return plain.stream()
          .map(each -> new Label(each.id(), each.name(), each.hint(), each.id().equals(highRisk)))
          .toList();
    }
  }

  /** A project of single labels that keeps alternative texts of pictures, redacted. */
  public static void storeKeepingAlternatives(BeanFactory beans, String key) {
    store(beans, keepingAlternatives(key), "# Guideline\n\nRed or blue.\n");
  }

  private static ProjectSettings keepingAlternatives(String key) {
    DeidentificationRules plain = DeidentificationRules.PLAIN;
    DeidentificationRules keeping =
        new DeidentificationRules(
            plain.types(),
            plain.otherwise(),
            plain.scope(),
            plain.deny(),
            plain.allow(),
            plain.columns(),
            plain.faces(),
            plain.ocrLanguages(),
            DeidentificationRules.Alternatives.REDACT);
    return ProjectSettingsBuilder.ofClasses(key)
        .rules(keeping)
        .recognise(Set.of(ProjectSettings.ByContext.PERSONS))
        .build();
  }

  /** The labels of every test project of spans. */
  public static final List<Label> SPAN_LABELS =
      List.of(new Label("drug", "Drug", ""), new Label("dose", "Dose", ""));

  /**
   * A project of spans, otherwise as {@link #store}.
   *
   * @param gold known answers, each written as {@link MarkedText}
   */
  public static void storeSpans(
      BeanFactory beans, String key, Options options, boolean overlapping, String... gold) {
    ProjectSettings settings = spanSettings(key, options, overlapping);
    ProjectRepository projects = beans.getBean(ProjectRepository.class);
    store(beans, settings, "# Guideline\n\nDrugs and doses.\n");
    List<GoldSink.GoldLine> lines = new ArrayList<>();
    for (int i = 0; i < gold.length; i++) {
      MarkedText marked = MarkedText.of(gold[i]);
      lines.add(
          new GoldSink.GoldLine(
              i + 1, "gold-" + (i + 1), marked.text(), new SpanSet(marked.spans())));
    }
    beans.getBean(GoldSink.class).load(projects.find(key).orElseThrow(), "gold.jsonl", lines);
  }

  /**
   * Settings of a project of spans; no names are found by context, so that texts stay as written.
   */
  public static ProjectSettings spanSettings(String key, boolean overlapping) {
    return spanSettings(key, Options.standard(), overlapping);
  }

  private static ProjectSettings spanSettings(String key, Options options, boolean overlapping) {
    return options.of(ProjectSettingsBuilder.ofSpans(key, overlapping), SPAN_LABELS);
  }

  /** A project as its description says, without gold. */
  public static void store(BeanFactory beans, ProjectSettings settings, String guideline) {
    start(beans, settings, guideline);
  }

  /** A start that reads this; whether it makes a version. */
  static boolean start(BeanFactory beans, ProjectSettings settings, String guideline) {
    return beans.getBean(FolderVersions.class).take(new ProjectFolder(settings, guideline));
  }

  /**
   * A project of one person per item with so many labels, "Kind 1" and so on; the 12th has the key
   * v.
   */
  public static void storeManyLabels(BeanFactory beans, String key, int count) {
    store(beans, key, Options.standard().annotatorsPerItem(1));
    List<Label> labels =
        IntStream.rangeClosed(1, count)
            .mapToObj(
                i ->
                    new Label(
                        "kind-" + i,
                        "Kind " + i,
                        "Hint of kind " + i,
                        false,
                        Optional.empty(),
                        Optional.of("v").filter(letter -> i == 12)))
            .toList();
    ProjectSettings now = beans.getBean(Projects.class).require(key).settings().withLabels(labels);
    start(beans, now, "# Guideline\n\nWhich kind?\n");
  }

  /**
   * A further version of a project, made by a start that reads other settings.
   *
   * @param settings keys of the stored form that change, as JSON
   */
  public static void change(BeanFactory beans, String key, String settings) {
    beans
        .getBean(JdbcClient.class)
        .sql(
            """
            insert into touchstone.project_version
              (project_key, version, settings, sha256, label_schema_version, origin, made_by, made_at)
            select project_key, version + 1, settings || :settings::jsonb, '',
                   label_schema_version, 'file', 'system', now()
            from touchstone.project_version where project_key = :key
            order by version desc limit 1
            """)
        .param("settings", settings)
        .param("key", key)
        .update();
  }

  /** As {@link #change}, and the batch had begun with it. */
  public static void changeFor(BeanFactory beans, String key, String batchId, String settings) {
    change(beans, key, settings);
    beans
        .getBean(JdbcClient.class)
        .sql(
            """
            update touchstone.batch set project_version =
              (select max(version) from touchstone.project_version where project_key = :key)
            where id = :batch
            """)
        .param("key", key)
        .param("batch", batchId)
        .update();
  }

  /**
   * A project of that key without names by context; its skill is its key and an item takes at least
   * two seconds.
   */
  public static void store(BeanFactory beans, String key, Options options) {
    ProjectSettings settings = options.of(ProjectSettingsBuilder.ofClasses(key), LABELS);
    ProjectRepository projects = beans.getBean(ProjectRepository.class);
    store(beans, settings, "# Guideline\n\nRed or blue.\n");
    List<GoldSink.GoldLine> gold = new ArrayList<>();
    for (int i = 1; i <= options.goldItems(); i++) {
      gold.add(
          new GoldSink.GoldLine(
              i,
              "gold-" + i,
              "Known thing " + i,
              new ClassLabel(LABELS.get(i % LABELS.size()).id())));
    }
    beans.getBean(GoldSink.class).load(projects.find(key).orElseThrow(), "gold.jsonl", gold);
  }
}
