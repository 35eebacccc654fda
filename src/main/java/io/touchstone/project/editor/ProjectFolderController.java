package io.touchstone.project.editor;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.web.Api;
import io.touchstone.project.Projects;
import io.touchstone.project.folder.ProjectFolder;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Folders of projects, out and in. */
@Api
class ProjectFolderController {

  private final ProjectDrafts drafts;
  private final Projects projects;

  ProjectFolderController(ProjectDrafts drafts, Projects projects) {
    this.drafts = drafts;
    this.projects = projects;
  }

  /** A draft that says what the folder says. */
  record DraftTaken(String key, int revision) {}

  /** The draft as its folder. */
  @GetMapping("/project-drafts/{key}/folder")
  ResponseEntity<byte[]> folder(@PathVariable String key, Caller caller) {
    ProjectDraftController.mayChange(caller);
    return zip(key, drafts.require(key).content());
  }

  /** A version as its folder, with the gold of today. */
  @GetMapping("/projects/{key}/folder")
  ResponseEntity<byte[]> newest(@PathVariable String key, Caller caller) {
    ProjectDraftController.mayChange(caller);
    return zip(key, drafts.content(projects.require(key)));
  }

  private static ResponseEntity<byte[]> zip(String key, DraftContent content) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + key + ".zip\"")
        .body(FolderArchive.zip(key, content.files()));
  }

  /** The files of a folder, text by name. */
  record Files(Optional<Map<String, String>> files) {}

  /** Takes a folder, as its files or as a ZIP, for a new project or over an open draft. */
  @PostMapping(value = "/project-drafts/{key}/folder", consumes = MediaType.APPLICATION_JSON_VALUE)
  DraftTaken take(@PathVariable String key, @RequestBody Files files, Caller caller) {
    ProjectDraftController.mayChange(caller);
    return take(
        key, files.files().orElseThrow(() -> ProjectDraftController.missing("files")), caller);
  }

  /** As a ZIP. */
  @PostMapping(value = "/project-drafts/{key}/folder", consumes = "application/zip")
  DraftTaken takeZip(@PathVariable String key, HttpServletRequest request, Caller caller)
      throws IOException {
    ProjectDraftController.mayChange(caller);
    return take(key, FolderArchive.unzip(request.getInputStream()), caller);
  }

  private DraftTaken take(String key, Map<String, String> files, Caller caller) {
    Map<String, String> named = new LinkedHashMap<>(files);
    named.computeIfPresent(ProjectFolder.SETTINGS, (name, text) -> underKey(text, key));
    DraftContent content = drafts.imported(key, named);
    Optional<Draft> open = drafts.find(key);
    if (open.isPresent()) {
      ProjectDraftController.mayWriteGuideline(open.get(), content.guideline(), caller);
      drafts.save(key, open.get().revision(), content, caller.id());
    } else {
      drafts.begin(key, content, caller.id());
    }
    return new DraftTaken(key, drafts.require(key).revision());
  }

  /** A folder may come under another key than its own: that is a copy. */
  private static String underKey(String yaml, String key) {
    return yaml.replaceFirst("(?m)^key:.*$", "key: " + key);
  }
}
