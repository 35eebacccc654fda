package io.touchstone.deidentification.cleaning.office.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The relations of one part: those that its content names and that lead to a part that stays. */
public final class Links {

  private final NewPackage written;
  private final String part;
  private final Map<String, Relation> source;
  private final Targets targets;

  /** Makes the part that a relation leads to. */
  public interface Targets {
    /** Name of the new part; empty if what the relation leads to goes. */
    Optional<String> clean(Relation relation) throws IOException;
  }

  /**
   * @param part new name
   * @param source relations that the part had
   */
  public Links(NewPackage written, String part, Map<String, Relation> source, Targets targets) {
    this.written = written;
    this.part = part;
    this.source = source;
    this.targets = targets;
  }

  /** The new id of a relation; empty if it goes. */
  public Optional<String> keep(String id) {
    Relation relation = source.get(id);
    if (relation == null || relation.external()) {
      return Optional.empty();
    }
    try {
      return targets.clean(relation).map(target -> written.relate(part, relation.type(), target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The relation behind an id, if it leads to a part of that type. */
  public Optional<Relation> find(String id, String type) {
    return Optional.ofNullable(source.get(id))
        .filter(relation -> !relation.external() && relation.type().equals(type));
  }
}
