package io.hubtriage.azure.functions;

import io.hubtriage.diagnose.Diagnosis;
import io.hubtriage.events.ReadEvents;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.incident.Wakeup;
import io.hubtriage.sweep.EventReport;
import io.hubtriage.sweep.SweepReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one line each run leaves in the log: {@code key=value} pairs, for people and queries. */
final class Lines {
  private Lines() {}

  static String of(SweepReport report, int woken) {
    int conditions = 0;
    int outages = 0;
    for (Diagnosis diagnosis : report.diagnoses().values()) {
      conditions += diagnosis.assessment().conditions().size();
      outages += diagnosis.assessment().outages().size();
    }
    return line(
        "sweep=logs hubs=%d conditions=%d outages=%d notices=%d woken=%d saved=%b",
        report.diagnoses().size(),
        conditions,
        outages,
        report.told().size(),
        woken,
        report.saved());
  }

  static String of(List<EventReport> reports, int woken) {
    int away = 0;
    int notices = 0;
    int unsaved = 0;
    for (EventReport report : reports) {
      away += report.away() + report.beyond();
      notices += report.told().size();
      unsaved += report.saved() ? 0 : 1;
    }
    return line(
        "sweep=events hubs=%d away=%d notices=%d woken=%d unsaved=%d",
        reports.size(), away, notices, woken, unsaved);
  }

  /** The reason of what was parked is ours, so it is safe to show; the text is not. */
  static String of(ReadEvents read) {
    String counts =
        line(
            "events=%d parked=%d others=%d validations=%d",
            read.connections().size(), read.unusable().size(), read.others(), read.validations());
    return read.unusable().isEmpty()
        ? counts
        : counts + " reason=\"" + read.unusable().get(0).reason() + "\"";
  }

  static String of(Wakeup wakeup, Optional<OutboxRow> done) {
    String what = line("notice=%s channel=%s ", wakeup.noticeId(), wakeup.channel());
    if (done.isEmpty()) {
      return what + "state=nothing-to-do";
    }
    OutboxRow row = done.get();
    String state = row.state().name().toLowerCase(Locale.ROOT);
    String summary = row.notice().id().equals(wakeup.noticeId()) ? "" : " in=" + row.notice().id();
    String reason = row.proof().isEmpty() ? "" : " proof=\"" + row.proof() + "\"";
    return what + line("state=%s attempts=%d", state, row.attempts()) + summary + reason;
  }

  static String givenUp(Wakeup wakeup, Optional<OutboxRow> row, @Nullable String fallback) {
    String what =
        line("delivery failed 5 times: notice=%s channel=%s", wakeup.noticeId(), wakeup.channel());
    if (row.isEmpty()) {
      return what + "; the notice is not in the outbox any more";
    }
    return switch (row.get().state()) {
      case SENT, SUMMARISED -> what + "; it was sent all the same";
      case REJECTED ->
          what + "; " + (fallback == null ? "no channel is left" : fallback + " tells it");
      case PENDING, DEFERRED, HELD ->
          what + "; it stays in the outbox and the next log sweep tries again";
    };
  }

  /** A notice of the watch: what it is about is in the notice. */
  static String told(OutboxRow row) {
    String code =
        row.notice().facts() instanceof Facts.OfBlindness blind ? blind.kind().code() : "";
    return line(
        "watch=%s kind=%s hub=%s notice=%s channel=%s",
        code,
        row.notice().kind().code(),
        row.notice().facts().hub().name(),
        row.notice().id(),
        row.channel());
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
