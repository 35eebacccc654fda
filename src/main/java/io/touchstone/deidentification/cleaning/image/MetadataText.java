package io.touchstone.deidentification.cleaning.image;

import com.drew.lang.KeyValuePair;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.Tag;
import com.drew.metadata.file.FileTypeDirectory;
import com.drew.metadata.icc.IccDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whatever stands beside the pixels and can be read as text. */
final class MetadataText {

  private static final Pattern WORDS = Pattern.compile("[\\x20-\\x7e\\xa0-\\xff]{6,}");

  private static final Set<String> TEXTS = Set.of("desc", "text", "mluc", "dict");

  private MetadataText() {}

  /** Texts of all tags; numbers, such as width and height, are none. */
  static List<String> of(Metadata metadata) {
    List<String> texts = new ArrayList<>();
    for (Directory directory : metadata.getDirectories()) {
      if (directory instanceof FileTypeDirectory) {
        // Says what kind of file it is and stands in none.
        continue;
      }
      for (Tag tag : directory.getTags()) {
        Object value = directory.getObject(tag.getTagType());
        if (!(directory instanceof IccDirectory) || isOfWords(tag, value)) {
          text(value).forEach(texts::add);
        }
      }
      if (directory instanceof XmpDirectory xmp) {
        texts.addAll(xmp.getXmpProperties().values());
      }
    }
    return texts;
  }

  /**
   * Of a colour profile only what is meant to be read (ICC.1:2022, section 10): its curves would
   * look like words and numbers, and its date is its maker's.
   */
  private static boolean isOfWords(Tag tag, Object value) {
    return value instanceof byte[] bytes
        ? bytes.length > 4 && TEXTS.contains(new String(bytes, 0, 4, StandardCharsets.ISO_8859_1))
        : tag.getTagType() != IccDirectory.TAG_PROFILE_DATETIME;
  }

  private static Stream<String> text(Object value) {
    if (value instanceof String || value instanceof StringValue) {
      return Stream.of(value.toString());
    }
    if (value instanceof byte[] bytes) {
      // Without the zeros letters of two bytes are letters, too.
      String letters = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
      return WORDS.matcher(letters).results().map(MatchResult::group);
    }
    if (value instanceof Object[] values) {
      return Arrays.stream(values).flatMap(MetadataText::text);
    }
    if (value instanceof List<?> values) {
      return values.stream().flatMap(MetadataText::text);
    }
    if (value instanceof KeyValuePair pair) {
      return Stream.of(pair.getKey() + " " + pair.getValue());
    }
    return Stream.empty();
  }
}
