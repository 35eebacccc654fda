package io.touchstone.project;

/**
 * One class of a label schema.
 *
 * @param id stable, kebab case; never reused for another meaning
 * @param name what people see; may be changed
 * @param hint one line of help, may be empty
 */
public record Label(String id, String name, String hint) {}
