package io.hubtriage.notify;

import io.hubtriage.incident.Notice;

/** Turns notices into the bytes of one kind of channel. Equal arguments give equal bytes. */
@FunctionalInterface
public interface Renderer {
  /** Renders a notice; never fails for what a notice holds, however long or strange. */
  Rendering render(Notice notice, Audience audience);
}
