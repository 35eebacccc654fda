package io.touchstone.deidentification.cleaning.mail;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.Redacted;
import java.nio.charset.Charset;
import java.util.Optional;

/** For the second version of a text: it is redacted, but the item's text has it already. */
record AsideTools(CleaningTools tools) implements CleaningTools {

  @Override
  public Redacted shown(String text) {
    return tools.aside(text);
  }

  @Override
  public Redacted aside(String text) {
    return tools.aside(text);
  }

  @Override
  public Optional<String> alternative(String text) {
    return tools.alternative(text);
  }

  @Override
  public String replacedIn(String text) {
    return tools.replacedIn(text);
  }

  @Override
  public boolean readsPictures() {
    return tools.readsPictures();
  }

  @Override
  public Cleaning nested(byte[] object) {
    return tools.nested(object);
  }

  @Override
  public Optional<Charset> encoding() {
    return tools.encoding();
  }
}
