package io.touchstone.deidentification.cleaning.markup;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.CleaningTools;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Pictures that stand in the page itself are cleaned; the address of any other is gone already. */
final class HtmlPictures {

  private HtmlPictures() {}

  static void clean(Document page, CleaningTools tools, Map<String, Integer> removed) {
    for (Element picture : page.select("img")) {
      Optional<String> cleaned = decoded(picture.attr("src")).flatMap(raw -> cleaned(raw, tools));
      if (cleaned.isPresent()) {
        picture.attr("src", cleaned.get());
      } else {
        removed.merge("picture", 1, Integer::sum);
        picture.removeAttr("src");
        if (!picture.hasAttr("alt")) {
          picture.remove();
        }
      }
    }
  }

  private static Optional<String> cleaned(byte[] raw, CleaningTools tools) {
    if (tools.nested(raw) instanceof Cleaning.Cleaned picture && picture.type().isImage()) {
      return Optional.of(
          "data:"
              + picture.type().mediaType()
              + ";base64,"
              + Base64.getEncoder().encodeToString(picture.object()));
    }
    return Optional.empty();
  }

  private static Optional<byte[]> decoded(String address) {
    int comma = address.indexOf(',');
    if (comma < 0 || !address.substring(0, comma).endsWith(";base64")) {
      return Optional.empty();
    }
    try {
      byte[] raw = Base64.getMimeDecoder().decode(address.substring(comma + 1));
      return raw.length == 0 ? Optional.empty() : Optional.of(raw);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
