package io.touchstone.deidentification.cleaning.office.part;

import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.NotCleanable;
import io.touchstone.deidentification.cleaning.office.container.Links;
import io.touchstone.deidentification.cleaning.office.container.NewPackage;
import io.touchstone.deidentification.cleaning.office.container.Relation;
import io.touchstone.deidentification.cleaning.office.container.ZipContainer;
import io.touchstone.deidentification.cleaning.office.xml.Element;
import io.touchstone.deidentification.cleaning.office.xml.XmlReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** An OOXML package on its way into a new one, and what its parts have in common. */
public final class Conversion {

  public static final Vocabulary VOCABULARY = Vocabulary.of("ooxml.txt");

  private final ZipContainer archive;
  private final Cleanup cleanup;
  private final NewPackage written = new NewPackage();
  private final Pictures pictures;
  private final Charts charts;

  /**
   * @param folder that the new package's parts lie in
   */
  public Conversion(ZipContainer archive, CleaningTools tools, String folder) {
    this.archive = archive;
    cleanup = new Cleanup(tools);
    pictures = new Pictures(archive, cleanup, picture -> store(folder, picture));
    charts = new Charts(this, folder);
  }

  private String store(String folder, Pictures.Picture picture) throws IOException {
    String name = written.newName(folder + "/media/image", picture.type().extension());
    written.add(name, picture.type().mediaType(), picture.bytes());
    return name;
  }

  public ZipContainer archive() {
    return archive;
  }

  public Cleanup cleanup() {
    return cleanup;
  }

  public NewPackage written() {
    return written;
  }

  public Map<String, Relation> relations(String part) throws IOException {
    return Relation.of(archive, part);
  }

  /** A part as a tree; empty if there is none of that name. */
  public Optional<Element> read(String part) throws IOException {
    Optional<InputStream> stream = archive.stream(part);
    return stream.isEmpty() ? Optional.empty() : Optional.of(XmlReader.read(stream.get()));
  }

  /** The part that the whole document hangs on. */
  public Element readMain(String part) throws IOException {
    return read(part).orElseThrow(() -> NotCleanable.unreadable("its main part is not there."));
  }

  /** The only part of a type that a part leads to. */
  public Optional<String> target(Map<String, Relation> relations, String type) {
    return relations.values().stream()
        .filter(relation -> relation.type().equals(type) && !relation.external())
        .map(Relation::target)
        .filter(archive::has)
        .findFirst();
  }

  /** Cleans what any part may lead to: pictures and charts. */
  public Optional<String> drawn(Relation relation) throws IOException {
    return switch (relation.type()) {
      case "image" -> pictures.of(relation.target());
      case "chart" -> charts.of(relation.target());
      default -> Optional.empty();
    };
  }

  /** Takes out of a part what is not listed, and writes it. */
  public void write(String name, String contentType, Element root, Links links, Styles styles)
      throws IOException {
    VOCABULARY.filter(root, new PartValues(cleanup, links, styles));
    written.add(name, contentType, root);
  }

  /** Cleans a theme: colours, fonts, effects, and no names. */
  public Optional<String> theme(String part, String name) throws IOException {
    Optional<Element> root = read(part).filter(element -> element.is("a:theme"));
    if (root.isPresent()) {
      Links links = new Links(written, name, relations(part), this::drawn);
      write(
          name,
          "application/vnd.openxmlformats-officedocument.theme+xml",
          root.get(),
          links,
          Styles.NONE);
    }
    return root.map(element -> name);
  }
}
