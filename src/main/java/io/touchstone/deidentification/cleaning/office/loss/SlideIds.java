package io.touchstone.deidentification.cleaning.office.loss;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.xml.sax.Attributes;

/** Relations of a presentation to its slides, in their order. */
final class SlideIds extends SeenText {

  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Set<String> ids = new LinkedHashSet<>();

  static Set<String> of(Optional<byte[]> presentation) throws IOException {
    SlideIds slides = new SlideIds();
    if (presentation.isPresent()) {
      slides.read(presentation.get());
    }
    return slides.ids;
  }

  @Override
  Set<String> holders() {
    return Set.of();
  }

  @Override
  Set<String> skipped() {
    return Set.of();
  }

  @Override
  Set<String> blocks() {
    return Set.of();
  }

  @Override
  void begin(String name, Attributes given) {
    String id = given.getValue(RELATIONS, "id");
    if (name.equals("sldId") && id != null) {
      ids.add(id);
    }
  }
}
