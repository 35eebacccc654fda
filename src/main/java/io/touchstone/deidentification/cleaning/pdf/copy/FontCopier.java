package io.touchstone.deidentification.cleaning.pdf.copy;

import io.touchstone.deidentification.cleaning.pdf.page.Copying;
import io.touchstone.deidentification.cleaning.pdf.page.Glyph;
import io.touchstone.deidentification.cleaning.pdf.page.NotCopyable;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/**
 * Copies fonts. They get new names; the table of what their codes mean is written anew for the
 * codes that are still shown, as they were read, so that no other text can stand in it.
 */
public final class FontCopier {

  private static final Set<String> SIMPLE = Set.of("Type1", "MMType1", "TrueType");

  private static final String[] ENCODINGS = {
    "WinAnsiEncoding", "MacRomanEncoding", "MacExpertEncoding", "StandardEncoding"
  };

  private final Map<COSDictionary, Copy> copies = new IdentityHashMap<>();
  private final Map<Integer, Copy> inOrder = new LinkedHashMap<>();
  private final FontPrograms programs = new FontPrograms();
  private final COSDictionary tags = new COSDictionary();

  /** A font, its copy and the codes that are shown. */
  private record Copy(COSDictionary given, COSDictionary copy, Map<Integer, Glyph> used) {}

  public FontCopier() {
    tags.setItem(COSName.TYPE, COSName.FONT);
    tags.setItem(COSName.SUBTYPE, COSName.TYPE1);
    tags.setItem(COSName.BASE_FONT, COSName.getPDFName("Helvetica"));
    tags.setItem(COSName.ENCODING, COSName.WIN_ANSI_ENCODING);
  }

  /** The font of what stands in the place of redacted text. */
  COSDictionary ofTags() {
    return tags;
  }

  COSDictionary copy(COSBase font) throws IOException {
    if (!(font instanceof COSDictionary given)) {
      throw new NotCopyable("font");
    }
    Copy known = copies.get(given);
    if (known != null) {
      return known.copy;
    }
    COSDictionary copy = new COSDictionary();
    copy.setItem(COSName.TYPE, COSName.FONT);
    String kind = given.getNameAsString(COSName.SUBTYPE, "");
    copy.setName(COSName.SUBTYPE, kind);
    if (SIMPLE.contains(kind)) {
      simple(given, copy);
    } else if (kind.equals("Type0")) {
      composite(given, copy);
    } else if (kind.equals("Type3")) {
      Copying.numbers(given, copy, "FontBBox", "FontMatrix", "FirstChar", "LastChar", "Widths");
    } else {
      throw new NotCopyable("font");
    }
    Copy made = new Copy(given, copy, new TreeMap<>());
    copies.put(given, made);
    inOrder.put(inOrder.size(), made);
    return copy;
  }

  /** Notes that a letter stays. */
  void used(Glyph glyph) {
    Copy copy = copies.get(glyph.font);
    if (copy != null) {
      copy.used.putIfAbsent(glyph.code, glyph);
    }
  }

  /** Writes what depends on which letters stay; after the last page. */
  public void finish(ResourceCopier resources) throws IOException {
    for (Copy copy : inOrder.values()) {
      if (copy.used.isEmpty()) {
        continue;
      }
      copy.copy.setItem(COSName.TO_UNICODE, Copying.stream(UnicodeTable.of(copy.used.values())));
      if (copy.copy.getNameAsString(COSName.SUBTYPE).equals("Type3")) {
        drawn(copy, resources);
      } else {
        differences(copy);
      }
    }
  }

  private void simple(COSDictionary given, COSDictionary copy) throws IOException {
    Copying.numbers(given, copy, "FirstChar", "LastChar", "Widths");
    Copying.name(given, copy, "Encoding", ENCODINGS);
    boolean embedded = descriptor(given, copy);
    copy.setName(COSName.BASE_FONT, name(given, embedded));
    named(copy);
  }

  private void composite(COSDictionary given, COSDictionary copy) throws IOException {
    if (!(given.getDictionaryObject(COSName.ENCODING) instanceof COSName encoding)
        || !isPredefined(encoding.getName())) {
      throw new NotCopyable("encoding");
    }
    copy.setItem(COSName.ENCODING, encoding);
    if (!(given.getDictionaryObject(COSName.DESCENDANT_FONTS) instanceof COSArray all)
        || !(all.getObject(0) instanceof COSDictionary descendant)) {
      throw new NotCopyable("font");
    }
    COSDictionary below = new COSDictionary();
    below.setItem(COSName.TYPE, COSName.FONT);
    Copying.name(descendant, below, "Subtype", "CIDFontType0", "CIDFontType2");
    Copying.numbers(descendant, below, "DW", "W", "DW2", "W2");
    Copying.name(descendant, below, "CIDToGIDMap", "Identity");
    if (descendant.getDictionaryObject(COSName.CID_TO_GID_MAP) instanceof COSStream map) {
      below.setItem(COSName.CID_TO_GID_MAP, Copying.stream(Copying.decoded(map, 131_072)));
    }
    below.setItem(COSName.CIDSYSTEMINFO, collection(descendant));
    boolean embedded = descriptor(descendant, below);
    String name = name(descendant, embedded);
    below.setName(COSName.BASE_FONT, name);
    copy.setName(COSName.BASE_FONT, name);
    named(below);
    COSArray descendants = new COSArray();
    descendants.add(below);
    copy.setItem(COSName.DESCENDANT_FONTS, descendants);
  }

