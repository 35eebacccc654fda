package io.touchstone.project.folder;

import io.touchstone.deidentification.operator.DeidentificationRules;
import io.touchstone.platform.StartRefused;
import io.touchstone.platform.crypto.Sha256;
import io.touchstone.project.GoldSink.GoldLine;
import io.touchstone.project.ProjectSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A project as it lies in a folder, or comes as one.
 *
 * @param goldName of the file with the gold, for sentences
 * @param gold its lines
 * @param goldSha256 of that file
 */
public record ProjectFolder(
    ProjectSettings settings,
    String guideline,
    String goldName,
    List<GoldLine> gold,
    String goldSha256) {

  /** Names of the files that may lie in a folder. */
  public static final String SETTINGS = "project.yaml";

  public static final String GUIDELINE = "guideline.md";
  public static final String GOLD = "gold.jsonl";
  public static final String DENY = "deny.txt";
  public static final String ALLOW = "allow.txt";

  /** One without gold. */
  public ProjectFolder(ProjectSettings settings, String guideline) {
    this(settings, guideline, GOLD, List.of(), Sha256.hex(""));
  }

  /**
   * Reads a folder.
   *
   * @param shown path of the folder, with a slash at its end, for sentences
   * @param files text of the file of a name; empty where there is none
   * @throws StartRefused that names file, line and key of what is wrong
   */
  public static ProjectFolder read(String shown, Function<String, Optional<String>> files) {
    ProjectSettings settings =
        ProjectFile.parse(shown + SETTINGS, required(shown, SETTINGS, files))
            .withLists(listed(shown, DENY, files), listed(shown, ALLOW, files));
    String guideline = required(shown, GUIDELINE, files);
    String gold = files.apply(GOLD).orElse("");
    return new ProjectFolder(
        settings,
        guideline,
        shown + GOLD,
        GoldFile.parse(shown + GOLD, settings.task(), gold),
        Sha256.hex(gold));
  }

  private static List<DeidentificationRules.Listed> listed(
      String shown, String name, Function<String, Optional<String>> files) {
    return files
        .apply(name)
        .map(text -> StringListFile.parse(shown + name, text))
        .orElse(List.of());
  }

  private static String required(
      String shown, String name, Function<String, Optional<String>> files) {
    return files
        .apply(name)
        .orElseThrow(
            () ->
                new StartRefused(
                    "Beside " + shown + SETTINGS + " the file " + name + " is missing.",
                    "Write it: annotators read it beside each item."));
  }
}
