package io.touchstone.ingestion.cleaning.office;

import io.touchstone.ingestion.cleaning.CleaningTools;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** An OOXML package on its way into a new one, and what its parts have in common. */
final class Conversion {

  static final Vocabulary VOCABULARY = Vocabulary.of("ooxml.txt");

  private final Archive archive;
  private final Cleanup cleanup;
  private final NewPackage written = new NewPackage();
  private final Pictures pictures;
  private final Charts charts;

  /**
   * @param folder that the new package's parts lie in
   */
  Conversion(Archive archive, CleaningTools tools, String folder) {
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

  Archive archive() {
    return archive;
  }

  Cleanup cleanup() {
    return cleanup;
  }

  NewPackage written() {
    return written;
  }

  Map<String, Relation> relations(String part) throws IOException {
    return Relation.of(archive, part);
  }

  /** A part as a tree; empty if there is none of that name. */
  Optional<Element> read(String part) throws IOException {
    Optional<InputStream> stream = archive.stream(part);
    return stream.isEmpty() ? Optional.empty() : Optional.of(XmlReader.read(stream.get()));
  }

  /** The part that the whole document hangs on. */
  Element readMain(String part) throws IOException {
    return read(part).orElseThrow(() -> Refused.unreadable("its main part is not there."));
  }

  /** The only part of a type that a part leads to. */
  Optional<String> target(Map<String, Relation> relations, String type) {
    return relations.values().stream()
        .filter(relation -> relation.type().equals(type) && !relation.external())
        .map(Relation::target)
        .filter(archive::has)
        .findFirst();
  }

  /** Cleans what any part may lead to: pictures and charts. */
  Optional<String> drawn(Relation relation) throws IOException {
    return switch (relation.type()) {
      case "image" -> pictures.of(relation.target());
      case "chart" -> charts.of(relation.target());
      default -> Optional.empty();
    };
  }

  /** Takes out of a part what is not listed, and writes it. */
  void write(String name, String contentType, Element root, Links links, Styles styles)
      throws IOException {
    VOCABULARY.filter(root, new PartValues(cleanup, links, styles));
    written.add(name, contentType, root);
  }

  /** Cleans a theme: colours, fonts, effects, and no names. */
  Optional<String> theme(String part, String name) throws IOException {
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
