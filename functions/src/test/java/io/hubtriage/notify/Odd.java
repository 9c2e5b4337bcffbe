package io.hubtriage.notify;

import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Client;
import io.hubtriage.model.Device;
import io.hubtriage.model.Evidence;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Severity;
import io.hubtriage.model.Window;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Notices whose every text is as long and strange as somebody else likes. */
public final class Odd {
  private Odd() {}

  /** An incident with this text wherever a text of others can be. */
  public static Notice notice(String text, int devices) {
    return notice(Collections.nCopies(devices, text));
  }

  /** An incident of these devices; the first id is used for all other texts, too. */
  public static Notice notice(List<String> ids) {
    String text = ids.get(0);
    Evidence evidence =
        new Evidence(
            Collections.nCopies(50, Finding.of("odd-" + text, "a", text, "b", text, "c", text)));
    List<Facts.Affected> devices =
        ids.stream()
            .map(
                id ->
                    new Facts.Affected(
                        new Device(id, id),
                        new Client(id, id, id, id),
                        id,
                        Impact.OFFLINE,
                        Samples.NOON,
                        Samples.NOON,
                        1))
            .toList();
    return new Notice(
        "n-odd",
        NoticeKind.UPGRADED,
        Samples.NOON,
        new Facts.OfIncident(
            text,
            Samples.HUB,
            Cause.CONNECTION_LOST,
            Severity.WARNING,
            false,
            Impact.OFFLINE,
            Samples.NOON,
            new Window(Samples.NOON, Samples.NOON),
            Optional.of(Samples.NOON),
            Optional.empty(),
            50_000,
            40_000,
            50_000,
            devices,
            0.5,
            evidence,
            evidence,
            Collections.nCopies(100, text),
            Collections.nCopies(500, 1)));
  }

  /** Different texts that do not compress. */
  public static List<String> noise(int length, int count) {
    Random random = new Random(7);
    return java.util.stream.Stream.generate(
            () ->
                random
                    .ints(length, 0x21, 0x7f)
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString())
        .limit(count)
        .toList();
  }
}
