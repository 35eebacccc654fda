package io.touchstone.ingestion.cleaning.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSStream;

/** The instructions of a page or of one painting of a form, in order. */
final class Script {

  final List<Instruction> instructions = new ArrayList<>();

  /** The form as delivered; empty for a page. */
  final Optional<COSStream> form;

  /** The resources as delivered. */
  final Optional<COSDictionary> resources;

  Script(Optional<COSStream> form, Optional<COSDictionary> resources) {
    this.form = form;
    this.resources = resources;
  }
}
