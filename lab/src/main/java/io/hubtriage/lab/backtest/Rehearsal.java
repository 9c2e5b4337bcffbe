package io.hubtriage.lab.backtest;

import io.hubtriage.incident.Channel;
import io.hubtriage.incident.Delivery;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.incident.Sent;
import io.hubtriage.lab.log.MemoryConnectionLog;
import io.hubtriage.lab.read.LabelledRow;
import io.hubtriage.lab.read.ReceivedEvent;
import io.hubtriage.lab.score.Alert;
import io.hubtriage.lab.score.Verdict;
import io.hubtriage.model.Device;
import io.hubtriage.pipeline.Rules;
import io.hubtriage.settings.ChannelSettings;
import io.hubtriage.settings.Settings;
import io.hubtriage.sweep.ConnectedDevices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A backtest that writes nothing: the shipped pipeline over a log in memory, with the default
 * settings.
 *
 * @param verdicts on every distinct disconnect and error row, oldest first
 * @param alerts what one channel would have been sent, in order; endings and digests left out
 */
public record Rehearsal(List<Verdict> verdicts, List<Alert> alerts) {
  /** Notices that ask somebody to act. */
  private static final Set<NoticeKind> ASKING =
      EnumSet.of(NoticeKind.OPENED, NoticeKind.GREW, NoticeKind.UPGRADED, NoticeKind.REMINDER);

  /** Takes copies. */
  public Rehearsal {
    verdicts = List.copyOf(verdicts);
    alerts = List.copyOf(alerts);
  }

  /**
   * Replays a log from its first row's ingestion to some time after its last one's.
   *
   * @param events as they were delivered, in any order; without any, nobody subscribed to them
   * @throws IllegalArgumentException if the log has no rows
   */
  public static Rehearsal of(
      MemoryConnectionLog log, ConnectedDevices metric, Collection<ReceivedEvent> events) {
    if (log.size() == 0) {
      throw new IllegalArgumentException("there is nothing to replay: the log has no rows");
    }
    List<Alert> alerts = new ArrayList<>();
    Replay replay =
        new Replay(log, metric, events, Rules.of(Settings.DEFAULT), delivery(new Ear(alerts)));
    replay.run(share -> {});
    List<LabelledRow> labels = AttributionLines.labels(replay.verdicts());
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      verdicts.add(new Verdict(labels.get(i), replay.verdicts().verdict(i).firstAt()));
    }
    return new Rehearsal(verdicts, alerts);
  }

  /** All channels are told the same, so one of them is listened to. */
  private static Delivery delivery(Ear ear) {
    Rules rules = Rules.of(Settings.DEFAULT);
    Map<String, Channel> channels = new HashMap<>();
    for (ChannelSettings channel : Settings.DEFAULT.channels()) {
      channels.put(channel.name(), channels.isEmpty() ? ear.named(channel.name()) : deaf(channel));
    }
    return Delivery.to(channels, rules.budgets(), rules.fallbacks());
  }

  private static Channel deaf(ChannelSettings channel) {
    return new Ear(new ArrayList<>()).named(channel.name());
  }

  /** Takes down who was asked to act on what. */
  private record Ear(List<Alert> alerts) {
    Channel named(String name) {
      return new Channel() {
        @Override
        public String name() {
          return name;
        }

        @Override
        public Sent send(Notice notice) {
          hear(notice);
          return new Sent.Accepted("");
        }
      };
    }

    private void hear(Notice notice) {
      if (ASKING.contains(notice.kind()) && notice.facts() instanceof Facts.OfIncident facts) {
        Map<Device, Instant> devices = new HashMap<>();
        facts.devices().forEach(d -> devices.put(d.device(), d.since()));
        alerts.add(new Alert(notice.at(), facts.hub().name(), facts.cause(), devices));
      }
    }
  }
}
