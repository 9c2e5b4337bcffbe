package io.hubtriage.model;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something a device has in common with others.
 *
 * @param value as the log writes it; {@code ""} stands for any value of the kind
 */
public record Trait(Kind kind, String value) implements Comparable<Trait> {
  private static final Comparator<Trait> ORDER =
      Comparator.comparing(Trait::kind).thenComparing(Trait::value);

  /** What is compared, the more particular first. */
  public enum Kind {
    /** {@link Client#sdk}, a slash and {@link Client#sdkVersion}. */
    VERSION,
    /** {@link Client#sdk}. */
    SDK,
    /** {@link Client#protocol}. */
    PROTOCOL,
    /** {@link Client#authType}. */
    AUTH,
    /** The masked address. */
    NETWORK;

    /** The kind's name in queries, texts and storage. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Some value of the kind, whichever. */
  public static Trait any(Kind kind) {
    return new Trait(kind, "");
  }

  /**
   * What is known of a device, sorted; nothing of what it does not tell.
   *
   * @param network masked address, or {@code ""}
   */
  public static Set<Trait> of(Client client, String network) {
    Set<Trait> traits = new TreeSet<>();
    for (Kind kind : EnumSet.allOf(Kind.class)) {
      String value = value(kind, client, network);
      if (!value.isEmpty()) {
        traits.add(new Trait(kind, value));
      }
    }
    return traits;
  }

  private static String value(Kind kind, Client client, String network) {
    return switch (kind) {
      case VERSION ->
          client.sdk().isEmpty() || client.sdkVersion().isEmpty()
              ? ""
              : client.sdk() + "/" + client.sdkVersion();
      case SDK -> client.sdk();
      case PROTOCOL -> client.protocol();
      case AUTH -> client.authType();
      case NETWORK -> network;
    };
  }

  @Override
  public int compareTo(Trait other) {
    return ORDER.compare(this, other);
  }
}
