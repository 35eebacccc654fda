package io.touchstone.deidentification.cleaning.pdf.page;

import io.touchstone.deidentification.cleaning.pdf.page.Instruction.Family;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Finds what the names in a content stream stand for; the names themselves are not kept. */
public final class ResourceNames {

  private static final Set<String> DEVICE_SPACES =
      Set.of("DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern", "G", "RGB", "CMYK");

  private ResourceNames() {}

  public static Optional<COSBase> lookup(
      Optional<COSDictionary> resources, String family, COSName name) {
    return resources
        .map(all -> all.getDictionaryObject(COSName.getPDFName(family)))
        .filter(COSDictionary.class::isInstance)
        .map(all -> ((COSDictionary) all).getDictionaryObject(name));
  }

  /** The instruction with the resource itself; empty if there is none of that name. */
  public static Optional<Instruction> resolved(
      String operator, List<COSBase> operands, Optional<COSDictionary> resources) {
    return switch (operator) {
      case "gs" -> using(operator, List.of(), Family.ExtGState, operands.get(0), resources);
      case "sh" -> using(operator, List.of(), Family.Shading, operands.get(0), resources);
      case "Tf" -> using(operator, operands.subList(1, 2), Family.Font, operands.get(0), resources);
      case "CS", "cs" ->
          DEVICE_SPACES.contains(((COSName) operands.get(0)).getName())
              ? Optional.of(Instruction.plain(operator, operands))
              : using(operator, List.of(), Family.ColorSpace, operands.get(0), resources);
      case "SC", "sc", "SCN", "scn" -> {
        int last = operands.size() - 1;
        yield last >= 0 && operands.get(last) instanceof COSName name
            ? using(operator, operands.subList(0, last), Family.Pattern, name, resources)
            : Optional.of(Instruction.plain(operator, operands));
      }
      default -> Optional.of(Instruction.plain(operator, operands));
    };
  }

  private static Optional<Instruction> using(
      String operator,
      List<COSBase> operands,
      Family family,
      COSBase name,
      Optional<COSDictionary> resources) {
    return lookup(resources, family.name(), (COSName) name)
        .map(object -> Instruction.using(operator, operands, family, object));
  }
}
