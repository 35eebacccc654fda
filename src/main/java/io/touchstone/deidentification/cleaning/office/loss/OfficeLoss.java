package io.touchstone.deidentification.cleaning.office.loss;

import io.touchstone.deidentification.cleaning.AccountedWords;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.WordLoss;
import io.touchstone.deidentification.cleaning.office.container.Relation;
import io.touchstone.deidentification.cleaning.office.container.ZipContainer;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts the words that a document showed and that are nowhere any more. */
public final class OfficeLoss {

  private final ZipContainer archive;
  private final StringBuilder text = new StringBuilder();

  private OfficeLoss(ZipContainer archive) {
    this.archive = archive;
  }

  /**
   * Of a DOCX, PPTX or ODT.
   *
   * @throws IOException if one of the two cannot be read
   */
  public static WordLoss of(byte[] before, byte[] after, ObjectType type, AccountedWords elsewhere)
      throws IOException {
    List<String> seen = seen(before, type);
    int lost = elsewhere.missing(List.of(seen), List.of(seen(after, type))).size();
    return new WordLoss(seen.size(), lost);
  }

  private static List<String> seen(byte[] document, ObjectType type) throws IOException {
    try (ZipContainer archive = ZipContainer.open(document)) {
      OfficeLoss reading = new OfficeLoss(archive);
      switch (type) {
        case DOCX -> reading.word();
        case PPTX -> reading.slides();
        default -> reading.openText();
      }
      return AccountedWords.words(reading.text.toString());
    }
  }

  private void read(SeenText reader, Optional<String> part) throws IOException {
    Optional<byte[]> bytes = part.isEmpty() ? Optional.empty() : archive.bytes(part.get());
    if (bytes.isPresent()) {
      text.append(reader.read(bytes.get())).append('\n');
    }
  }

  private static Optional<String> first(Map<String, Relation> relations, String type) {
    return relations.values().stream()
        .filter(relation -> relation.type().equals(type) && !relation.external())
        .map(Relation::target)
        .findFirst();
  }

  private void word() throws IOException {
    String main = first(Relation.of(archive, ""), "officeDocument").orElse("");
    Map<String, Relation> relations = Relation.of(archive, main);
    HidingStyles styles = new HidingStyles();
    read(styles, first(relations, "styles"));
    Set<String> hiding = styles.names();
    SeenWordText body = new SeenWordText(hiding, Optional.empty());
    read(body, Optional.of(main));
    Set<String> edges = new HashSet<>();
    for (String id : body.edges()) {
      Relation relation = relations.get(id);
      if (relation != null && edges.add(relation.target())) {
        read(new SeenWordText(hiding, Optional.empty()), Optional.of(relation.target()));
      }
    }
    for (String kind : List.of("footnotes", "endnotes")) {
      SeenWordText notes = new SeenWordText(hiding, Optional.of(body.references()));
      read(notes, first(relations, kind));
    }
  }

  private void slides() throws IOException {
    String main = first(Relation.of(archive, ""), "officeDocument").orElse("");
    Map<String, Relation> relations = Relation.of(archive, main);
    for (String id : SlideIds.of(archive.bytes(main))) {
      Relation relation = relations.get(id);
      if (relation != null && !relation.external() && relation.type().equals("slide")) {
        read(new SeenSlideText(), Optional.of(relation.target()));
      }
    }
  }

  private void openText() throws IOException {
    HidingStyles styles = new HidingStyles();
    read(styles, Optional.of("content.xml"));
    read(styles, Optional.of("styles.xml"));
    read(new SeenOdtText(styles.names()), Optional.of("content.xml"));
  }
}
