package io.hubtriage.azure.status;

/**
 * Something that is wrong with HubTriage itself.
 *
 * @param what happened and where, free of secrets
 * @param remedy what to do about it
 */
public record Problem(Weight weight, String what, String remedy) {
  /** How bad it is. */
  public enum Weight {
    /** Devices may fail and nobody is told. */
    BLIND,
    /** It sees, but something needs a hand. */
    WARNING
  }

  static Problem blind(String what, String remedy) {
    return new Problem(Weight.BLIND, what, remedy);
  }

  static Problem warning(String what, String remedy) {
    return new Problem(Weight.WARNING, what, remedy);
  }

  @Override
  public String toString() {
    return what + ": " + remedy;
  }
}
