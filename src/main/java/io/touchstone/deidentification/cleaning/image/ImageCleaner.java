package io.touchstone.deidentification.cleaning.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import io.touchstone.deidentification.cleaning.Cleaner;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.image.face.Doubts;
import io.touchstone.deidentification.cleaning.image.face.FaceCover;
import io.touchstone.deidentification.cleaning.image.face.FaceDetector;
import io.touchstone.deidentification.cleaning.image.face.FaceRemoval;
import io.touchstone.deidentification.cleaning.image.face.Faceless;
import io.touchstone.deidentification.cleaning.image.face.Obfuscation;
import io.touchstone.deidentification.cleaning.metadata.Stripped;
import io.touchstone.deidentification.cleaning.metadata.Strippers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Pictures without faces and metadata. Where there is no face the pixels stay as they are coded;
 * where there is one it is replaced in the pixels and the picture coded anew: JPEG at quality .95,
 * all else without loss, a WebP as PNG. Text in pictures is looked for elsewhere.
 */
public final class ImageCleaner implements Cleaner {

  private static final Set<ObjectType> TYPES =
      Set.of(ObjectType.JPEG, ObjectType.PNG, ObjectType.GIF, ObjectType.TIFF, ObjectType.WEBP);

  private final Obfuscation obfuscation;
  private final BooleanSupplier canFind;

  /** What all cleaners share, so that memory is counted once; loaded with the first picture. */
  public static final class Shared {

    static final FaceDetector DETECTOR = new FaceDetector();
    public static final PictureLimits LIMITS = PictureLimits.SHARED;
  }

  /**
   * A cleaner for all pictures of a project.
   *
   * @param obfuscation what stands where a face was
   */
  public ImageCleaner(Obfuscation obfuscation) {
    this(obfuscation, () -> Shared.DETECTOR.isAvailable());
  }

  ImageCleaner(Obfuscation obfuscation, BooleanSupplier canFind) {
    this.obfuscation = obfuscation;
    this.canFind = canFind;
  }

  @Override
  public Set<ObjectType> types() {
    return TYPES;
  }

  @Override
  public Cleaning clean(byte[] object, ObjectType type, CleaningTools tools) {
    if (!canFind.getAsBoolean()) {
      return new Quarantined(
          Quarantine.CLEANER_MISSING,
          "faces cannot be found on this server's platform. Run the application on 64-bit Linux,"
              + " Windows or macOS.");
    }
    try {
      Optional<Quarantined> refusal = refusal(object, type);
      return refusal.isPresent() ? refusal.get() : within(object, type);
    } catch (FaceRemoval.StillThere e) {
      return new Quarantined(
          Quarantine.RESIDUE,
          "a face was found again where one had been covered. Cover the faces by hand and send it"
              + " again.");
    } catch (IOException | RuntimeException e) {
      // The message may quote the object.
      return new Quarantined(
          Quarantine.UNREADABLE,
          "it cannot be read as %s: cut, damaged or not what it says. Save it anew and send it"
                  .formatted(type.mediaType())
              + " again.");
    }
  }

  private Optional<Quarantined> refusal(byte[] object, ObjectType type) throws IOException {
    try (PictureFile file = PictureFile.open(object, type)) {
      return Shared.LIMITS.refusal(file);
    }
  }

  private Cleaning within(byte[] object, ObjectType type)
      throws IOException, FaceRemoval.StillThere {
    Stripped stripped = Strippers.of(type).orElseThrow().strip(object);
    FaceRemoval removal = new FaceRemoval(Shared.DETECTOR, new FaceCover(obfuscation, object));
    try (PictureFile file = PictureFile.open(stripped.object(), type)) {
      int share = Shared.LIMITS.acquire(file);
      try {
        return within(stripped, type, file, removal);
      } finally {
        Shared.LIMITS.release(share);
      }
    }
  }

  private Cleaning within(Stripped stripped, ObjectType type, PictureFile file, FaceRemoval removal)
      throws IOException, FaceRemoval.StillThere {
    Optional<Animation> animation = Animation.in(stripped.object(), type, file);
    Optional<Quarantined> refusal = animation.flatMap(Shared.LIMITS::refusal);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Faceless faceless =
        animation.isPresent()
            ? new AnimationCleaning(removal).clean(stripped.object(), type, animation.get())
            : new StillCleaning(removal).clean(stripped.object(), type, file);
    if (faceless.refused().isPresent()) {
      return faceless.refused().get();
    }
    Map<String, Integer> removed = new TreeMap<>(stripped.removed());
    if (faceless.faces() == 0) {
      return cleaned(stripped.object(), type, removed, faceless.doubts());
    }
    removed.put("face", faceless.faces());
    // What the encoder writes beside the pixels goes the same way.
    byte[] coded = Strippers.of(faceless.type()).orElseThrow().strip(faceless.object()).object();
    return cleaned(coded, faceless.type(), removed, faceless.doubts());
  }

  private static Cleaned cleaned(
      byte[] object, ObjectType type, Map<String, Integer> removed, Doubts doubts) {
    return new Cleaned(object, type, removed, doubts.count(), doubts.places());
  }

  @Override
  public List<String> readBack(byte[] cleaned, ObjectType type) throws IOException {
    try {
      return MetadataText.of(
          ImageMetadataReader.readMetadata(new ByteArrayInputStream(cleaned), cleaned.length));
    } catch (ImageProcessingException | RuntimeException e) {
      throw new IOException("What stands beside the pixels cannot be read.");
    }
  }
}
