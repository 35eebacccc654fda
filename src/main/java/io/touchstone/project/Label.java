package io.touchstone.project;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One class of a label schema.
 *
 * @param id stable, kebab case; never reused for another meaning
 * @param name what people see; may be changed
 * @param hint one line of help, may be empty
 * @param highRisk a mistake about it is dear: whatever people disagree on where somebody named it,
 *     a reviewer decides. Left out of what is stored where it is false, as in versions that never
 *     knew of it
 */
public record Label(
    String id,
    String name,
    String hint,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean highRisk) {

  /** A class whose mistakes are like any other's. */
  public Label(String id, String name, String hint) {
    this(id, name, hint, false);
  }
}
