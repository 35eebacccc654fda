package io.touchstone.deidentification.cleaning.pdf.page;

import io.touchstone.deidentification.cleaning.NotCleanable;
import io.touchstone.deidentification.cleaning.Quarantine;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;

/**
 * Walks over a page as a viewer does and notes every instruction that stays, with the letters that
 * it paints and where. Forms are walked over each time they are painted, because the same form may
 * stand in different places. Nothing is changed.
 */
public final class PageReader extends PDFStreamEngine {

  private final Budget budget;
  private final Layers layers;
  private final GlyphReader letters;
  private final Deque<Script> scripts = new ArrayDeque<>();
  private final Deque<Boolean> marks = new ArrayDeque<>();
  private final Set<COSBase> open = new HashSet<>();
  private PageReading reading;
  private List<List<Glyph>> shown = new ArrayList<>();
  private int off;
  private boolean inText;
  private boolean within;

  public PageReader(Budget budget, Layers layers) {
    this.budget = budget;
    this.layers = layers;
    this.letters = new GlyphReader(budget);
    addOperator(new Concatenate(this));
    addOperator(new Save(this));
    addOperator(new Restore(this));
    addOperator(new SetGraphicsStateParameters(this));
    addOperator(new SetMatrix(this));
    addOperator(new BeginText(this));
    addOperator(new EndText(this));
    addOperator(new MoveText(this));
    addOperator(new MoveTextSetLeading(this));
    addOperator(new NextLine(this));
    addOperator(new SetCharSpacing(this));
    addOperator(new SetFontAndSize(this));
    addOperator(new SetTextHorizontalScaling(this));
    addOperator(new SetTextLeading(this));
    addOperator(new SetTextRenderingMode(this));
    addOperator(new SetTextRise(this));
    addOperator(new SetWordSpacing(this));
    addOperator(new ShowText(this));
    addOperator(new ShowTextAdjusted(this));
  }

  /**
   * Reads a page.
   *
   * @param notes what stands above its content
   */
  public PageReading read(PDPage page, List<PageNotes.Note> notes) throws IOException {
    PDResources resources = page.getResources();
    Script script =
        new Script(Optional.empty(), Optional.ofNullable(resources).map(PDResources::getCOSObject));
    reading = new PageReading(script);
    letters.start(reading, page.getCropBox());
    scripts.clear();
    marks.clear();
    open.clear();
    off = 0;
    inText = false;
    scripts.push(script);
    processPage(page);
    if (inText) {
      script.instructions.add(Instruction.plain("ET", List.of()));
    }
    for (PageNotes.Note note : notes) {
      if (note.look().isPresent()) {
        note(note.look().get(), note.place());
      }
    }
    return reading;
  }

  /** What the page left open does not hold for what stands above it. */
  private void note(COSStream look, AffineTransform place) throws IOException {
    Script script = new Script(Optional.empty(), Optional.empty());
    scripts.clear();
    scripts.push(script);
    marks.clear();
    off = 0;
    inText = false;
    saveGraphicsState();
    getGraphicsState().getCurrentTransformationMatrix().concatenate(new Matrix(place));
    double[] numbers = new double[6];
    place.getMatrix(numbers);
    List<COSBase> operands = new ArrayList<>();
    for (double number : numbers) {
      operands.add(new COSFloat((float) number));
    }
    script.instructions.add(Instruction.plain("cm", operands));
    form(look);
    restoreGraphicsState();
    reading.notes.add(script);
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (within) {
      super.processOperator(operator, operands);
      return;
    }
    budget.instruction();
    String name = operator.getName();
    switch (name) {
      case "BMC", "BDC" -> beginMark(operands);
      case "EMC" -> endMark();
      case "BI" -> inlineImage(operator);
      case "'" -> nextLine(operands);
      case "\"" -> nextLineSpaced(operands);
      default -> {
        Optional<List<COSBase>> checked = InstructionTable.checked(name, operands);
        if (checked.isPresent()) {
          checked(operator, checked.get());
        }
      }
    }
  }

