package io.hubtriage.notify.text;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeSet;

/** All words of one language: {@code words.properties} (English) or {@code words_ja.properties}. */
public final class Language {
  // Without fallback: a Turkish server must not make an English channel look for Turkish texts.
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;

  private Language(Locale locale) {
    this.locale = locale.getLanguage().equals("ja") ? Locale.JAPANESE : Locale.ENGLISH;
    this.bundle =
        ResourceBundle.getBundle("io.hubtriage.notify.text.words", this.locale, NO_FALLBACK);
  }

  /** Japanese for any Japanese locale, English for all others. */
  public static Language of(Locale locale) {
    return new Language(locale);
  }

  /** {@link Locale#ENGLISH} or {@link Locale#JAPANESE}. */
  public Locale locale() {
    return locale;
  }

  /** The locale segment of learn.microsoft.com: {@code en-us} or {@code ja-jp}. */
  public String learnLocale() {
    return text("learn.locale");
  }

  /**
   * The text with this key.
   *
   * @throws MissingResourceException if there is none: a bug, as keys are ours
   */
  public String text(String key) {
    return bundle.getString(key);
  }

  /** The text with this key, for keys that come from elsewhere. */
  public Optional<String> find(String key) {
    return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
  }

  /** Every key, sorted. */
  Set<String> keys() {
    return new TreeSet<>(bundle.keySet());
  }
}
