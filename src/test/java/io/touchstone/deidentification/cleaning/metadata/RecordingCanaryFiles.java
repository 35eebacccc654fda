package io.touchstone.deidentification.cleaning.metadata;

import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Payloads;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Recordings with a canary in every kind of chunk and tag. */
public final class RecordingCanaryFiles {

  private static final int FRAME = 417;

  private RecordingCanaryFiles() {}

  /** One for every place and coding. */
  public static List<CanaryFile> all() {
    List<CanaryFile> files = new ArrayList<>(Payloads.files(ObjectType.WAV, wavPlaces()));
    files.addAll(Payloads.files(ObjectType.MP3, mp3Places()));
    return files;
  }

  private static Map<String, Function<byte[], byte[]>> wavPlaces() {
    Map<String, Function<byte[], byte[]>> places = new LinkedHashMap<>();
    for (String name : List.of("INFOIART", "INFOICMT", "INFOISFT", "adtllabl", "adtlnote")) {
      places.put("list-" + name, payload -> wav("LIST", latin(name), payload));
    }
    for (String name : List.of("bext", "iXML", "axml", "_PMX", "id3 ", "cue ", "JUNK", "cart")) {
      places.put("chunk-" + name.strip(), payload -> wav(name, new byte[0], payload));
    }
    places.put("fact-rest", payload -> wav("fact", new byte[4], payload));
    places.put(
        "tail", payload -> JpegCanaryFiles.joined(wav("PAD ", new byte[0], new byte[2]), payload));
    places.put("format-rest", RecordingCanaryFiles::formatRest);
    return places;
  }

  /** A second of eight-bit sound with a chunk before the samples. */
  static byte[] wav(String name, byte[] head, byte[] payload) {
    byte[] content = JpegCanaryFiles.joined(head, payload);
    return riff(16, new byte[0], name, content);
  }

  private static byte[] formatRest(byte[] payload) {
    return riff(16 + payload.length, payload, "PAD ", new byte[2]);
  }

  private static byte[] riff(int formatLength, byte[] rest, String name, byte[] content) {
    byte[] samples = new byte[8000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (128 + 100 * Math.sin(i / 9.0));
    }
    Sink chunks = new Sink(true, 9000).ascii("fmt ").u32(formatLength);
    chunks.u16(1).u16(1).u32(8000).u32(8000).u16(1).u16(8).put(rest).zeros(rest.length & 1);
    chunks.ascii(name).u32(content.length).put(content).zeros(content.length & 1);
    chunks.ascii("data").u32(samples.length).put(samples);
    Sink all = new Sink(true, 9000).ascii("RIFF").u32(chunks.size() + 4L).ascii("WAVE");
    return all.put(chunks.toBytes()).toBytes();
  }

  private static Map<String, Function<byte[], byte[]>> mp3Places() {
    Map<String, Function<byte[], byte[]>> places = new LinkedHashMap<>();
    for (String name : List.of("TPE1", "TIT2", "TXXX", "PRIV", "GEOB")) {
      places.put(
          "id3-" + name, payload -> JpegCanaryFiles.joined(id3(name, payload, 0), frames(4)));
    }
    places.put(
        "id3-footer", payload -> JpegCanaryFiles.joined(id3("TPE1", payload, 0x10), frames(4)));
    places.put("id3-twice", RecordingCanaryFiles::twice);
    places.put("id3-old", payload -> JpegCanaryFiles.joined(frames(4), old(payload)));
    places.put("ape", payload -> JpegCanaryFiles.joined(frames(4), ape(payload)));
    places.put("ape-in-front", payload -> JpegCanaryFiles.joined(ape(payload), frames(4)));
    places.put("lyrics", RecordingCanaryFiles::lyrics);
    places.put("front", payload -> JpegCanaryFiles.joined(payload, frames(4)));
    places.put("tail", payload -> JpegCanaryFiles.joined(frames(4), payload));
    places.put("between", payload -> JpegCanaryFiles.inserted(frames(6), 3 * FRAME, payload));
    places.put("counting-frame-rest", RecordingCanaryFiles::counting);
    return places;
  }

  /** Silent frames of MPEG 1, layer 3, 128 kbit/s, 44.1 kHz, mono. */
  static byte[] frames(int count) {
    byte[] all = new byte[FRAME * count];
    for (int i = 0; i < count; i++) {
      all[FRAME * i] = (byte) 0xff;
      all[FRAME * i + 1] = (byte) 0xfb;
      all[FRAME * i + 2] = (byte) 0x90;
      all[FRAME * i + 3] = (byte) 0xc0;
    }
    return all;
  }

  private static byte[] id3(String frame, byte[] payload, int flags) {
    Sink body = new Sink(false, 64).ascii(frame).u32(payload.length + 1).u16(0).u8(0).put(payload);
    int size = body.size();
    byte[] head = new byte[] {4, 0, (byte) flags, 0, 0, (byte) (size >> 7), (byte) (size & 0x7f)};
    Sink tag = new Sink(false, 64).ascii("ID3").put(head).put(body.toBytes());
    if (flags != 0) {
      tag.ascii("3DI").put(head);
    }
    return tag.toBytes();
  }

  private static byte[] twice(byte[] payload) {
    byte[] tags = JpegCanaryFiles.joined(id3("TIT2", new byte[9], 0), id3("TPE1", payload, 0));
    return JpegCanaryFiles.joined(tags, frames(4));
  }

  private static byte[] old(byte[] payload) {
    return Arrays.copyOf(JpegCanaryFiles.joined(latin("TAG"), payload), 128);
  }

  private static byte[] ape(byte[] payload) {
    Sink item = new Sink(true, 64).u32(payload.length).u32(0).ascii("Artist").u8(0).put(payload);
    int size = item.size() + 32;
    Sink tag = new Sink(true, 128);
    for (long flags : new long[] {0xa000_0000L, 0x8000_0000L}) {
      tag.ascii("APETAGEX").u32(2000).u32(size).u32(1).u32(flags).zeros(8);
      if (flags == 0xa000_0000L) {
        tag.put(item.toBytes());
      }
    }
    return tag.toBytes();
  }

  private static byte[] lyrics(byte[] payload) {
    byte[] text = JpegCanaryFiles.joined(latin("LYRICSBEGINETT00020"), payload);
    byte[] tag = JpegCanaryFiles.joined(text, latin("000039LYRICS200"));
    return JpegCanaryFiles.joined(JpegCanaryFiles.joined(frames(4), tag), old(new byte[4]));
  }

  private static byte[] counting(byte[] payload) {
    byte[] all = frames(5);
    System.arraycopy(latin("Info"), 0, all, 4 + 17, 4);
    System.arraycopy(payload, 0, all, 4 + 17 + 160, payload.length);
    return all;
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
