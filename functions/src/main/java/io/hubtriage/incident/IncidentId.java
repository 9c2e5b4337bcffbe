package io.hubtriage.incident;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/** Makes short ids that are the same whenever the same thing is named. */
final class IncidentId {
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  /**
   * 12 characters of 5 bits: a hub would need a million incidents for one chance in two million.
   */
  private static final int LENGTH = 12;

  private IncidentId() {}

  /**
   * The id of an incident. Several wide faults can be opened in one look, so there the start of the
   * fault counts too.
   */
  static String of(Hub hub, Scope scope, Cause first, String network, Window span, Instant opened) {
    String start = scope == Scope.WIDE ? span.start().toString() : "";
    return hash(hub.resourceId(), scope.name(), first.code(), network, start, opened.toString());
  }

  /** The id of several strings in order; a line feed, which none of them holds, parts them. */
  static String hash(String... parts) {
    byte[] digest = sha256(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    long bits = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      bits = (bits << 8) | (digest[i] & 0xff);
    }
    StringBuilder id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(BASE32.charAt((int) (bits >>> (5 * i)) & 31));
    }
    return id.toString();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
