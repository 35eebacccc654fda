package io.touchstone.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * One class of a label schema.
 *
 * @param id stable, kebab case; never reused for another meaning
 * @param name what people see; may be changed
 * @param hint one line of help, may be empty
 * @param highRisk a mistake about it is dear: whatever people disagree on where somebody named it,
 *     a reviewer decides. Left out of what is stored where it is false, as in versions that never
 *     knew of it
 * @param colour one of {@link #COLOURS}; empty for the one of its place. Left out of what is stored
 *     where there is none
 * @param key small letter or digit that gives it in the editor; empty for the digit of its place,
 *     up to nine. Left out of what is stored where there is none
 */
public record Label(
    String id,
    String name,
    String hint,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean highRisk,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> colour,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> key) {

  /** Most labels of a label schema. */
  public static final int MOST = 1_000;

  /** Names of colours that can be told apart and read on. */
  public static final List<String> COLOURS =
      List.of("blue", "orange", "green", "red", "pink", "sky", "olive", "grey", "violet");

  public Label {
    colour = colour == null ? Optional.empty() : colour;
    key = key == null ? Optional.empty() : key;
  }

  /** In the colour of its place, and with the digit of its place. */
  public Label(String id, String name, String hint, boolean highRisk) {
    this(id, name, hint, highRisk, Optional.empty(), Optional.empty());
  }

  /** A class whose mistakes are like any other's. */
  public Label(String id, String name, String hint) {
    this(id, name, hint, false);
  }
}
