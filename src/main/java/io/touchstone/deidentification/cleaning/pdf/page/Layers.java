package io.touchstone.deidentification.cleaning.pdf.page;

import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentMembershipDictionary;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;

/** Tells which optional content is switched off when the document opens (ISO 32000-1, 8.11). */
public final class Layers {

  private final PDOptionalContentProperties layers;

  public Layers(PDDocument document) {
    layers = document.getDocumentCatalog().getOCProperties();
  }

  public boolean isOff(COSBase marks) {
    return marks instanceof COSDictionary dictionary && isOff(PDPropertyList.create(dictionary));
  }

  private boolean isOff(PDPropertyList marks) {
    if (layers == null) {
      return false;
    }
    if (marks instanceof PDOptionalContentGroup group) {
      return !layers.isGroupEnabled(group);
    }
    if (marks instanceof PDOptionalContentMembershipDictionary members) {
      return isOff(members);
    }
    return false;
  }

  /**
   * An expression (VE) is not looked at: what a group that is off takes part in counts as policy.
   */
  private boolean isOff(PDOptionalContentMembershipDictionary members) {
    List<PDOptionalContentGroup> groups =
        members.getOCGs().stream()
            .filter(PDOptionalContentGroup.class::isInstance)
            .map(PDOptionalContentGroup.class::cast)
            .toList();
    if (groups.isEmpty()) {
      return false;
    }
    COSName policy = members.getVisibilityPolicy();
    long off = groups.stream().filter(group -> !layers.isGroupEnabled(group)).count();
    return switch (policy == null ? "AnyOn" : policy.getName()) {
      case "AllOn" -> off > 0;
      case "AnyOff" -> off == 0;
      case "AllOff" -> off < groups.size();
      default -> off == groups.size();
    };
  }
}
