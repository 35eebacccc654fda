package io.touchstone.deidentification.cleaning.metadata;

import io.touchstone.deidentification.cleaning.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The strippers of pictures and recordings. */
public final class Strippers {

  private static final Map<ObjectType, Stripper> ALL =
      List.of(
              new JpegStripper(),
              new PngStripper(),
              new GifStripper(),
              new WebpStripper(),
              new TiffStripper(),
              new WavStripper(),
              new Mp3Stripper())
          .stream()
          .collect(Collectors.toUnmodifiableMap(Stripper::type, Function.identity()));

  private Strippers() {}

  /** The one for that kind; none for documents. */
  public static Optional<Stripper> of(ObjectType type) {
    return Optional.ofNullable(ALL.get(type));
  }
}
