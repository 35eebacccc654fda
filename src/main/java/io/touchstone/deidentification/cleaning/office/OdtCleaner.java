package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.AccountedWords;
import io.touchstone.deidentification.cleaning.Cleaner;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.NotCleanable;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.WordLoss;
import io.touchstone.deidentification.cleaning.office.container.ArchiveWriter;
import io.touchstone.deidentification.cleaning.office.container.ZipContainer;
import io.touchstone.deidentification.cleaning.office.loss.OfficeLoss;
import io.touchstone.deidentification.cleaning.office.part.Cleanup;
import io.touchstone.deidentification.cleaning.office.part.Pictures;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import io.touchstone.deidentification.cleaning.office.xml.XmlReader;
import io.touchstone.deidentification.cleaning.office.xml.XmlWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Cleans OpenDocument texts: a new document with the text, its styles and its pictures. */
public final class OdtCleaner implements Cleaner {

  private static final String KIND = ObjectType.ODT.mediaType();
  private static final String VERSION = "1.3";
  private static final OdtVocabulary VOCABULARY = OdtVocabulary.load();

  /** Parts that go, by how their names begin. */
  private static final Map<String, String> DROPPED =
      Map.of(
          "meta.xml", "properties",
          "settings.xml", "settings",
          "Thumbnails/", "thumbnail",
          "Configurations2/", "configuration",
          "Basic/", "macro",
          "Scripts/", "macro",
          "Object ", "embedding",
          "ObjectReplacements/", "embedding",
          "Fonts/", "font",
          "Dialogs/", "macro");

  @Override
  public Set<ObjectType> types() {
    return Set.of(ObjectType.ODT);
  }

  @Override
  public Cleaning clean(byte[] object, ObjectType type, CleaningTools tools) throws IOException {
    try (ZipContainer archive = ZipContainer.open(object)) {
      refuseLocked(archive);
      return new Document(archive, tools).cleaned();
    } catch (NotCleanable refused) {
      return refused.outcome();
    }
  }

  @Override
  public WordLoss loss(byte[] object, ObjectType type, Cleaned cleaned, AccountedWords elsewhere)
      throws IOException {
    return OfficeLoss.of(object, cleaned.object(), type, elsewhere);
  }

  @Override
  public List<String> readBack(byte[] cleaned, ObjectType type) throws IOException {
    return ReadBack.of(cleaned);
  }

  private static void refuseLocked(ZipContainer archive) throws IOException {
    if (archive.names().stream()
        .anyMatch(name -> name.startsWith("META-INF/") && name.endsWith("signatures.xml"))) {
      throw NotCleanable.signed();
    }
    Optional<byte[]> manifest = archive.bytes("META-INF/manifest.xml");
    if (manifest.isPresent()
        && !XmlReader.read(manifest.get()).all("manifest:encryption-data").isEmpty()) {
      throw NotCleanable.encrypted();
    }
  }

  private static final class Document {

    private final ZipContainer archive;
    private final Cleanup cleanup;
    private final Map<String, byte[]> pictures = new TreeMap<>();
    private final Map<String, String> types = new TreeMap<>();
    private final OdtVocabulary.Document names;

    Document(ZipContainer archive, CleaningTools tools) {
      this.archive = archive;
      cleanup = new Cleanup(tools);
      names = new OdtVocabulary.Document(cleanup, new Pictures(archive, cleanup, this::store));
    }

    private String store(Pictures.Picture picture) {
      String name = "Pictures/" + (pictures.size() + 1) + "." + picture.type().extension();
      pictures.put(name, picture.bytes());
      types.put(name, picture.type().mediaType());
      return name;
    }

    Cleaning cleaned() throws IOException {
      Element content =
          read("content.xml", "office:document-content")
              .orElseThrow(() -> NotCleanable.unreadable("it has no text."));
      Optional<Element> styles = read("styles.xml", "office:document-styles");
      Set<String> hidden = new HashSet<>(OdtStory.hiddenStyles(content));
      styles.map(OdtStory::hiddenStyles).ifPresent(hidden::addAll);
      ArchiveWriter written = new ArchiveWriter();
      written.addStored("mimetype", KIND.getBytes(StandardCharsets.US_ASCII));
      write(written, "content.xml", content, hidden);
      if (styles.isPresent()) {
        write(written, "styles.xml", styles.get(), hidden);
      }
      for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
        written.add(picture.getKey(), picture.getValue());
      }
      written.add("META-INF/manifest.xml", XmlWriter.part(manifest()));
      countDropped();
      return new Cleaned(
          written.toByteArray(), ObjectType.ODT, cleanup.removed(), cleanup.doubtful());
    }

    private Optional<Element> read(String name, String root) throws IOException {
      Optional<byte[]> bytes = archive.bytes(name);
      if (bytes.isEmpty()) {
        return Optional.empty();
      }
      Element read = XmlReader.read(bytes.get());
      if (!read.is(root)) {
        throw NotCleanable.unreadable("a part of it is of another kind than its name says.");
      }
      return Optional.of(read);
    }

    private void write(ArchiveWriter written, String name, Element part, Set<String> hidden)
        throws IOException {
      OdtStory.settle(part, cleanup, hidden);
      OdtText.redact(part, cleanup, name.equals("styles.xml"));
      VOCABULARY.filter(part, names);
      for (Element frame : part.all("draw:frame")) {
        frame.removeIf(e -> e.is("draw:image") && e.attribute("xlink:href").isEmpty());
      }
      part.set("office:version", VERSION);
      types.put(name, "text/xml");
      written.add(name, XmlWriter.part(part));
    }

    private Element manifest() {
      Element root = new Element("manifest:manifest", "manifest:version", VERSION);
      root.add(entry("/", KIND).set("manifest:version", VERSION));
      types.forEach((name, type) -> root.add(entry(name, type)));
      return root;
    }

    private static Element entry(String path, String type) {
      return new Element(
          "manifest:file-entry", "manifest:full-path", path, "manifest:media-type", type);
    }

    private void countDropped() {
      for (String name : archive.names()) {
        DROPPED.entrySet().stream()
            .filter(kind -> name.startsWith(kind.getKey()))
            .findFirst()
            .ifPresent(kind -> cleanup.removed(kind.getValue()));
      }
    }
  }
}
