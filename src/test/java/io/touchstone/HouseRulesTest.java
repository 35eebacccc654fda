package io.touchstone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** The rules of the house, so that nobody has to remember them. */
@AnalyzeClasses(packages = "io.touchstone", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

  /** From the foundation to the roof: a package imports only packages above it in this list. */
  private static final List<String> ORDER =
      List.of(
          "platform",
          "audit",
          "statistics",
          "agreement",
          "answer",
          "deidentification",
          "calculator",
          "project",
          "pipeline",
          "workforce",
          "ingestion",
          "assist",
          "tasking",
          "annotation",
          "quality",
          "release",
          "health",
          "inspection",
          "simulation");

  @ArchTest
  static void a_package_imports_only_packages_above_it(
      com.tngtech.archunit.core.domain.JavaClasses all) {
    for (int i = 0; i < ORDER.size(); i++) {
      String[] below =
          ORDER.subList(i + 1, ORDER.size()).stream()
              .map(name -> "io.touchstone." + name + "..")
              .toArray(String[]::new);
      if (below.length > 0) {
        noClasses()
            .that()
            .resideInAPackage("io.touchstone." + ORDER.get(i) + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(below)
            .allowEmptyShould(true)
            .check(all);
      }
    }
  }

  /** What could be given away as a jar; it knows of the house what is plain Java itself. */
  private static final String[] LIBRARIES = {
    "io.touchstone.statistics..",
    "io.touchstone.agreement..",
    "io.touchstone.answer..",
    "io.touchstone.deidentification..",
    "io.touchstone.calculator.."
  };

  private static final String[] PLAIN = {
    "io.touchstone.platform",
    "io.touchstone.platform.crypto",
    "io.touchstone.platform.files",
    "io.touchstone.platform.web"
  };

  @ArchTest
  static final ArchRule a_library_of_the_house_knows_no_framework_no_sql_and_no_rows =
      classes()
          .that()
          .resideInAnyPackage(LIBRARIES)
          .should()
          .onlyDependOnClassesThat(
              resideOutsideOfPackages(
                      "io.touchstone..",
                      "org.springframework..",
                      "org.camunda..",
                      "java.sql..",
                      "jakarta..")
                  .or(resideInAnyPackage(LIBRARIES))
                  .or(resideInAnyPackage(PLAIN)));

  /**
   * Who knows a kind of answer by name although it is none of its folder: the one list of kinds
   * with what {@code project.yaml} says of them, what reads and writes a kind's columns, and what
   * shows it side by side. The list is to become shorter.
   */
  private static final List<String> NAMING_A_KIND =
      List.of(
          "calculator.SpanTally",
          "project.AskedQuestion",
          "project.GoldSink",
          "project.ProjectSettings",
          "project.folder.QuestionSection",
          "project.folder.SettingsForm");

  @ArchTest
  static void a_stage_asks_the_answer_and_names_no_kind_of_it(
      com.tngtech.archunit.core.domain.JavaClasses all) {
    DescribedPredicate<JavaClass> ofAKind =
        resideInAnyPackage(
            "io.touchstone.answer.oneclass..",
            "io.touchstone.answer.spans..",
            "io.touchstone.answer.classes..");
    List<String> naming =
        all.stream()
            .filter(
                each ->
                    each.getDirectDependenciesFromSelf().stream()
                        .anyMatch(to -> ofAKind.test(to.getTargetClass())))
            .map(each -> each.getName().replaceAll("^io\\.touchstone\\.|\\$.*", ""))
            .filter(each -> !each.startsWith("answer.") && !each.startsWith("release.format."))
            .distinct()
            .sorted()
            .toList();
    Assertions.assertThat(naming).isEqualTo(NAMING_A_KIND);
  }

  @ArchTest
  static final ArchRule every_class_lives_in_a_package_of_the_house =
      classes()
          .that()
          .doNotHaveSimpleName("Touchstone")
          .should()
          .resideInAnyPackage(
              ORDER.stream().map(name -> "io.touchstone." + name + "..").toArray(String[]::new));

  @ArchTest
  static final ArchRule packages_form_no_cycles =
      slices().matching("io.touchstone.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule only_delegates_listeners_and_the_engine_gate_know_camunda =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.touchstone.platform.engine..")
          .and()
          .haveSimpleNameNotEndingWith("Delegate")
          .and()
          .haveSimpleNameNotEndingWith("Listener")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..");

  @ArchTest
  static final ArchRule sql_stands_in_repositories =
      noClasses()
          .that(
              new DescribedPredicate<JavaClass>("are neither repositories nor of the platform") {
                @Override
                public boolean test(JavaClass type) {
                  return !type.isAnnotatedWith("org.springframework.stereotype.Repository")
                      && !type.getName().contains("Repository")
                      && !type.getPackageName().startsWith("io.touchstone.platform");
                }
              })
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework.jdbc..");

  @ArchTest
  static void a_name_means_one_class(com.tngtech.archunit.core.domain.JavaClasses all) {
    Map<String, Long> named =
        all.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));

    Assertions.assertThat(named)
        .allSatisfy((name, classes) -> Assertions.assertThat(classes).isOne());
  }

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
          .because("such names say nothing");

  @ArchTest
  static final ArchRule who_finds_names_has_no_training_inside =
      noClasses()
          .that()
          .resideInAPackage("io.touchstone.deidentification..")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("TrainerFactory")
          .because("src/training is compiled for the build alone");

  /** More than this many, and a class does several things. */
  private static final int PARAMETERS = 8;

  /**
   * Constructors that grew wider before this was a rule, with what they take: what the steps of a
   * stage share, or what a page shows. The list only shrinks. Records are no part of it, since
   * their parameters have names where they are used.
   */
  private static final Map<String, Integer> WIDER =
      Map.ofEntries(
          Map.entry("Arms", 9),
          Map.entry("BatchController", 10),
          Map.entry("BatchIntake", 12),
          Map.entry("Clarifications", 10),
          Map.entry("Corrections", 9),
          Map.entry("Demo", 9),
          Map.entry("Glyph", 10),
          Map.entry("GoldLooks", 10),
          Map.entry("Ingestion", 12),
          Map.entry("ItemRouting", 9),
          Map.entry("ObjectIngestion", 10),
          Map.entry("PackageReturns", 9),
          Map.entry("PeopleReading", 10),
          Map.entry("Presence", 10),
          Map.entry("PrivacyReviewDesk", 9),
          Map.entry("Publishing", 11),
          Map.entry("QualityMeasurement", 16),
          Map.entry("ReviewPlanning", 12),
          Map.entry("RevisionDesk", 9),
          Map.entry("RuleSearches", 9),
          Map.entry("SecondPass", 9),
          Map.entry("WorkDesk", 12));

  @ArchTest
  static void a_constructor_takes_at_most_eight_things(
      com.tngtech.archunit.core.domain.JavaClasses all) {
    Map<String, Integer> wide =
        all.stream()
            .filter(type -> !type.isRecord() && !type.isEnum())
            .flatMap(type -> type.getConstructors().stream())
            .filter(constructor -> constructor.getRawParameterTypes().size() > PARAMETERS)
            .collect(
                Collectors.toMap(
                    constructor -> constructor.getOwner().getSimpleName(),
                    constructor -> constructor.getRawParameterTypes().size(),
                    Math::max));

    Assertions.assertThat(wide).isEqualTo(WIDER);
  }

  @ArchTest
  static final ArchRule time_is_passed_in =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("the one clock is the engine's");

  @ArchTest
  static void every_package_says_in_one_sentence_what_it_is_for(
      com.tngtech.archunit.core.domain.JavaClasses all) throws IOException {
    Path root = Path.of("src/main/java/io/touchstone");
    try (Stream<Path> folders = Files.walk(root)) {
      List<Path> silent =
          folders
              .filter(Files::isDirectory)
              .filter(folder -> !folder.equals(root))
              .filter(HouseRulesTest::hasClasses)
              .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
              .toList();
      Assertions.assertThat(silent).isEmpty();
    }
  }

  /** What a stranger reads at a glance. */
  private static final int FILES_IN_A_FOLDER = 30;

  private static final List<String> SOURCES =
      List.of(
          "src/main/java",
          "src/test/java",
          "src/bench/java",
          "src/training/java",
          "src/main/resources/static",
          "src/main/resources/plugin-webapp",
          "src/main/resources/recognisers",
          "processes",
          "forms",
          "config");

  @ArchTest
  static void no_folder_holds_more_than_thirty_files(
      com.tngtech.archunit.core.domain.JavaClasses all) throws IOException {
    for (String source : SOURCES) {
      try (Stream<Path> folders = Files.walk(Path.of(source))) {
        Assertions.assertThat(folders.filter(Files::isDirectory))
            .allSatisfy(
                folder ->
                    Assertions.assertThat(files(folder))
                        .as("files in %s", folder)
                        .isLessThanOrEqualTo(FILES_IN_A_FOLDER));
      }
    }
  }

  private static long files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private static boolean hasClasses(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
