package io.touchstone.release.format;

/**
 * The document, picture or recording of a record, de-identified, beside its text.
 *
 * @param path within the version, forward slashes; named by its digest, so equal files are one
 * @param mediaType "image/png"
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 */
public record RecordFile(String path, String mediaType, String sha256, long bytes) {

  /** Where a version has them. */
  public static final String FOLDER = "files/";

  /** A file of which nothing is known but where it lies. */
  public static RecordFile at(String path) {
    return new RecordFile(path, "", "", 0);
  }

  /**
   * A file under the name that its digest gives it.
   *
   * @param extension without the dot
   */
  public static RecordFile of(String mediaType, String extension, String sha256, long bytes) {
    String path = FOLDER + sha256.substring(0, 2) + "/" + sha256 + "." + extension;
    return new RecordFile(path, mediaType, sha256, bytes);
  }

  CanonicalJson.Fields fields() {
    return CanonicalJson.fields()
        .put("path", path)
        .put("mediaType", mediaType)
        .put("sha256", sha256)
        .put("bytes", bytes);
  }
}
