package io.touchstone.deidentification.cleaning.pdf.copy;

import io.touchstone.deidentification.cleaning.pdf.page.Copying;
import io.touchstone.deidentification.cleaning.pdf.page.Instruction.Resource;
import io.touchstone.deidentification.cleaning.pdf.page.NotCopyable;
import io.touchstone.deidentification.cleaning.pdf.page.Script;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * Copies what a page uses into the new document, entry by entry of a whitelist. What was copied
 * once is used again.
 */
public final class ResourceCopier {

  private static final String[] BLENDS = {
    "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge",
    "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color",
    "Luminosity"
  };

  final ColourCopier colours = new ColourCopier();
  public final FontCopier fonts;
  final PictureCopier pictures;
  private final PlainScripts drawings;
  private final Map<COSBase, Optional<COSBase>> copied = new IdentityHashMap<>();
  private final Map<COSStream, List<FormCopy>> forms = new IdentityHashMap<>();

  /** A form as written: the same form may lose different letters where it is painted again. */
  private record FormCopy(byte[] content, COSDictionary resources, COSStream form) {}

  public ResourceCopier(FontCopier fonts, PictureCopier pictures, PlainScripts drawings) {
    this.fonts = fonts;
    this.pictures = pictures;
    this.drawings = drawings;
  }

  /** Empty if the resource is refused and the instruction goes with it. */
  Optional<COSBase> copy(Resource resource) throws IOException {
    COSBase given = resource.object();
    Optional<COSBase> known = copied.get(given);
    if (known == null) {
      known =
          switch (resource.family()) {
            case Font -> Optional.of(fonts.copy(given));
            case XObject -> pictures.copy((COSStream) given, colours).map(p -> p);
            case ExtGState -> Optional.of(graphicsState(dictionary(given)));
            case ColorSpace -> Optional.of(colours.space(given));
            case Pattern -> Optional.of(pattern(dictionary(given)));
            case Shading -> Optional.of(shading(dictionary(given)));
          };
      copied.put(given, known);
    }
    return known;
  }

  private static COSDictionary dictionary(COSBase given) throws NotCopyable {
    if (given instanceof COSDictionary dictionary) {
      return dictionary;
    }
    throw new NotCopyable("resource");
  }

  private COSDictionary graphicsState(COSDictionary given) throws IOException {
    COSDictionary copy = new COSDictionary();
    copy.setItem(COSName.TYPE, COSName.EXT_G_STATE);
    Copying.numbers(
        given, copy, "LW", "LC", "LJ", "ML", "D", "OP", "op", "OPM", "FL", "SM", "SA", "CA", "ca",
        "AIS", "TK");
    Copying.name(given, copy, "BM", BLENDS);
    if (given.getDictionaryObject(COSName.BM) instanceof COSArray several) {
      COSDictionary first = new COSDictionary();
      first.setItem(COSName.BM, several.size() == 0 ? null : several.getObject(0));
      Copying.name(first, copy, "BM", BLENDS);
    }
    COSBase mask = given.getDictionaryObject(COSName.SMASK);
    if (mask instanceof COSDictionary softMask) {
      copy.setItem(COSName.SMASK, softMask(softMask));
    } else if (COSName.NONE.equals(mask)) {
      copy.setItem(COSName.SMASK, COSName.NONE);
    }
    return copy;
  }

  private COSDictionary softMask(COSDictionary given) throws IOException {
    if (!(given.getDictionaryObject(COSName.G) instanceof COSStream group)) {
      throw new NotCopyable("mask");
    }
    COSDictionary copy = new COSDictionary();
    Copying.name(given, copy, "S", "Alpha", "Luminosity");
    Copying.numbers(given, copy, "BC");
    COSBase transfer = given.getDictionaryObject(COSName.TR);
    if (transfer != null) {
      copy.setItem(COSName.TR, FunctionCopier.function(transfer));
    }
    copy.setItem(COSName.G, form(drawings.read(group, Optional.empty())));
    return copy;
  }

