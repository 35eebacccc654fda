package io.touchstone.deidentification.cleaning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** What a ZIP is: an office document by the part that is its main one, or an archive. */
final class ZipKinds {

  private static final int MOST_MEMBERS = 20_000;
  private static final int MOST_BYTES = 1 << 20;
  private static final int END = 22;
  private static final int LONGEST_COMMENT = 65_535;

  private static final Pattern CONTENT_TYPE =
      Pattern.compile("ContentType\\s*+=\\s*+[\"']([^\"']++)[\"']");

  private static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";

  /** Main parts; a template has all that a document has. */
  private static final Map<String, ObjectType> MAIN =
      Map.of(
          OPEN_XML + "wordprocessingml.document.main+xml", ObjectType.DOCX,
          OPEN_XML + "wordprocessingml.template.main+xml", ObjectType.DOCX,
          OPEN_XML + "spreadsheetml.sheet.main+xml", ObjectType.XLSX,
          OPEN_XML + "spreadsheetml.template.main+xml", ObjectType.XLSX,
          OPEN_XML + "presentationml.presentation.main+xml", ObjectType.PPTX,
          OPEN_XML + "presentationml.template.main+xml", ObjectType.PPTX,
          OPEN_XML + "presentationml.slideshow.main+xml", ObjectType.PPTX);

  /** Members by which other kinds are told. */
  private static final Map<String, String> OTHERS = new LinkedHashMap<>();

  static {
    OTHERS.put("AndroidManifest.xml", "programs");
    OTHERS.put("META-INF/MANIFEST.MF", "programs");
    OTHERS.put("Index/Document.iwa", "iWork documents");
    OTHERS.put("Index.zip", "iWork documents");
    OTHERS.put("doc.kml", "maps");
  }

  private ZipKinds() {}

  static ObjectTypes.Told of(byte[] object) {
    if (members(object) > MOST_MEMBERS) {
      return new ObjectTypes.Archive();
    }
    try (ZipFile zip =
        ZipFile.builder().setByteArray(object).setIgnoreLocalFileHeader(true).get()) {
      return of(zip);
    } catch (IOException | RuntimeException e) {
      return new ObjectTypes.Archive();
    }
  }

  private static ObjectTypes.Told of(ZipFile zip) throws IOException {
    Optional<String> types = text(zip, "[Content_Types].xml");
    if (types.isPresent()) {
      return openXml(types.get());
    }
    Optional<String> media = text(zip, "mimetype");
    if (media.isPresent()) {
      return openDocument(zip, media.get().strip());
    }
    return OTHERS.entrySet().stream()
        .filter(other -> zip.getEntry(other.getKey()) != null)
        .findFirst()
        .map(other -> ObjectTypes.unsupported(other.getValue()))
        .orElseGet(ObjectTypes.Archive::new);
  }

  private static ObjectTypes.Told openXml(String types) {
    Matcher matcher = CONTENT_TYPE.matcher(types);
    Set<String> found =
        matcher.results().map(result -> result.group(1).strip()).collect(Collectors.toSet());
    if (found.stream().anyMatch(type -> type.contains("macroEnabled"))) {
      return ObjectTypes.unsupported("documents with macros");
    }
    Set<ObjectType> main =
        found.stream().filter(MAIN::containsKey).map(MAIN::get).collect(Collectors.toSet());
    return main.size() == 1
        ? new ObjectTypes.Known(main.iterator().next())
        : ObjectTypes.unsupported("this kind of Office document");
  }

  private static ObjectTypes.Told openDocument(ZipFile zip, String media) throws IOException {
    boolean encrypted =
        text(zip, "META-INF/manifest.xml")
            .filter(all -> all.contains("encryption-data"))
            .isPresent();
    if (encrypted) {
      return ObjectTypes.encrypted();
    }
    return media.equals(ObjectType.ODT.mediaType())
        ? new ObjectTypes.Known(ObjectType.ODT)
        : ObjectTypes.unsupported("this kind of OpenDocument or book");
  }

  /** The beginning of a member; empty if there is none of that name. */
  private static Optional<String> text(ZipFile zip, String name) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(name);
    if (entry == null || !zip.canReadEntryData(entry)) {
      return Optional.empty();
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(MOST_BYTES);
      boolean wide = bytes.length > 1 && (bytes[0] == (byte) 0xff || bytes[0] == (byte) 0xfe);
      return Optional.of(
          new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8));
    }
  }

  /** How many members the end of the directory names; the most that it can if there is no end. */
  private static int members(byte[] object) {
    int last = Math.max(0, object.length - END - LONGEST_COMMENT);
    for (int place = object.length - END; place >= last; place--) {
      boolean end =
          object[place] == 'P'
              && object[place + 1] == 'K'
              && object[place + 2] == 5
              && object[place + 3] == 6;
      if (end) {
        return object[place + 10] & 0xff | (object[place + 11] & 0xff) << 8;
      }
    }
    return Integer.MAX_VALUE;
  }
}
