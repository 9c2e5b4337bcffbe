package io.hubtriage.notify.bulletin;

import java.util.List;

/**
 * What is documented about a cause; one entry of {@code remedies.json}.
 *
 * @param cause the cause's code
 * @param path of the article below learn.microsoft.com/{locale}
 * @param anchor in the article, without {@code #}; {@code ""} for its top
 * @param symptom text key
 * @param why text key
 * @param solution text keys, in the order to try them
 */
record Remedy(
    String cause, String path, String anchor, String symptom, String why, List<String> solution) {
  /** Copies the list. */
  Remedy {
    solution = List.copyOf(solution);
  }
}
