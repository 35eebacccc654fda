package io.touchstone.deidentification.cleaning.office.xml;

/** What an XML part is made of: elements, their texts, and stretches that are written already. */
public sealed interface Node permits Element, Chars, Written {}
