package io.hubtriage.azure.storage;

import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableTransactionAction;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Incident;
import io.hubtriage.incident.Incidents.Commit;
import io.hubtriage.incident.OutboxRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows a commit writes, in as few transactions as they fit in: one, but for a storm with some
 * 20 incidents opening at once. What must not be torn apart stays together even then: an incident,
 * the ones it was merged with, and its notices.
 */
final class CommitParts {
  private final Commit commit;
  private final String partition;
  private final Map<String, String> merged = new HashMap<>();
  private final Map<String, List<TableTransactionAction>> groups = new LinkedHashMap<>();

  private CommitParts(Commit commit) {
    this.commit = commit;
    this.partition = OutboxKeys.partition(commit.read().hub());
  }

  /**
   * The writes of each transaction; at least one transaction.
   *
   * @param first what every transaction begins with
   */
  static List<List<TableTransactionAction>> of(Commit commit, TableTransactionAction first) {
    CommitParts parts = new CommitParts(commit);
    parts.group();
    return parts.groups.isEmpty()
        ? List.of(List.of())
        : Transaction.parts(parts.partition, List.of(first), parts.groups.values());
  }

  static TableEntity row(String partition, Incident incident) {
    return filled(new TableEntity(partition, Keys.join("incidents", incident.id())), incident);
  }

  private void group() {
    for (Incident incident : commit.changed()) {
      incident.mergedIds().forEach(id -> merged.put(root(id), root(incident.id())));
    }
    Set<String> forgotten = new LinkedHashSet<>(commit.forgotten());
    for (Incident incident : commit.changed()) {
      if (!forgotten.contains(incident.id())) {
        groupOf(incident.id()).add(Transaction.put(row(partition, incident)));
      }
    }
    forgotten.forEach(this::forget);
    for (OutboxRow row : commit.rows()) {
      String group =
          row.notice().facts() instanceof Facts.OfIncident facts
              ? facts.incidentId()
              : "notice " + row.notice().id() + " " + row.channel();
      groupOf(group).addAll(OutboxKeys.inserts(row));
    }
  }

  /** Moves an incident to the history, as it is after the commit. */
  private void forget(String id) {
    Map<String, Incident> before = byId(commit.read().incidents());
    Incident last = byId(commit.changed()).getOrDefault(id, before.get(id));
    if (last != null) {
      TableEntity row = new TableEntity(partition, Keys.join("history", id));
      groupOf(id).add(Transaction.put(filled(row, last)));
    }
    if (before.containsKey(id)) {
      groupOf(id).add(Transaction.delete(new TableEntity(partition, Keys.join("incidents", id))));
    }
  }

  private List<TableTransactionAction> groupOf(String id) {
    return groups.computeIfAbsent(root(id), r -> new ArrayList<>());
  }

  private String root(String id) {
    String at = id;
    for (String up = merged.get(at); up != null && !up.equals(at); up = merged.get(at)) {
      at = up;
    }
    return at;
  }

  private static Map<String, Incident> byId(List<Incident> incidents) {
    return incidents.stream().collect(Collectors.toMap(Incident::id, i -> i, (a, b) -> b));
  }

  /**
   * An incident fits in a row even with 2,000 members and 2,000 that left, all with ids of 128
   * characters at random; but not if they are modules with as long and random ids on top. Then
   * those who left, remembered only so as not to be told of again too soon, are forgotten.
   */
  private static TableEntity filled(TableEntity row, Incident incident) {
    String json = StoredJson.write(IncidentJson.write(incident));
    Columns.put(
        row, Columns.fits(json) ? json : StoredJson.write(IncidentJson.writeShort(incident)));
    return row;
  }
}
