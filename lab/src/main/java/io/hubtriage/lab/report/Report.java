package io.hubtriage.lab.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A {@link Story} as one HTML page that needs nothing but itself: no script, no network. It is well
 * formed as XML too. Everything the log or a message says is text on it, never markup.
 */
public final class Report {
  private static final Template PAGE = compile();

  private Report() {}

  /** The page; the same story gives the same text. Links lead to the folder {@code notices}. */
  public static String render(Story story) {
    return PAGE.execute(Page.of(story));
  }

  private static Template compile() {
    String template = resource("page.mustache").replace("/*page.css*/", resource("page.css"));
    return Mustache.compiler()
        .withEscaper(new Harmless())
        .emptyStringIsFalse(true)
        .strictSections(true)
        .withLoader(name -> new StringReader(resource(name + ".mustache")))
        .compile(template);
  }

  private static String resource(String name) {
    try (InputStream in = Report.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the build lost the report's file " + name);
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the report's file " + name, e);
    }
  }
}
