package io.hubtriage.lab.log;

import io.hubtriage.lab.log.ConnectionTable.Dictionaries;
import io.hubtriage.model.Client;
import io.hubtriage.model.ConnectionRow;
import java.util.Arrays;
import java.util.Comparator;

/** Packs rows as they come, then sorts them and keeps of doubled ones that ingested first. */
final class TableBuilder {
  private static final Comparator<Client> CLIENTS =
      Comparator.comparing(Client::cohort).thenComparing(Client::sdkVersion);

  private final Dictionaries names =
      new Dictionaries(
          new Dictionary<>(), new Dictionary<>(), new Dictionary<>(), new Dictionary<>());
  private Columns rows = new Columns(1024);
  private int size;

  void add(ConnectionRow row) {
    if (size == rows.size()) {
      rows = rows.resized(size + (size >> 1));
    }
    rows.series[size] = names.series().number(new Series(row.hub(), row.device()));
    rows.key[size] = RowKey.of(row.time().toEpochMilli(), row.operation(), row.signal());
    rows.ingested[size] = row.ingestedAt().toEpochMilli();
    rows.client[size] = names.clients().number(row.client());
    rows.network[size] = names.networks().number(row.network());
    rows.code[size] = names.codes().number(row.codeOrName());
    size++;
  }

  ConnectionTable build() {
    int[] ends = endsBySeries();
    int[] bySeries = bySeries(ends);
    Columns sorted = new Columns(size);
    int[] starts = new int[names.series().size() + 1];
    int kept = 0;
    for (int series = 0, from = 0; series < ends.length; from = ends[series++]) {
      starts[series] = kept;
      kept = copyDistinct(Arrays.copyOfRange(bySeries, from, ends[series]), sorted, kept);
    }
    starts[ends.length] = kept;
    return new ConnectionTable(withSortedNetworks(sorted), starts, sorted.resized(kept));
  }

  /** Networks numbered in their order, so that those of a timeline can be sorted as numbers. */
  private Dictionaries withSortedNetworks(Columns sorted) {
    Dictionary<String> networks = names.networks().sorted(Comparator.naturalOrder());
    for (int i = 0; i < sorted.size(); i++) {
      sorted.network[i] = networks.find(names.networks().value(sorted.network[i]));
    }
    return new Dictionaries(names.series(), names.clients(), networks, names.codes());
  }

  private int[] endsBySeries() {
    int[] ends = new int[names.series().size()];
    for (int i = 0; i < size; i++) {
      ends[rows.series[i]]++;
    }
    Arrays.parallelPrefix(ends, Integer::sum);
    return ends;
  }

  private int[] bySeries(int[] ends) {
    int[] next = ends.clone();
    int[] order = new int[size];
    for (int i = size - 1; i >= 0; i--) {
      order[--next[rows.series[i]]] = i;
    }
    return order;
  }

  private int copyDistinct(int[] from, Columns to, int start) {
    int[] order =
        Arrays.stream(from).boxed().sorted(this::compare).mapToInt(Integer::intValue).toArray();
    int kept = start;
    for (int i : order) {
      if (kept == start || to.key[kept - 1] != rows.key[i]) {
        rows.copyRow(i, to, kept++);
      }
    }
    return kept;
  }

  /** By key; of doubled rows the first ingested first, else by content: never by arrival. */
  private int compare(int a, int b) {
    int byKey = Long.compare(rows.key[a], rows.key[b]);
    if (byKey != 0) {
      return byKey;
    }
    int byIngestion = Long.compare(rows.ingested[a], rows.ingested[b]);
    return byIngestion != 0 ? byIngestion : compareContent(a, b);
  }

  private int compareContent(int a, int b) {
    int byNetwork = compare(names.networks(), rows.network, a, b, Comparator.naturalOrder());
    if (byNetwork != 0) {
      return byNetwork;
    }
    int byCode = compare(names.codes(), rows.code, a, b, Comparator.naturalOrder());
    return byCode != 0 ? byCode : compare(names.clients(), rows.client, a, b, CLIENTS);
  }

  private static <T> int compare(
      Dictionary<T> values, int[] column, int a, int b, Comparator<T> order) {
    return order.compare(values.value(column[a]), values.value(column[b]));
  }
}
