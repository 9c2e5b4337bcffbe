package io.hubtriage.notify.text;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Evidence;
import io.hubtriage.model.Hub;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says things in one language to one reader at one moment. Values are shown by their type: whole
 * numbers grouped, {@link Double} as percent, {@link Duration} as {@code 4 h 10 min}, {@link
 * Instant} in UTC and the reader's zone, {@link Spoken} as it is, {@link String} as foreign text
 * made harmless. A phrase may ask for another form:
 *
 * <ul>
 *   <li>{@code :n} a {@link Double} as a plain number, {@code :p} as a p-value;
 *   <li>{@code :s} a {@link Duration} in seconds;
 *   <li>{@code :d} an {@link Instant} with its day;
 *   <li>any other, say {@code :cause}: the text with the key {@code cause.} and the value, else the
 *       value itself.
 * </ul>
 */
public final class Voice {
  private static final int MOST_VALUES_OF_UNKNOWN_FINDING = 12;

  private final Language language;
  private final Quantities quantities;
  private final Times times;
  private final Foreign foreign;
  private final int longest;

  /**
   * Chooses a way to speak.
   *
   * @param zone shown beside UTC
   * @param now times of other days than this one's (in UTC) carry their date
   * @param longest most characters of a foreign text, at least 3
   */
  public Voice(Language language, ZoneId zone, Instant now, Foreign foreign, int longest) {
    this.language = language;
    this.quantities = new Quantities(language);
    this.times = new Times(language, zone, now);
    this.foreign = foreign;
    this.longest = longest;
  }

  /** The words this voice uses. */
  public Language language() {
    return language;
  }

  /** The text with this key, without places. */
  public String text(String key) {
    return language.text(key);
  }

  /** The phrase with this key, its places filled with names and values in turn. */
  public String say(String key, Object... namesAndValues) {
    Map<String, Object> values = Evidence.Finding.of(key, namesAndValues).values();
    return new Phrase(language.text(key)).fill(values, this::show);
  }

  /**
   * One finding as a sentence. A key without a phrase, or with values that do not fit it, reads
   * {@code key: name=value, name=value}: evidence is never lost because its words are.
   */
  public String sentence(Evidence.Finding finding) {
    return language
        .find("evidence." + finding.key())
        .map(Phrase::new)
        .filter(phrase -> finding.values().keySet().containsAll(phrase.names()))
        .map(phrase -> phrase.fill(finding.values(), this::show))
        .orElseGet(() -> list(finding));
  }

  /** The first {@code most} findings as running text; empty if there are none. */
  public Optional<String> sentences(List<Evidence.Finding> findings, int most) {
    return findings.stream()
        .limit(most)
        .map(this::sentence)
        .reduce((left, right) -> left + language.text("sentence.between") + right);
  }

  /** The title of a cause. */
  public String title(Cause cause) {
    return language.text("cause." + cause.code());
  }

  /** The name of a hub. */
  public String hub(Hub hub) {
    return foreign(hub.name());
  }

  /** What people call an SDK, by its product token in the log; the token itself if not known. */
  public String sdk(String token) {
    return lookup("sdk", token);
  }

  /** A logged value by its own text if {@code form.value} is a key, else as it is. */
  public String named(String form, String value) {
    return lookup(form, value);
  }

  /** Text of others, made harmless. */
  public String foreign(String text) {
    return foreign.tame(text, longest);
  }

  /** {@code 09:14 UTC}, and the same moment in the reader's zone where that differs. */
  public List<String> moment(Instant at) {
    return times
        .local(at)
        .map(local -> List.of(times.utc(at), local))
        .orElse(List.of(times.utc(at)));
  }

  /** The day of a moment, in UTC. */
  public String date(Instant at) {
    return times.date(at);
  }

  private String list(Evidence.Finding finding) {
    return foreign(finding.key())
        + finding.values().entrySet().stream()
            .limit(MOST_VALUES_OF_UNKNOWN_FINDING)
            .map(value -> foreign(value.getKey()) + "=" + show(value.getValue(), ""))
            .collect(Collectors.joining(", ", finding.values().isEmpty() ? "" : ": ", "."));
  }

  private String show(Object value, String form) {
    if (value instanceof Spoken spoken) {
      return spoken.text();
    }
    if (value instanceof Duration length) {
      return form.equals("s") ? quantities.seconds(length) : quantities.length(length);
    }
    if (value instanceof Instant at) {
      return form.equals("d") ? times.bothDated(at) : times.both(at);
    }
    if (value instanceof Double number) {
      return switch (form) {
        case "n" -> quantities.decimal(number);
        case "p" -> quantities.chance(number);
        default -> quantities.share(number);
      };
    }
    if (value instanceof Number number) {
      return quantities.number(number.longValue());
    }
    return form.isEmpty() ? foreign(value.toString()) : lookup(form, value.toString());
  }

  private String lookup(String form, String value) {
    String code = value.isEmpty() ? "unknown" : value;
    return language.find(form + "." + code).orElseGet(() -> foreign(value));
  }
}
