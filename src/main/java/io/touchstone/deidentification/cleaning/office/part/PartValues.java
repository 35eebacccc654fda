package io.touchstone.deidentification.cleaning.office.part;

import io.touchstone.deidentification.cleaning.office.container.Links;
import java.util.Optional;

/** Values of a part that has relations and, in word processing, styles. */
public final class PartValues extends Values {

  private final Links links;
  private final Styles styles;

  public PartValues(Cleanup cleanup, Links links, Styles styles) {
    super(cleanup);
    this.links = links;
    this.styles = styles;
  }

  @Override
  Optional<String> allowed(char kind, String value) {
    return switch (kind) {
      case 'r' -> links.keep(value);
      case 'S' -> styles.id(value);
      case 'D' -> styles.name(value);
      default -> super.allowed(kind, value);
    };
  }
}
