package io.touchstone.deidentification.cleaning.pdf.copy;

import io.touchstone.deidentification.cleaning.pdf.page.Budget;
import io.touchstone.deidentification.cleaning.pdf.page.Copying;
import io.touchstone.deidentification.cleaning.pdf.page.InlinePictures;
import io.touchstone.deidentification.cleaning.pdf.page.Instruction;
import io.touchstone.deidentification.cleaning.pdf.page.InstructionTable;
import io.touchstone.deidentification.cleaning.pdf.page.Layers;
import io.touchstone.deidentification.cleaning.pdf.page.NotCopyable;
import io.touchstone.deidentification.cleaning.pdf.page.ResourceNames;
import io.touchstone.deidentification.cleaning.pdf.page.Script;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;

/**
 * Reads drawings in which text is out of place: patterns, masks, glyphs that are drawn. Text in
 * them is never shown to the recognisers, so it goes.
 */
public final class PlainScripts {

  private final Budget budget;
  private final Layers layers;
  private int droppedTexts;

  public PlainScripts(Budget budget, Layers layers) {
    this.budget = budget;
    this.layers = layers;
  }

  /** Texts that went so far. */
  public int droppedTexts() {
    return droppedTexts;
  }

  /**
   * @param outer resources of what the drawing stands in, for drawings without their own
   */
  Script read(COSStream drawing, Optional<COSDictionary> outer) throws IOException {
    return read(drawing, outer, Budget.DEPTH);
  }

  private Script read(COSStream drawing, Optional<COSDictionary> outer, int depth)
      throws IOException {
    if (depth == 0) {
      throw new NotCopyable("drawings within drawings");
    }
    Optional<COSDictionary> resources =
        drawing.getDictionaryObject(COSName.RESOURCES) instanceof COSDictionary own
            ? Optional.of(own)
            : outer;
    budget.form();
    Script script = new Script(Optional.of(drawing), resources);
    PDFStreamParser parser = new PDFStreamParser(Copying.decoded(drawing, Copying.MAXIMUM_BYTES));
    List<COSBase> operands = new ArrayList<>();
    int saved = 0;
    for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
      if (token instanceof COSBase operand) {
        operands.add(operand);
      } else if (token instanceof Operator operator) {
        budget.instruction();
        saved += operator.getName().equals("q") ? 1 : 0;
        boolean surplus = operator.getName().equals("Q") && saved-- <= 0;
        if (surplus) {
          saved = 0;
        } else {
          note(script, operator, operands, depth);
        }
        operands = new ArrayList<>();
      }
    }
    return script;
  }

  private void note(Script script, Operator operator, List<COSBase> operands, int depth)
      throws IOException {
    String name = operator.getName();
    if (InstructionTable.isText(name)) {
      droppedTexts += InstructionTable.isShowing(name) ? 1 : 0;
    } else if (name.equals("BI")) {
      InlinePictures.asObject(operator, script.resources)
          .ifPresent(picture -> script.instructions.add(painting(picture)));
    } else {
      Optional<List<COSBase>> checked = InstructionTable.checked(name, operands);
      if (checked.isEmpty()) {
        return;
      }
      if (name.equals("Do")) {
        paint(script, (COSName) checked.get().get(0), depth);
      } else {
        ResourceNames.resolved(name, checked.get(), script.resources)
            .ifPresent(script.instructions::add);
      }
    }
  }

  private void paint(Script script, COSName name, int depth) throws IOException {
    if (!(ResourceNames.lookup(script.resources, "XObject", name).orElse(null)
            instanceof COSStream object)
        || layers.isOff(object.getDictionaryObject(COSName.OC))) {
      return;
    }
    if (COSName.FORM.equals(object.getCOSName(COSName.SUBTYPE))) {
      script.instructions.add(Instruction.painting(read(object, script.resources, depth - 1)));
    } else if (COSName.IMAGE.equals(object.getCOSName(COSName.SUBTYPE))) {
      script.instructions.add(painting(object));
    }
  }

  private static Instruction painting(COSStream picture) {
    return Instruction.using("Do", List.of(), Instruction.Family.XObject, picture);
  }
}
