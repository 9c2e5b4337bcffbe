package io.hubtriage.lab.show;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** What a request is answered with. The bytes are handed over, not copied. */
final class Answer {
  /** The page itself: its own scripts and styles, nothing from elsewhere, nothing inline. */
  static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  /** A document somebody else wrote: its own styles, no script, no request. */
  static final String DOCUMENT_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'self';"
          + " form-action 'none'; frame-ancestors 'self';"
          + " sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";

  private final int status;
  private final String type;
  private final String policy;
  private final byte[] body;

  private Answer(int status, String type, String policy, byte[] body) {
    this.status = status;
    this.type = type;
    this.policy = policy;
    this.body = body;
  }

  static Answer json(JsonNode node) {
    return page("application/json", bytes(node.toString()));
  }

  static Answer page(String type, byte[] body) {
    return new Answer(200, type, PAGE_POLICY, body);
  }

  static Answer document(byte[] html) {
    return new Answer(200, "text/html; charset=utf-8", DOCUMENT_POLICY, html);
  }

  static Answer failure(int status, String words) {
    return new Answer(status, "text/plain; charset=utf-8", PAGE_POLICY, bytes(words + "\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  int status() {
    return status;
  }

  String type() {
    return type;
  }

  String policy() {
    return policy;
  }

  byte[] body() {
    return body;
  }

  /** Changes with the body. */
  String tag() {
    CRC32C sum = new CRC32C();
    sum.update(body);
    return '"' + Long.toHexString(sum.getValue()) + '-' + Integer.toHexString(body.length) + '"';
  }
}