  /** One of ours that fails ends the work; the engine would log it and go on. */
  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException exception)
      throws IOException {
    throw exception;
  }

  private void checked(Operator operator, List<COSBase> operands) throws IOException {
    String name = operator.getName();
    if (name.equals("Q") && getGraphicsStackSize() <= 1
        || name.equals("BT") == inText && (name.equals("BT") || name.equals("ET"))
        || needsText(name) && !inText) {
      return;
    }
    if (name.equals("BT") || name.equals("ET")) {
      inText = name.equals("BT");
    }
    if (InstructionTable.isShowing(name)) {
      show(operator, operands);
    } else if (name.equals("Do")) {
      paint((COSName) operands.get(0));
    } else {
      note(name, operands);
      execute(operator, operands);
    }
  }

  private static boolean needsText(String name) {
    return InstructionTable.isShowing(name) || Set.of("Td", "TD", "Tm", "T*").contains(name);
  }

  /** Adds the instruction with what its name refers to; hidden painting becomes none. */
  private void note(String name, List<COSBase> operands) {
    List<Instruction> instructions = scripts.element().instructions;
    if (off > 0 && (InstructionTable.isPath(name) || name.equals("sh"))) {
      if (!name.equals("sh")) {
        instructions.add(Instruction.plain("n", List.of()));
      }
      return;
    }
    if (Set.of("c", "v", "y").contains(name)) {
      reading.curves++;
    }
    ResourceNames.resolved(name, operands, resources()).ifPresent(instructions::add);
  }

  private void execute(Operator operator, List<COSBase> operands) throws IOException {
    within = true;
    try {
      super.processOperator(operator, operands);
    } catch (NotCleanable e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      if (!operator.getName().equals("Tf") && !operator.getName().equals("gs")) {
        throw e;
      }
      getGraphicsState().getTextState().setFont(null);
    } finally {
      within = false;
    }
  }

  private void show(Operator operator, List<COSBase> operands) throws IOException {
    if (getGraphicsState().getTextState().getFont() == null) {
      reading.lostStrings++;
      return;
    }
    shown = new ArrayList<>();
    execute(operator, operands);
    COSArray strings = new COSArray();
    if (operands.get(0) instanceof COSArray array) {
      strings = array;
    } else {
      strings.add(operands.get(0));
    }
    scripts.element().instructions.add(Instruction.showing(List.of(strings), shown));
  }

  @Override
  protected void showText(byte[] string) throws IOException {
    shown.add(letters.read(string, this, off > 0));
  }

  private void nextLine(List<COSBase> operands) throws IOException {
    if (!operands.isEmpty() && operands.get(operands.size() - 1) instanceof COSString string) {
      processOperator(Operator.getOperator("T*"), List.of());
      processOperator(Operator.getOperator("Tj"), List.of(string));
    }
  }

  private void nextLineSpaced(List<COSBase> operands) throws IOException {
    int last = operands.size() - 1;
    if (last >= 2
        && operands.get(last - 2) instanceof COSNumber words
        && operands.get(last - 1) instanceof COSNumber characters) {
      processOperator(Operator.getOperator("Tw"), List.of(words));
      processOperator(Operator.getOperator("Tc"), List.of(characters));
      nextLine(operands);
    }
  }

  private void beginMark(List<COSBase> operands) {
    boolean hides = false;
    if (operands.size() == 2 && COSName.OC.equals(operands.get(0))) {
      COSBase marked =
          operands.get(1) instanceof COSName name
              ? ResourceNames.lookup(resources(), "Properties", name).orElse(null)
              : operands.get(1);
      hides = layers.isOff(marked);
    }
    marks.push(hides);
    off += hides ? 1 : 0;
  }

  private void endMark() {
    if (!marks.isEmpty() && marks.pop()) {
      off--;
    }
  }

  private void inlineImage(Operator operator) {
    if (off == 0) {
      InlinePictures.asObject(operator, resources()).ifPresent(this::picture);
    }
  }

  private void paint(COSName name) throws IOException {
    if (off > 0
        || !(ResourceNames.lookup(resources(), "XObject", name).orElse(null)
            instanceof COSStream object)
        || layers.isOff(object.getDictionaryObject(COSName.OC))) {
      return;
    }
    if (COSName.FORM.equals(object.getCOSName(COSName.SUBTYPE))) {
      form(object);
    } else if (COSName.IMAGE.equals(object.getCOSName(COSName.SUBTYPE))) {
      picture(object);
    }
  }

  private void picture(COSStream object) {
    Matrix place = getGraphicsState().getCurrentTransformationMatrix();
    Rectangle2D unit = new Rectangle2D.Float(0, 0, 1, 1);
    reading.pictures.add(place.createAffineTransform().createTransformedShape(unit).getBounds2D());
    scripts
        .element()
        .instructions
        .add(Instruction.using("Do", List.of(), Instruction.Family.XObject, object));
  }

  private void form(COSStream object) throws IOException {
    if (!open.add(object)) {
      return;
    }
    if (open.size() > Budget.DEPTH) {
      throw new NotCleanable(
          Quarantine.TOO_DEEP,
          "it holds drawings within drawings, deeper than 12. Send it flattened.");
    }
    budget.form();
    PDFormXObject form = new PDFormXObject(object);
    Optional<COSDictionary> own =
        Optional.ofNullable(form.getResources()).map(PDResources::getCOSObject);
    Script script = new Script(Optional.of(object), own.or(() -> scripts.element().resources));
    Script outer = scripts.element();
    boolean outerText = inText;
    int outerMarks = marks.size();
    Matrix textMatrix = getTextMatrix();
    Matrix lineMatrix = getTextLineMatrix();
    inText = false;
    scripts.push(script);
    showForm(form);
    if (inText) {
      script.instructions.add(Instruction.plain("ET", List.of()));
    }
    scripts.pop();
    while (marks.size() > outerMarks) {
      endMark();
    }
    inText = outerText;
    setTextMatrix(textMatrix);
    setTextLineMatrix(lineMatrix);
    open.remove(object);
    outer.instructions.add(Instruction.painting(script));
  }

  private Optional<COSDictionary> resources() {
    return scripts.element().resources;
  }
}
