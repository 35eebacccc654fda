package io.touchstone.project.editor;

import io.touchstone.project.folder.ProjectFolder;
import io.touchstone.project.folder.SettingsForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** What a new project may begin with. */
enum Template {
  TICKETS("One label per text", "Messages, tickets, letters: each gets exactly one label."),
  TOPICS("Several labels per text", "Messages and reviews: each gets all labels that apply."),
  SEVERITY("A point of a scale", "Messages and findings: each gets a number, from low to high."),
  QUESTIONS(
      "Several questions per text",
      "A topic, how urgent it is if it is a fault, and marked names: one after the other."),
  NOTES("Marked places in a text", "Notes and reports: people mark words, each with a label."),
  PICTURES(
      "One label per picture", "Photographs and scans: faces are covered before they are seen."),
  EMPTY("Nothing yet", "One label per text, and you write the labels.");

  private final String title;
  private final String description;

  Template(String title, String description) {
    this.title = title;
    this.description = description;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String title() {
    return title;
  }

  String description() {
    return description;
  }

  /** The template of that id. */
  static Optional<Template> of(String id) {
    return Stream.of(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  DraftContent content() {
    return new DraftContent(
        SettingsForm.keys(text(ProjectFolder.SETTINGS)), text(ProjectFolder.GUIDELINE), "", "", "");
  }

  private String text(String file) {
    try {
      return new ClassPathResource("project-templates/" + id() + "/" + file)
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
