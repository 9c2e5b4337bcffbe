package io.hubtriage.azure.storage;

import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.models.TableItem;
import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.EventJournal;
import io.hubtriage.sweep.EventsUnavailableException;
import io.hubtriage.sweep.JournalKey;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The journal in Azure tables, one per day in UTC: to drop a table is one call, to delete its rows
 * would be as many as there were events. Safe to share.
 */
public final class TableEventJournal implements EventJournal {
  /** How long an event is kept at least, by the day it is filed under. */
  public static final Duration KEPT = Duration.ofDays(2);

  /** What ships. */
  public static final String PREFIX = "HubTriageEvents";

  /** Clocks differ, but not by days. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private final TableServiceClient tables;
  private final String prefix;
  private final Map<LocalDate, DayTable> days = new ConcurrentHashMap<>();

  /**
   * Works in a storage account.
   *
   * @param prefix what the names of its tables begin with, before the day as in {@code 20260310};
   *     every table of such a name is taken for the journal's and {@linkplain #dropOldTables
   *     dropped} in time
   */
  public TableEventJournal(TableServiceClient tables, String prefix) {
    this.tables = tables;
    this.prefix = prefix;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Under a minute whose table would be due to be dropped, or is more than a day ahead, nothing
   * is filed: nobody reads it, and the table would only have to go again.
   */
  @Override
  public void append(ConnectionEvent event, Instant receivedAt) {
    LocalDate first = day(receivedAt.minus(KEPT));
    LocalDate last = day(receivedAt.plus(AHEAD));
    for (JournalKey key : JournalKey.of(event, receivedAt)) {
      LocalDate day = day(key.minute());
      if (!day.isBefore(first) && !day.isAfter(last)) {
        table(day).insert(JournalRow.of(key, event));
      }
    }
  }

  @Override
  public List<ConnectionEvent> read(Hub hub, Window window) {
    List<ConnectionEvent> events = new ArrayList<>();
    Instant from = window.start().truncatedTo(ChronoUnit.MINUTES);
    while (from.isBefore(window.end())) {
      LocalDate day = day(from);
      Instant midnight = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      Instant to = midnight.isBefore(window.end()) ? midnight : nextMinute(window.end());
      events.addAll(
          table(day)
              .read(
                  JournalRow.minute(hub, from),
                  JournalRow.minute(hub, to),
                  row -> JournalRow.read(hub, row)));
      from = to;
    }
    return events;
  }

  /**
   * Drops the tables of the days that ended {@link #KEPT} ago or longer.
   *
   * @return the names of the tables that were dropped
   * @throws EventsUnavailableException if the store does not answer; some may have been dropped,
   *     and the next call drops the others
   */
  public List<String> dropOldTables(Instant now) {
    LocalDate first = day(now.minus(KEPT));
    List<String> dropped = new ArrayList<>();
    for (String name : names()) {
      Optional<LocalDate> day = dayOf(name);
      if (day.isPresent() && day.get().isBefore(first)) {
        table(day.get()).drop();
        days.remove(day.get());
        dropped.add(name);
      }
    }
    return dropped;
  }

  private List<String> names() {
    try {
      return tables.listTables().stream().map(TableItem::getName).sorted().toList();
    } catch (RuntimeException e) {
      throw new EventsUnavailableException(
          "listing the tables %s...: %s".formatted(prefix, Reason.of(e)), e);
    }
  }

  private DayTable table(LocalDate day) {
    return days.computeIfAbsent(day, d -> new DayTable(tables.getTableClient(name(d))));
  }

  private String name(LocalDate day) {
    return prefix + DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }

  /** Empty if the table is not the journal's. */
  private Optional<LocalDate> dayOf(String name) {
    if (!name.startsWith(prefix)) {
      return Optional.empty();
    }
    try {
      LocalDate day =
          LocalDate.parse(name.substring(prefix.length()), DateTimeFormatter.BASIC_ISO_DATE);
      return Optional.of(day).filter(d -> name(d).equals(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static Instant nextMinute(Instant at) {
    Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
    return minute.equals(at) ? at : minute.plus(1, ChronoUnit.MINUTES);
  }
}
