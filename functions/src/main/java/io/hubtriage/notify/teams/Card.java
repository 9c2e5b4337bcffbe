package io.hubtriage.notify.teams;

import java.util.List;

/**
 * An Adaptive Card.
 *
 * @param fallback what clients show that cannot draw it
 */
record Card(String fallback, List<Element> body, List<OpenUrl> actions) {
  /** Copies the lists. */
  Card {
    body = List.copyOf(body);
    actions = List.copyOf(actions);
  }

  /** A button that opens a page: the only action a webhook's card can have. */
  record OpenUrl(String title, String url) {}
}
