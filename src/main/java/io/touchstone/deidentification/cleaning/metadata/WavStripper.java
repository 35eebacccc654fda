package io.touchstone.deidentification.cleaning.metadata;

import io.touchstone.deidentification.cleaning.ObjectType;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * WAV: the format, the samples and their number stay; lists, broadcast and studio chunks and what
 * follows the end go. Kinds of coding that bring their own containers are refused.
 */
final class WavStripper implements Stripper {

  private static final int PCM = 1;
  private static final int EXTENSIBLE = 0xfffe;

  /** Length of the format by coding: PCM, MS ADPCM, float, A-law, mu-law, IMA ADPCM, GSM. */
  private static final Map<Integer, Integer> FORMATS =
      Map.of(PCM, 16, 2, 50, 3, 18, 6, 18, 7, 18, 0x11, 20, 0x31, 20, EXTENSIBLE, 40);

  private static final Set<Integer> WHOLE_SAMPLES = Set.of(PCM, 3, 6, 7);

  /** Ends every name of a coding in the extensible format. */
  private static final byte[] GUID = {
    0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xaa, 0, 0x38, (byte) 0x9b, 0x71
  };

  @Override
  public ObjectType type() {
    return ObjectType.WAV;
  }

  @Override
  public Stripped strip(byte[] object) throws IOException {
    Cursor file = Cursor.little(object);
    boolean riff = file.startsWith("RIFF");
    file.skip(4);
    // The size of the whole is often wrong; players go by the chunks.
    file.skip(4);
    if (!riff || !file.startsWith("WAVE")) {
      throw new IOException("A WAV does not begin as one.");
    }
    Pass pass = new Pass();
    file.skip(4);
    pass.run(file);
    return new Stripped(pass.written(), pass.removed);
  }

  /** One walk through the chunks. */
  private static final class Pass {

    private final Map<String, Integer> removed = new TreeMap<>();
    private Optional<byte[]> format = Optional.empty();
    private Optional<byte[]> samples = Optional.empty();
    private Optional<byte[]> count = Optional.empty();
    private int block = 1;
    private boolean whole;

    void run(Cursor chunks) throws IOException {
      while (chunks.left() >= 8) {
        String name = chunks.name();
        long length = chunks.u32();
        if (name.equals("data") && length == 0xffff_ffffL) {
          length = chunks.left();
        }
        if (samples.isPresent() && length > chunks.left()) {
          break;
        }
        Cursor chunk = chunks.part(chunks.place(), length);
        chunks.skip(Math.min(length + (length & 1), chunks.left()));
        chunk(name, chunk);
      }
      if (chunks.left() > 0) {
        remove("trailer");
      }
      if (format.isEmpty() || samples.isEmpty()) {
        throw new IOException("A WAV has no format or no samples.");
      }
    }

    private void chunk(String name, Cursor chunk) throws IOException {
      if (name.equals("fmt ") && format.isEmpty()) {
        format = Optional.of(format(chunk));
      } else if (name.equals("data") && samples.isEmpty() && format.isPresent()) {
        int length = chunk.left();
        samples = Optional.of(chunk.take(whole ? length - length % block : length));
      } else if (name.equals("fact") && count.isEmpty()) {
        count = Optional.of(chunk.take(4));
      } else {
        remove(name.equals("LIST") || name.equals("bext") ? "text" : "chunk");
      }
    }

    private byte[] format(Cursor chunk) throws IOException {
      Cursor values = chunk.part(chunk.place(), chunk.left());
      int coding = values.u16();
      Integer length = FORMATS.get(coding);
      if (length == null) {
        throw new IOException("A WAV is coded in a way that is not kept.");
      }
      values.skip(10);
      block = Math.max(1, values.u16());
      if (coding == EXTENSIBLE) {
        values.skip(10);
        coding = values.u16();
        if (!WHOLE_SAMPLES.contains(coding) || !Arrays.equals(values.take(14), GUID)) {
          throw new IOException("A WAV is coded in a way that is not kept.");
        }
      }
      whole = WHOLE_SAMPLES.contains(coding);
      byte[] kept = Arrays.copyOf(chunk.take(Math.min(chunk.left(), length)), length);
      if (length > 16) {
        kept[16] = (byte) (length - 18);
        kept[17] = 0;
      }
      return kept;
    }

    byte[] written() {
      Sink chunks = new Sink(true, samples.map(all -> all.length).orElse(0) + 128);
      format.ifPresent(all -> Riff.chunk(chunks, "fmt ", all));
      count.ifPresent(all -> Riff.chunk(chunks, "fact", all));
      samples.ifPresent(all -> Riff.chunk(chunks, "data", all));
      return Riff.file("WAVE", chunks.toBytes());
    }

    private void remove(String what) {
      removed.merge(what, 1, Integer::sum);
    }
  }
}
