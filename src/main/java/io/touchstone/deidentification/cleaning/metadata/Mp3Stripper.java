package io.touchstone.deidentification.cleaning.metadata;

import io.touchstone.deidentification.cleaning.ObjectType;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * MP3: the frames of sound stay, one behind the other; tags of every kind (ID3, APE, Lyrics3) and
 * whatever else stands before, between and behind the frames go. The first frame, which counts the
 * others and names the encoder, stays without its unused rest.
 */
final class Mp3Stripper implements Stripper {

  private static final int XING = 120;
  private static final int LAME = 36;

  @Override
  public ObjectType type() {
    return ObjectType.MP3;
  }

  @Override
  public Stripped strip(byte[] object) throws IOException {
    Pass pass = new Pass(object);
    pass.run();
    return new Stripped(pass.frames.toBytes(), pass.removed);
  }

  /** One walk through the frames. */
  private static final class Pass {

    private final byte[] bytes;
    private final Sink frames;
    private final Map<String, Integer> removed = new TreeMap<>();
    private Optional<Mp3Frame> first = Optional.empty();
    private int foretold;

    Pass(byte[] bytes) {
      this.bytes = bytes;
      this.frames = new Sink(false, bytes.length);
    }

    void run() throws IOException {
      int place = 0;
      boolean gap = false;
      while (place < bytes.length) {
        int tag = tag(place);
        if (tag > 0) {
          place += tag;
          gap = false;
          continue;
        }
        Optional<Mp3Frame> frame = Mp3Frame.at(bytes, place).filter(this::follows);
        if (frame.isPresent()) {
          keep(frame.get(), place);
          place += frame.get().length();
        } else {
          place++;
          if (!gap) {
            remove("trailer");
          }
        }
        gap = frame.isEmpty();
      }
      if (first.isEmpty()) {
        throw new IOException("An MP3 has no sound in it.");
      }
    }

    /** Length of a tag there; 0 if there is none. */
    private int tag(int place) {
      int length = Mp3Tags.length(bytes, place);
      if (length > 0) {
        remove("tag");
      }
      return length;
    }

    /** Whether a frame belongs to this sound: chance makes a head, hardly ever two in a row. */
    private boolean follows(Mp3Frame frame) {
      if (first.isPresent() && !first.get().isLike(frame)) {
        return false;
      }
      // The one before it foretold where it begins, or it foretells the next.
      return first.isPresent() && frame.place() == foretold
          || Mp3Frame.at(bytes, frame.end()).filter(frame::isLike).isPresent();
    }

    private void keep(Mp3Frame frame, int place) {
      foretold = frame.end();
      if (first.isEmpty()) {
        first = Optional.of(frame);
        frames.put(head(frame, place));
      } else {
        frames.put(bytes, place, frame.length());
      }
    }

    /** The first frame; one that counts the others holds no sound behind what it counts. */
    private byte[] head(Mp3Frame frame, int place) {
      byte[] all = Arrays.copyOfRange(bytes, place, frame.end());
      int start = frame.soundStart();
      boolean counts = says(all, start, "Xing") || says(all, start, "Info");
      if (counts) {
        Arrays.fill(all, Math.min(all.length, start + XING + LAME), all.length, (byte) 0);
      }
      return all;
    }

    private static boolean says(byte[] frame, int place, String word) {
      byte[] with = word.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      int end = place + with.length;
      return end <= frame.length && Arrays.equals(frame, place, end, with, 0, with.length);
    }

    private void remove(String what) {
      removed.merge(what, 1, Integer::sum);
    }
  }
}