  private COSBase pattern(COSDictionary given) throws IOException {
    if (Copying.integer(given, "PatternType", 0) == 2) {
      COSDictionary copy = new COSDictionary();
      Copying.numbers(given, copy, "PatternType", "Matrix");
      copy.setItem(
          COSName.SHADING, shading(dictionary(given.getDictionaryObject(COSName.SHADING))));
      return copy;
    }
    if (!(given instanceof COSStream stream)) {
      throw new NotCopyable("pattern");
    }
    COSStream copy = new COSStream();
    Copying.numbers(
        given, copy, "PatternType", "PaintType", "TilingType", "BBox", "XStep", "YStep", "Matrix");
    drawing(drawings.read(stream, Optional.empty()), copy);
    return copy;
  }

  /** Writes a drawing and what it uses into a pattern or a glyph. */
  void drawing(Script script, COSStream to) throws IOException {
    ScriptWriter writer = new ScriptWriter(this);
    Copying.write(to, writer.write(script));
    to.setItem(COSName.RESOURCES, writer.resources());
  }

  /** A glyph that is drawn. */
  COSStream glyph(COSStream given, Optional<COSDictionary> resources) throws IOException {
    COSStream copy = new COSStream();
    ScriptWriter writer = new ScriptWriter(this);
    Copying.write(copy, writer.write(drawings.read(given, resources)));
    if (writer.resources().size() > 0) {
      copy.setItem(COSName.RESOURCES, writer.resources());
    }
    return copy;
  }

  private COSDictionary shading(COSDictionary given) throws IOException {
    COSDictionary copy = given instanceof COSStream ? new COSStream() : new COSDictionary();
    Copying.numbers(
        given,
        copy,
        "ShadingType",
        "Background",
        "BBox",
        "AntiAlias",
        "Coords",
        "Domain",
        "Extend",
        "Matrix",
        "BitsPerCoordinate",
        "BitsPerComponent",
        "BitsPerFlag",
        "Decode",
        "VerticesPerRow");
    copy.setItem(COSName.COLORSPACE, colours.space(given.getDictionaryObject(COSName.COLORSPACE)));
    COSBase function = given.getDictionaryObject(COSName.FUNCTION);
    if (function != null) {
      copy.setItem(COSName.FUNCTION, FunctionCopier.function(function));
    }
    if (given instanceof COSStream mesh) {
      Copying.write((COSStream) copy, Copying.decoded(mesh, Copying.MAXIMUM_BYTES));
    }
    return copy;
  }

  /** A form as its script says; one that is the same as before is used again. */
  COSStream form(Script script) throws IOException {
    COSStream given = script.form.orElseThrow();
    ScriptWriter writer = new ScriptWriter(this);
    byte[] content = writer.write(script);
    List<FormCopy> before = forms.computeIfAbsent(given, g -> new ArrayList<>());
    for (FormCopy copy : before) {
      if (Arrays.equals(copy.content, content) && isSame(copy.resources, writer.resources())) {
        return copy.form;
      }
    }
    COSStream copy = new COSStream();
    copy.setItem(COSName.TYPE, COSName.XOBJECT);
    copy.setItem(COSName.SUBTYPE, COSName.FORM);
    Copying.numbers(given, copy, "BBox", "Matrix");
    group(given).ifPresent(group -> copy.setItem(COSName.GROUP, group));
    copy.setItem(COSName.RESOURCES, writer.resources());
    Copying.write(copy, content);
    before.add(new FormCopy(content, writer.resources(), copy));
    return copy;
  }

  /** The transparency group of a page or form. */
  public Optional<COSDictionary> group(COSDictionary owner) throws IOException {
    if (!(owner.getDictionaryObject(COSName.GROUP) instanceof COSDictionary given)
        || !COSName.TRANSPARENCY.equals(given.getCOSName(COSName.S))) {
      return Optional.empty();
    }
    COSDictionary copy = new COSDictionary();
    copy.setItem(COSName.S, COSName.TRANSPARENCY);
    Copying.numbers(given, copy, "I", "K");
    COSBase space = given.getDictionaryObject(COSName.CS);
    if (space != null) {
      copy.setItem(COSName.CS, colours.space(space));
    }
    return Optional.of(copy);
  }

  private static boolean isSame(COSDictionary one, COSDictionary other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (COSName family : one.keySet()) {
      if (!(one.getItem(family) instanceof COSDictionary mine)
          || !(other.getItem(family) instanceof COSDictionary theirs)
          || mine.size() != theirs.size()
          || !mine.keySet().stream().allMatch(key -> mine.getItem(key) == theirs.getItem(key))) {
        return false;
      }
    }
    return true;
  }
}
