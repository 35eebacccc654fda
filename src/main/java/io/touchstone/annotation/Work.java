package io.touchstone.annotation;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.Answer;
import io.touchstone.project.Label;
import io.touchstone.project.ProjectSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An open work package as its person sees it: nothing in it tells gold from other items.
 *
 * @param packageId random to the person
 * @param kind annotation or adjudication
 * @param task id of the kind of answers
 * @param rules what the editor must know beside the labels, as the kind names it
 * @param lookAgain why the package came back to the person who had submitted it
 */
public record Work(
    @JsonProperty("package") String packageId,
    String taskId,
    String kind,
    String task,
    String title,
    ProjectName project,
    List<Label> labels,
    Map<String, Object> rules,
    Guideline guideline,
    int estimatedMinutes,
    Optional<String> lookAgain,
    List<WorkItem> items) {

  /** Key and shown name. */
  public record ProjectName(String key, String name) {}

  /**
   * The guideline under which the batch is labelled.
   *
   * @param changed what its writer says has changed; empty for one from the project's file
   */
  public record Guideline(int version, String html, Optional<String> changed) {}

  /**
   * One item.
   *
   * @param assignment random id under which drafts are saved
   * @param text empty where it follows
   * @param textFollows whether the text, long or behind others, is to be asked for by itself
   * @param candidates in adjudication what was answered, without names, in random order; in some of
   *     its packages none on any item, and nothing tells why
   * @param notes why some of them gave no answer, in their own words, likewise
   * @param suggestion what is suggested; why an item has none, nothing tells
   * @param media type of the picture, recording or document that the item is; empty for a text
   */
  public record WorkItem(
      String assignment,
      String text,
      boolean textFollows,
      List<JsonNode> candidates,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes,
      Optional<Suggested> suggestion,
      Optional<Draft> draft,
      Optional<String> media) {}

  /** A suggestion, without score and model, which would only add to its weight. */
  public record Suggested(@JsonIgnore Answer answer) {

    @JsonAnyGetter
    Map<String, JsonNode> members() {
      return ProjectSettings.Task.members(Optional.of(answer));
    }
  }

  /**
   * What is saved of an item.
   *
   * @param version grows by one with each save
   * @param answer empty where nothing is said yet
   * @param note why something is not answered, in the person's own words
   * @param activeSeconds time the person was at work on the item
   * @param accepted the person took the suggestion over, by the key for it
   */
  public record Draft(
      int version,
      @JsonIgnore Optional<Answer> answer,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> note,
      double activeSeconds,
      boolean accepted) {

    @JsonAnyGetter
    Map<String, JsonNode> members() {
      return ProjectSettings.Task.members(answer);
    }
  }
}
