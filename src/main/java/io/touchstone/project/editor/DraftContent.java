package io.touchstone.project.editor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchstone.project.GoldSink.GoldLine;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.folder.GoldFile;
import io.touchstone.project.folder.ProjectFolder;
import io.touchstone.project.folder.SettingsForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A project in the form of its folder, finished or not.
 *
 * @param project the keys of {@code project.yaml}
 * @param guideline Markdown
 * @param gold JSON Lines, texts as people will see them
 * @param deny strings that are always removed, one a line
 * @param allow strings that are never removed, one a line
 */
record DraftContent(ObjectNode project, String guideline, String gold, String deny, String allow) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a version says. */
  static DraftContent of(ProjectSettings settings, String guideline, List<GoldLine> gold) {
    return new DraftContent(
        SettingsForm.of(settings),
        guideline,
        GoldFile.write(gold),
        SettingsForm.list(settings.deidentification().rules().deny()),
        SettingsForm.list(settings.deidentification().rules().allow()));
  }

  /** Under another key, name and skill, for a project that begins like this one. */
  DraftContent as(String key, String name) {
    ObjectNode keys = JSON.createObjectNode().put("key", key).put("name", name);
    project.properties().forEach(each -> keys.putIfAbsent(each.getKey(), each.getValue()));
    keys.put("skill", key);
    return new DraftContent(keys, guideline, gold, deny, allow);
  }

  /** The files of its folder, by their names; empty ones are left out. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(ProjectFolder.SETTINGS, SettingsForm.yaml(project));
    files.put(ProjectFolder.GUIDELINE, guideline);
    putUnlessEmpty(files, ProjectFolder.GOLD, gold);
    putUnlessEmpty(files, ProjectFolder.DENY, deny);
    putUnlessEmpty(files, ProjectFolder.ALLOW, allow);
    return files;
  }

  private static void putUnlessEmpty(Map<String, String> files, String name, String text) {
    if (!text.isBlank()) {
      files.put(name, text);
    }
  }

  /**
   * As a start would read it.
   *
   * @throws io.touchstone.platform.StartRefused that names key and line of what is wrong
   */
  ProjectFolder read(String key) {
    Map<String, String> files = files();
    // JSON is YAML; what was typed on the page has no lines of its own.
    files.put(ProjectFolder.SETTINGS, project.toString());
    return ProjectFolder.read(
        "projects/" + key + "/", name -> Optional.ofNullable(files.get(name)));
  }
}
