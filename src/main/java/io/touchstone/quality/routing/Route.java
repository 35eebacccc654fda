package io.touchstone.quality.routing;

/**
 * Where an item goes, as the table adjudication-routing answers.
 *
 * @param rule stable code of the row
 */
public record Route(To to, String rule, String because) {

  /** What happens to the item next. */
  public enum To {
    /** The votes are its verdict, unless a random audit finds otherwise. */
    ACCEPT("accept"),
    /** One more annotator is asked. */
    EXTRA_LABEL("extra-label"),
    /** A reviewer decides. */
    REVIEW("review");

    private final String id;

    To(String id) {
      this.id = id;
    }

    /** As tables and rows write it. */
    public String id() {
      return id;
    }
  }
}
