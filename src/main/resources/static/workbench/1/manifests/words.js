// Codes of the manifest of objects as people call them.

import { texts } from '../texts.js';

/** Media types as people call them. */
const kinds = {
  ...texts.media.kinds,
  'text/plain': 'text',
  'image/jpeg': 'JPEG picture',
  'image/png': 'PNG picture',
  'image/gif': 'GIF picture',
  'image/webp': 'WebP picture',
  'audio/wav': 'WAV recording',
  'audio/mpeg': 'MP3 recording',
};

/** "RESIDUE" as a sentence, where it has one. */
const quarantineReasons = {
  UNKNOWN_TYPE: 'of no known kind',
  UNKNOWN_ENCODING: 'text that does not say what it is written in',
  UNSUPPORTED_TYPE: 'of a kind that cannot be cleaned',
  CLEANER_MISSING: 'its cleaner does not run on this machine',
  ENCRYPTED: 'encrypted',
  SIGNED: 'signed',
  UNREADABLE: 'damaged, or not what it says',
  TOO_LARGE: 'too large',
  TOO_MANY_PIXELS: 'too many pixels',
  BOMB: 'unpacks to far more than it is',
  TOO_DEEP: 'objects in objects, too deep',
  TOO_SLOW: 'cleaning took too long',
  RESIDUE: 'something was left after cleaning',
  WORDS_LOST: 'cleaning would have lost words that it shows',
};

export const kindName = (type) => kinds[type] ?? type;
export const quarantineReason = (reason) => quarantineReasons[reason] ?? reason;

/** "tracked-change" as "tracked change". */
export const takenOut = (name) => name.replace(/-/g, ' ');

/** "VEHICLE_PLATE" as "Vehicle plate", where it has no name of its own. */
export const typeName = (type) => texts.privacy.types[type] ?? type.charAt(0) + type.slice(1).toLowerCase().replace(/_/g, ' ');
