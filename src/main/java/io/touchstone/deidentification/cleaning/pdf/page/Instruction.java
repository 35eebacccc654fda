package io.touchstone.deidentification.cleaning.pdf.page;

import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSBase;

/**
 * One checked instruction of a page, a form, a pattern or a glyph.
 *
 * @param operator of the table of {@link InstructionTable}
 * @param operands of the kinds that the operator takes, without names of resources
 * @param resource what it refers to
 * @param form what the form that it paints does
 * @param glyphs what it paints, one list per string
 */
public record Instruction(
    String operator,
    List<COSBase> operands,
    Optional<Resource> resource,
    Optional<Script> form,
    List<List<Glyph>> glyphs) {

  /** Families of resources, by the names of their dictionaries. */
  public enum Family {
    Font,
    XObject,
    ExtGState,
    ColorSpace,
    Pattern,
    Shading
  }

  /** A resource of the document as delivered. */
  public record Resource(Family family, COSBase object) {}

  static Instruction plain(String operator, List<COSBase> operands) {
    return new Instruction(operator, operands, Optional.empty(), Optional.empty(), List.of());
  }

  public static Instruction using(
      String operator, List<COSBase> operands, Family family, COSBase object) {
    return new Instruction(
        operator, operands, Optional.of(new Resource(family, object)), Optional.empty(), List.of());
  }

  public static Instruction painting(Script form) {
    return new Instruction("Do", List.of(), Optional.empty(), Optional.of(form), List.of());
  }

  static Instruction showing(List<COSBase> operands, List<List<Glyph>> glyphs) {
    return new Instruction("TJ", operands, Optional.empty(), Optional.empty(), glyphs);
  }
}
