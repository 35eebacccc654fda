package io.touchstone.ingestion.cleaning.office;

/** What an XML part is made of: elements, their texts, and stretches that are written already. */
sealed interface Node permits Element, Chars, Written {}
