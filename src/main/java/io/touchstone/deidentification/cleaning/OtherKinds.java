package io.touchstone.deidentification.cleaning;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** Names the kinds that nothing here cleans, so that people know what to convert. */
final class OtherKinds {

  private static final Set<String> SAY_NOTHING =
      Set.of(
          "application/octet-stream",
          "text/plain",
          "application/xml",
          "text/html",
          "message/rfc822");

  private OtherKinds() {}

  static ObjectTypes.Told of(byte[] object) {
    String name = name(object);
    if (SAY_NOTHING.contains(name)) {
      return ObjectTypes.refused(
          Quarantine.UNKNOWN_TYPE,
          "its content is of no kind that is known. Convert it and send it again.");
    }
    return ObjectTypes.unsupported(name);
  }

  private static String name(byte[] object) {
    try {
      MediaType type =
          MimeTypes.getDefaultMimeTypes().detect(new ByteArrayInputStream(object), new Metadata());
      return type.getBaseType().toString();
    } catch (IOException | RuntimeException e) {
      return MediaType.OCTET_STREAM.toString();
    }
  }
}
