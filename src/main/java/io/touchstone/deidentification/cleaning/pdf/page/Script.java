package io.touchstone.deidentification.cleaning.pdf.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSStream;

/** The instructions of a page or of one painting of a form, in order. */
public final class Script {

  public final List<Instruction> instructions = new ArrayList<>();

  /** The form as delivered; empty for a page. */
  public final Optional<COSStream> form;

  /** The resources as delivered. */
  public final Optional<COSDictionary> resources;

  public Script(Optional<COSStream> form, Optional<COSDictionary> resources) {
    this.form = form;
    this.resources = resources;
  }
}
