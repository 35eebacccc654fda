package io.touchstone.deidentification.cleaning;

/** Why an object is quarantined: a stable code of the manifest. */
public enum Quarantine {
  /** Its content is of no kind that is known. */
  UNKNOWN_TYPE,
  /** It is text of which nobody says what it is written in. */
  UNKNOWN_ENCODING,
  /** Its kind is known, and there is no cleaner for it: HEIC, DICOM, video. */
  UNSUPPORTED_TYPE,
  /** Its kind has a cleaner that does not run on this platform. */
  CLEANER_MISSING,
  ENCRYPTED,
  /** Cleaning it would break a signature that somebody may rely on. */
  SIGNED,
  /** Cut, damaged, or not what it says. */
  UNREADABLE,
  TOO_LARGE,
  TOO_MANY_PIXELS,
  /** It would unpack to far more than it is. */
  BOMB,
  /** Embedded in embedded objects deeper than is looked. */
  TOO_DEEP,
  /** Cleaning took longer than the limit. */
  TOO_SLOW,
  /** After cleaning something was found that should have gone. */
  RESIDUE,
  /** Of the words that a reader sees more than one in fifty would be lost. */
  WORDS_LOST
}
