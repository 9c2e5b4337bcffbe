package io.hubtriage.notify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reads the query out of a Log Analytics share link, as the portal does. */
public final class SharedQuery {
  private static final Pattern LINK = Pattern.compile("/q/([^/\"]+)/");

  private SharedQuery() {}

  /** The text with every packed query replaced by its KQL in braces, line ends as blanks. */
  public static String unpack(String text) {
    return LINK.matcher(text)
        .replaceAll(
            link ->
                Matcher.quoteReplacement(
                    "/q/{" + kql(link.group(1)).replace("\n", " ").replace('"', '\'') + "}/"));
  }

  /** The KQL in one link. */
  public static String of(String url) {
    Matcher link = LINK.matcher(url);
    if (!link.find()) {
      throw new AssertionError("no query in " + url);
    }
    return kql(link.group(1));
  }

  private static String kql(String packed) {
    byte[] bytes = Base64.getDecoder().decode(URLDecoder.decode(packed, StandardCharsets.UTF_8));
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("unpacking a query", e);
    }
  }
}
