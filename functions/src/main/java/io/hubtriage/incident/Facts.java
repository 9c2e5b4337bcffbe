package io.hubtriage.incident;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Client;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Device;
import io.hubtriage.model.Evidence;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Severity;
import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a notice says, as facts: the words are made when it is sent, in the reader's language. */
public sealed interface Facts {
  /** The hub it is about. */
  Hub hub();

  /** Most devices a notice lists. */
  int MAX_DEVICES = 10;

  /**
   * An incident as it stands.
   *
   * @param incidentId opaque and never changing
   * @param provisional whether only events tell of it yet, so that its cause is still to come
   * @param impact the worst among its members
   * @param openedAt when HubTriage opened it
   * @param span first to last affected row so far, by the hub's clock
   * @param causeKnownAt when the cause was known; empty while it is not
   * @param resolvedAt when it ended; empty while open
   * @param members how many devices are affected now; at resolution, how many were at most
   * @param offline how many of them have no connect since
   * @param newMembers how many joined since the last notice
   * @param devices the first of them, new and offline ones first; at most {@link #MAX_DEVICES}
   * @param confidence 0 to 1
   * @param evidence what decided the cause
   * @param commonFactor what the members share and others do not; {@link Evidence#NONE} if nothing
   *     stands out
   * @param mergedIds incidents that turned out to be this one
   * @param trend affected devices in equal slices of {@code span}, oldest first; may be empty
   */
  record OfIncident(
      String incidentId,
      Hub hub,
      Cause cause,
      Severity severity,
      boolean provisional,
      Impact impact,
      Instant openedAt,
      Window span,
      Optional<Instant> causeKnownAt,
      Optional<Instant> resolvedAt,
      int members,
      int offline,
      int newMembers,
      List<Affected> devices,
      double confidence,
      Evidence evidence,
      Evidence commonFactor,
      List<String> mergedIds,
      List<Integer> trend)
      implements Facts {
    /** Copies the lists. */
    public OfIncident {
      devices = List.copyOf(devices);
      mergedIds = List.copyOf(mergedIds);
      trend = List.copyOf(trend);
    }
  }

  /**
   * One affected device.
   *
   * @param network masked address, or {@code ""}
   * @param since first row of its trouble
   * @param lastRow newest disconnect or error row of it
   * @param rows distinct disconnect and error rows of it
   */
  record Affected(
      Device device,
      Client client,
      String network,
      Impact impact,
      Instant since,
      Instant lastRow,
      int rows) {}

  /**
   * A day of one hub.
   *
   * @param day the span told of
   * @param rowsByCause distinct disconnect and error rows per cause; causes without rows are absent
   * @param incidents what was opened or open in the span, newest first
   * @param lives what was learned of token lives
   * @param coverage how whole the data was
   * @param advice what would help, most useful first
   */
  record OfDigest(
      Hub hub,
      Window day,
      Map<Cause, Long> rowsByCause,
      List<Line> incidents,
      List<Life> lives,
      Coverage coverage,
      List<Evidence.Finding> advice)
      implements Facts {
    /** Copies the collections. */
    public OfDigest {
      rowsByCause = Map.copyOf(rowsByCause);
      incidents = List.copyOf(incidents);
      lives = List.copyOf(lives);
      advice = List.copyOf(advice);
    }

    /** Distinct disconnect and error rows in all. */
    public long rows() {
      return rowsByCause.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Rows that needed nobody, 0 to 1; 0 without rows. */
    public double noiseShare() {
      long benign =
          rowsByCause.entrySet().stream()
              .filter(e -> e.getKey().benign())
              .mapToLong(Map.Entry::getValue)
              .sum();
      return rows() == 0 ? 0 : (double) benign / rows();
    }
  }

  /**
   * A token life learned from a cohort.
   *
   * @param session how long its sessions last from connect to disconnect (the token's life, with
   *     the hub's grace or the SDK's renewal)
   * @param sessions how many sessions showed it
   */
  record Life(Cohort cohort, Duration session, long sessions) {}

  /**
   * How whole the data of a span was.
   *
   * @param newestRow time of the newest row; empty if there was none
   * @param minutesWithRows minutes that had any row at all
   * @param minutes minutes of the span
   */
  record Coverage(Optional<Instant> newestRow, long minutesWithRows, long minutes) {}

  /**
   * Notices that did not fit the channel's budget, in one.
   *
   * @param lines one per notice held back, oldest first
   */
  record OfSummary(Hub hub, List<Line> lines) implements Facts {
    /** Copies the list. */
    public OfSummary {
      lines = List.copyOf(lines);
    }
  }

  /**
   * HubTriage itself does not see or cannot speak, or does so again.
   *
   * @param spellId opaque and the same for all notices of the spell
   * @param hub what it does not see; a hub of no Azure name stands for HubTriage as a whole
   * @param since when the spell began
   * @param until when it was found to be over; empty while it goes on
   * @param finding what was seen, as numbers
   */
  record OfBlindness(
      String spellId,
      Hub hub,
      Blindness kind,
      Instant since,
      Optional<Instant> until,
      Evidence.Finding finding)
      implements Facts {}

  /**
   * An incident in one line.
   *
   * @param kind of the notice it stands for, or of the incident's last one
   */
  record Line(
      String incidentId,
      NoticeKind kind,
      Cause cause,
      Severity severity,
      Impact impact,
      int members,
      Instant openedAt,
      Optional<Instant> resolvedAt) {}
}
