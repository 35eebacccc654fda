package io.touchstone.pipeline;

import java.util.Arrays;
import java.util.Optional;

/** The five stages, in order; each is a call activity of the pipeline with the same id. */
public enum Stage {
  INGESTION("ingestion"),
  TASK_CREATION("task-creation"),
  ANNOTATION("annotation"),
  QUALITY_ASSURANCE("quality-assurance"),
  RELEASE("release");

  private final String id;

  Stage(String id) {
    this.id = id;
  }

  /** As in BPMN, tables and REST. */
  public String id() {
    return id;
  }

  /** The stage of that id. */
  public static Stage of(String id) {
    return Arrays.stream(values())
        .filter(stage -> stage.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No stage " + id));
  }

  /** Empty after the last. */
  public Optional<Stage> next() {
    return ordinal() + 1 < values().length
        ? Optional.of(values()[ordinal() + 1])
        : Optional.empty();
  }
}
