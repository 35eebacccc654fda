package io.touchstone.deidentification.cleaning.pdf.copy;

import io.touchstone.deidentification.cleaning.pdf.page.Copying;
import io.touchstone.deidentification.cleaning.pdf.page.Gaps;
import io.touchstone.deidentification.cleaning.pdf.page.Glyph;
import io.touchstone.deidentification.cleaning.pdf.page.Instruction;
import io.touchstone.deidentification.cleaning.pdf.page.Instruction.Family;
import io.touchstone.deidentification.cleaning.pdf.page.InstructionTable;
import io.touchstone.deidentification.cleaning.pdf.page.ResourceNames;
import io.touchstone.deidentification.cleaning.pdf.page.Script;
import io.touchstone.deidentification.cleaning.pdf.page.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;

/**
 * Writes the instructions of a script without the letters that do not stay. Resources get new
 * names.
 */
public final class ScriptWriter {

  private final ResourceCopier resources;
  private final COSDictionary used = new COSDictionary();
  private final Map<COSBase, COSName> names = new IdentityHashMap<>();
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private final ContentStreamWriter out = new ContentStreamWriter(content);
  private final Gaps gaps = new Gaps();

  public ScriptWriter(ResourceCopier resources) {
    this.resources = resources;
  }

  /** What the written content uses. */
  public COSDictionary resources() {
    return used;
  }

  /** The content; what the script saves of the graphics state it restores. */
  public byte[] write(Script script) throws IOException {
    defaults(script);
    int saved = 0;
    for (Instruction instruction : script.instructions) {
      saved += instruction.operator().equals("q") ? 1 : 0;
      saved -= instruction.operator().equals("Q") ? 1 : 0;
      write(instruction);
    }
    for (; saved > 0; saved--) {
      operator("Q", List.of());
    }
    return content.toByteArray();
  }

  private void write(Instruction instruction) throws IOException {
    if (!InstructionTable.isShowing(instruction.operator())) {
      gaps.forgetUnless(instruction.operator());
    }
    if (instruction.form().isPresent()) {
      COSBase form = resources.form(instruction.form().get());
      operator("Do", List.of(name(Family.XObject, form)));
    } else if (instruction.resource().isPresent()) {
      using(instruction, instruction.resource().get());
    } else if (!instruction.glyphs().isEmpty()) {
      show(instruction);
    } else if (!InstructionTable.isShowing(instruction.operator())) {
      operator(instruction.operator(), instruction.operands());
    }
  }

  private void using(Instruction instruction, Instruction.Resource resource) throws IOException {
    Optional<COSBase> copy = resources.copy(resource);
    if (copy.isEmpty()) {
      return;
    }
    String operator = instruction.operator();
    if (resource.family() == Family.ColorSpace && copy.get() instanceof COSName device) {
      operator(operator, List.of(device));
      return;
    }
    COSName name = name(resource.family(), copy.get());
    List<COSBase> operands = new java.util.ArrayList<>(instruction.operands());
    operands.add(operator.equals("Tf") ? 0 : operands.size(), name);
    operator(operator, operands);
    if (resource.family() == Family.ExtGState) {
      fontOf((COSDictionary) resource.object());
    }
  }

  /** A graphics state may set the font; that is said by an instruction of its own. */
  private void fontOf(COSDictionary state) throws IOException {
    if (state.getDictionaryObject(COSName.FONT) instanceof COSArray pair
        && pair.size() == 2
        && pair.getObject(0) instanceof COSDictionary font) {
      using(
          Instruction.using("Tf", List.of(pair.getObject(1)), Family.Font, font),
          new Instruction.Resource(Family.Font, font));
    }
  }

  private void show(Instruction instruction) throws IOException {
    COSArray kept = gaps.without((COSArray) instruction.operands().get(0), instruction.glyphs());
    for (List<Glyph> string : instruction.glyphs()) {
      for (Glyph glyph : string) {
        if (glyph.fate() == Glyph.Fate.STAYS) {
          resources.fonts.used(glyph);
        }
      }
    }
    if (kept.size() > 0) {
      operator("TJ", List.of(kept));
    }
  }

  /** Colour spaces that stand for the device's wherever it is named. */
  private void defaults(Script script) throws IOException {
    for (String key : List.of("DefaultGray", "DefaultRGB", "DefaultCMYK")) {
      Optional<COSBase> given =
          ResourceNames.lookup(script.resources, "ColorSpace", COSName.getPDFName(key));
      if (given.isPresent() && resources.colours.space(given.get()) instanceof COSArray space) {
        family(Family.ColorSpace).setItem(COSName.getPDFName(key), space);
      }
    }
  }

  private COSName name(Family family, COSBase object) {
    return names.computeIfAbsent(
        object,
        o -> {
          COSDictionary all = family(family);
          COSName name = COSName.getPDFName(family.name().substring(0, 1) + (all.size() + 1));
          all.setItem(name, o);
          return name;
        });
  }

  private COSDictionary family(Family family) {
    COSName key = COSName.getPDFName(family.name());
    if (!(used.getItem(key) instanceof COSDictionary all)) {
      COSDictionary made = new COSDictionary();
      made.setDirect(true);
      used.setItem(key, made);
      return made;
    }
    return all;
  }

  private void operator(String operator, List<COSBase> operands) throws IOException {
    for (COSBase operand : operands) {
      out.writeToken(operand);
    }
    out.writeToken(Operator.getOperator(operator));
  }

  /** Paints what stands in the place of redacted stretches, above all else. */
  public void paint(List<Tag> tags) throws IOException {
    for (Tag tag : tags) {
      TagPainter.paint(tag, this);
    }
  }

  public void number(String operator, double... numbers) throws IOException {
    List<COSBase> operands = new java.util.ArrayList<>();
    for (double number : numbers) {
      long thousandths = Math.round(number * 1000);
      operands.add(
          thousandths % 1000 == 0
              ? Copying.number(thousandths / 1000)
              : new COSFloat(thousandths / 1000f));
    }
    operator(operator, operands);
  }

  public void plain(String operator, COSBase... operands) throws IOException {
    operator(operator, List.of(operands));
  }

  /** The name of the font in which tags are painted. */
  COSName fontOfTags() {
    return name(Family.Font, resources.fonts.ofTags());
  }

  public void image(COSBase picture) throws IOException {
    operator("Do", List.of(name(Family.XObject, picture)));
  }

  public byte[] content() {
    return content.toByteArray();
  }
}
