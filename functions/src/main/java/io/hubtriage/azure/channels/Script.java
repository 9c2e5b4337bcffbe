package io.hubtriage.azure.channels;

import io.hubtriage.incident.Notice;
import io.hubtriage.notify.Audience;
import io.hubtriage.notify.Renderer;
import io.hubtriage.notify.Rendering;

/** What a channel says: in which form, to whom. */
record Script(Renderer renderer, Audience audience) {
  String channel() {
    return audience.channel();
  }

  Rendering of(Notice notice) {
    return renderer.render(notice, audience);
  }
}
