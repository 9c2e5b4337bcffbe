package io.hubtriage.notify.teams;

import io.hubtriage.incident.Notice;
import io.hubtriage.notify.Audience;
import io.hubtriage.notify.Renderer;
import io.hubtriage.notify.Rendering;
import io.hubtriage.notify.bulletin.BulletinWriter;
import io.hubtriage.notify.bulletin.Room;
import io.hubtriage.notify.text.Foreign;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Notices as Adaptive Cards, in the message a Power Automate Workflows webhook takes. */
public final class TeamsRenderer implements Renderer {
  /**
   * Most bytes of a message. Documented is about 28 KB (learn.microsoft.com/connectors/teams), and
   * failures were seen from 21 KB; one beyond it is accepted and never shown.
   */
  public static final int MAX_BYTES = 20_000;

  /** Fewer rows first, then fewer findings, then shorter names: what is missed least goes first. */
  private static final List<Room> ROOMS =
      Stream.of(
              IntStream.rangeClosed(0, 10).mapToObj(fewer -> new Room(10 - fewer, 8, 128)),
              IntStream.rangeClosed(1, 7).mapToObj(fewer -> new Room(0, 8 - fewer, 128)),
              Stream.of(new Room(0, 1, 48), new Room(0, 1, 8)))
          .flatMap(rooms -> rooms)
          .toList();

  private final BulletinWriter writer = new BulletinWriter();

  @Override
  public Rendering render(Notice notice, Audience audience) {
    byte[] bytes = new byte[0];
    for (Room room : ROOMS) {
      bytes = message(notice, audience, room);
      if (bytes.length <= MAX_BYTES) {
        break;
      }
    }
    return new Rendering(bytes, "json", "application/json; charset=utf-8");
  }

  private byte[] message(Notice notice, Audience audience, Room room) {
    return CardJson.message(CardLayout.of(writer.write(notice, audience, Foreign.MARKDOWN, room)));
  }
}