  private static boolean isPredefined(String name) {
    if (name.equals("Identity-H") || name.equals("Identity-V")) {
      return true;
    }
    try {
      new CMapParser().parsePredefined(name);
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static COSDictionary collection(COSDictionary given) {
    COSDictionary copy = new COSDictionary();
    String ordering = "Identity";
    if (given.getDictionaryObject(COSName.CIDSYSTEMINFO) instanceof COSDictionary info) {
      String claimed = info.getString(COSName.ORDERING, "");
      if (Set.of("Japan1", "GB1", "CNS1", "Korea1", "KR").contains(claimed)) {
        ordering = claimed;
      }
      Copying.numbers(info, copy, "Supplement");
    }
    copy.setItem(COSName.REGISTRY, new COSString("Adobe"));
    copy.setItem(COSName.ORDERING, new COSString(ordering));
    if (!copy.containsKey(COSName.SUPPLEMENT)) {
      copy.setInt(COSName.SUPPLEMENT, 0);
    }
    return copy;
  }

  /** Embedded fonts are numbered; others keep a name that tells viewers what to show instead. */
  private String name(COSDictionary given, boolean embedded) {
    return embedded
        ? "AAAAAA+Font" + (copies.size() + 1)
        : FontNames.known(given.getNameAsString(COSName.BASE_FONT, ""));
  }

  private static void named(COSDictionary font) {
    if (font.getDictionaryObject(COSName.FONT_DESC) instanceof COSDictionary descriptor) {
      descriptor.setItem(COSName.FONT_NAME, font.getItem(COSName.BASE_FONT));
    }
  }

  /** Whether the font is embedded. */
  private boolean descriptor(COSDictionary font, COSDictionary copy) throws IOException {
    if (!(font.getDictionaryObject(COSName.FONT_DESC) instanceof COSDictionary given)) {
      return false;
    }
    COSDictionary descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    Copying.numbers(
        given,
        descriptor,
        "Flags",
        "FontBBox",
        "ItalicAngle",
        "Ascent",
        "Descent",
        "Leading",
        "CapHeight",
        "XHeight",
        "StemV",
        "StemH",
        "AvgWidth",
        "MaxWidth",
        "MissingWidth",
        "FontWeight");
    copy.setItem(COSName.FONT_DESC, descriptor);
    return programs.copy(given, descriptor);
  }

  private static void differences(Copy font) {
    if (!(font.given.getDictionaryObject(COSName.ENCODING) instanceof COSDictionary given)
        || given instanceof COSStream) {
      return;
    }
    COSDictionary encoding = new COSDictionary();
    encoding.setItem(COSName.TYPE, COSName.ENCODING);
    Copying.name(given, encoding, "BaseEncoding", ENCODINGS);
    COSArray kept = new COSArray();
    names(given)
        .forEach(
            (code, name) -> {
              if (font.used.containsKey(code) && name.getName().matches("[A-Za-z0-9._]{1,40}")) {
                kept.add(Copying.number(code));
                kept.add(name);
              }
            });
    if (kept.size() > 0) {
      encoding.setItem(COSName.DIFFERENCES, kept);
    }
    font.copy.setItem(COSName.ENCODING, encoding);
  }

  private static Map<Integer, COSName> names(COSDictionary encoding) {
    Map<Integer, COSName> names = new TreeMap<>();
    if (encoding.getDictionaryObject(COSName.DIFFERENCES) instanceof COSArray given) {
      int code = 0;
      for (int i = 0; i < given.size(); i++) {
        COSBase entry = given.getObject(i);
        if (entry instanceof COSNumber number) {
          code = number.intValue();
        } else if (entry instanceof COSName name) {
          names.put(code++, name);
        }
      }
    }
    return names;
  }

  /** Glyphs that are drawn get names that say nothing. */
  private static void drawn(Copy font, ResourceCopier resources) throws IOException {
    COSDictionary drawings = new COSDictionary();
    COSArray differences = new COSArray();
    if (font.given.getDictionaryObject(COSName.ENCODING) instanceof COSDictionary encoding
        && font.given.getDictionaryObject(COSName.CHAR_PROCS) instanceof COSDictionary given) {
      Optional<COSDictionary> own =
          Optional.ofNullable(font.given.getCOSDictionary(COSName.RESOURCES));
      for (Map.Entry<Integer, COSName> name : names(encoding).entrySet()) {
        if (font.used.containsKey(name.getKey())
            && given.getDictionaryObject(name.getValue()) instanceof COSStream drawing) {
          COSName plain = COSName.getPDFName("g" + name.getKey());
          drawings.setItem(plain, resources.glyph(drawing, own));
          differences.add(Copying.number(name.getKey()));
          differences.add(plain);
        }
      }
    }
    COSDictionary encoding = new COSDictionary();
    encoding.setItem(COSName.DIFFERENCES, differences);
    font.copy.setItem(COSName.ENCODING, encoding);
    font.copy.setItem(COSName.CHAR_PROCS, drawings);
    font.copy.setItem(COSName.RESOURCES, new COSDictionary());
  }
}
