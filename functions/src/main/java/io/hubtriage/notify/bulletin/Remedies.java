package io.hubtriage.notify.bulletin;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubtriage.model.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;

/** The documented remedies, one per cause. Data, because articles and anchors move. */
final class Remedies {
  private static final String FILE = "remedies.json";

  private final Map<Cause, Remedy> byCause;

  private Remedies(Map<Cause, Remedy> byCause) {
    this.byCause = byCause;
  }

  /** Reads the packaged file. */
  static Remedies packaged() {
    try (InputStream file =
        Objects.requireNonNull(Remedies.class.getResourceAsStream(FILE), FILE)) {
      List<Remedy> rows = new ObjectMapper().readValue(file, new TypeReference<>() {});
      Map<Cause, Remedy> byCause = new EnumMap<>(Cause.class);
      rows.forEach(row -> byCause.put(Cause.coded(row.cause()).orElseThrow(), row));
      return new Remedies(byCause);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the packaged " + FILE, e);
    }
  }

  /**
   * The remedy of a cause.
   *
   * @throws NoSuchElementException if the file has none: a bug
   */
  Remedy of(Cause cause) {
    Remedy remedy = byCause.get(cause);
    if (remedy == null) {
      throw new NoSuchElementException(FILE + " has no entry for " + cause.code());
    }
    return remedy;
  }
}
