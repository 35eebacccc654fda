package io.touchstone.deidentification.cleaning.pdf.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;

/**
 * The operators that stay, and the kinds of their operands (ISO 32000-1, annex A). What is marked
 * by BMC, BDC, MP and DP may carry texts and goes; what is unknown goes, and so do surplus
 * operands, which no viewer shows.
 */
public final class InstructionTable {

  private static final Map<String, String> KINDS = new HashMap<>();

  private static final Set<String> INTENTS =
      Set.of("AbsoluteColorimetric", "RelativeColorimetric", "Saturation", "Perceptual");

  static {
    put("", "q Q BT ET T* W W* n S s f F f* B B* b b* h");
    put("n", "w J j M i Tc Tw Tz TL Ts Tr G g");
    put("nn", "m l Td TD d0");
    put("nnn", "RG rg");
    put("nnnn", "re v y K k");
    put("nnnnnn", "cm Tm c d1");
    put("an", "d");
    put("N", "gs Do sh CS cs ri");
    put("Nn", "Tf");
    put("s", "Tj '");
    put("nns", "\"");
    put("t", "TJ");
    put("*", "SC sc SCN scn");
  }

  private InstructionTable() {}

  private static void put(String kinds, String operators) {
    for (String operator : operators.split(" ")) {
      KINDS.put(operator, kinds);
    }
  }

  static boolean isPath(String operator) {
    return Set.of("S", "s", "f", "F", "f*", "B", "B*", "b", "b*").contains(operator);
  }

  public static boolean isShowing(String operator) {
    return Set.of("Tj", "TJ", "'", "\"").contains(operator);
  }

  /** Whether the operator belongs to text alone. */
  public static boolean isText(String operator) {
    return operator.startsWith("T") || Set.of("BT", "ET", "'", "\"").contains(operator);
  }

  /** The operands that the operator takes; empty if it does not stay. */
  public static Optional<List<COSBase>> checked(String operator, List<COSBase> operands) {
    String kinds = KINDS.get(operator);
    if (kinds == null) {
      return Optional.empty();
    }
    if (kinds.equals("*")) {
      return Optional.of(colour(operands));
    }
    int surplus = operands.size() - kinds.length();
    if (surplus < 0) {
      return Optional.empty();
    }
    List<COSBase> taken = new ArrayList<>(operands.subList(surplus, operands.size()));
    for (int i = 0; i < taken.size(); i++) {
      if (!isOfKind(kinds.charAt(i), taken.get(i))) {
        return Optional.empty();
      }
      if (taken.get(i) instanceof COSArray array) {
        taken.set(i, only(array, kinds.charAt(i) == 't'));
      }
    }
    if (operator.equals("ri") && !INTENTS.contains(((COSName) taken.get(0)).getName())) {
      return Optional.empty();
    }
    return Optional.of(taken);
  }

  private static boolean isOfKind(char kind, COSBase operand) {
    return switch (kind) {
      case 'n' -> operand instanceof COSNumber;
      case 'N' -> operand instanceof COSName;
      case 's' -> operand instanceof COSString;
      default -> operand instanceof COSArray;
    };
  }

  private static COSArray only(COSArray array, boolean strings) {
    COSArray kept = new COSArray();
    for (COSBase entry : array) {
      if (entry instanceof COSNumber || strings && entry instanceof COSString) {
        kept.add(entry);
      }
    }
    return kept;
  }

  private static List<COSBase> colour(List<COSBase> operands) {
    List<COSBase> kept = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      boolean last = i == operands.size() - 1;
      if (operands.get(i) instanceof COSNumber || last && operands.get(i) instanceof COSName) {
        kept.add(operands.get(i));
      }
    }
    return kept;
  }
}
