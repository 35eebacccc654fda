package io.touchstone.deidentification.cleaning;

/**
 * A place of a picture that a person should look at, in parts of the upright picture's width and
 * height from its upper left corner, 0 to 1.
 *
 * @param page of a TIFF, or frame of an animation, from 0
 */
public record DoubtfulPlace(double x, double y, double width, double height, int page) {}
