package io.touchstone.ingestion.strangers;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

/**
 * A kind of identifier.
 *
 * @param name    label in the records
 * @param maker   makes an identifier in an official form
 * @param noises  the noises after which a person still reads it
 * @param regroup groups mean nothing by themselves, so people group the characters at will
 * @param fold    letters may be written small
 * @param places  the separators that people put between the groups
 */
record Kind(
    String name, Maker maker, Set<Noise> noises, boolean regroup, boolean fold, String[] places) {

  static final String[] COMMON = {
    "\u2013",
    "\u2011",
    "/",
    ".",
    "_",
    "  ",
    "   ",
    "\t",
    "\u00a0",
    "\u2009",
    "\u202f",
    " - ",
    " / ",
    "--",
    " \u2013 ",
    "-",
    " ",
    " . ",
    "\u2010",
    "- "
  };
  static final String[] BLANKS = {"  ", "   ", "\t", "\u00a0", "\u2009", "\u202f", " - ", " "};

  /** Makes an identifier, the language of the carrier at hand. */
  interface Maker {
    Identifier make(Random random, String language);
  }

  static Kind number(String name, Maker maker) {
    return new Kind(name, maker, EnumSet.allOf(Noise.class), true, false, COMMON);
  }

  static Kind letters(String name, Maker maker) {
    return new Kind(name, maker, EnumSet.allOf(Noise.class), true, true, COMMON);
  }

  Kind without(Noise... left) {
    EnumSet<Noise> kept = EnumSet.copyOf(noises);
    for (Noise n : left) {
      kept.remove(n);
    }
    return new Kind(name, maker, kept, regroup, fold, places);
  }

  Kind fixedGroups() {
    return new Kind(name, maker, noises, false, fold, places);
  }

  Kind separatedBy(String... others) {
    return new Kind(name, maker, noises, regroup, fold, others);
  }
}
