package io.hubtriage.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word somebody probably meant. */
final class Nearest {
  private Nearest() {}

  /**
   * The candidate with the fewest typing slips (a letter added, left out, changed, or two swapped;
   * case does not count), if there are not more than one in three letters, and two at least.
   */
  static Optional<String> to(String word, Collection<String> candidates) {
    String wanted = word.toLowerCase(Locale.ROOT);
    int allowed = Math.max(2, wanted.length() / 3);
    return candidates.stream()
        .filter(c -> Math.abs(c.length() - wanted.length()) <= allowed)
        .map(c -> new Guess(c, slips(wanted, c.toLowerCase(Locale.ROOT))))
        .filter(g -> g.slips <= allowed && g.slips < wanted.length())
        .min(Comparator.comparingInt(Guess::slips).thenComparing(Guess::word))
        .map(Guess::word);
  }

  private record Guess(String word, int slips) {}

  /** Optimal string alignment distance, over three rows of its table. */
  private static int slips(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        if (i > 1 && j > 1 && swapped(a, i, b, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }

  private static boolean swapped(String a, int i, String b, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
