package io.hubtriage.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What the connection log says of one device during a look-back, oldest first, each row once. Rows
 * are packed into longs because a query answer carries thousands of them in one cell: {@code
 * (milliseconds since the epoch) << 16 | network << 8 | connect << 7 | signal number}.
 */
public final class Timeline {
  /** Most networks one timeline tells apart; further ones share the last index. */
  public static final int MAX_NETWORKS = 256;

  private static final int TIME_SHIFT = 16;
  private static final int NETWORK_SHIFT = 8;
  private static final long CONNECT_BIT = 1L << 7;
  private static final long SIGNAL_MASK = CONNECT_BIT - 1;

  private final Hub hub;
  private final Device device;
  private final Client client;
  private final List<String> networks;
  private final long[] rows;

  /**
   * Sorts the rows and drops doubled ones, so that nothing after this point can depend on the log's
   * order or count a row twice.
   *
   * @param client of the newest connect row that tells it
   * @param networks the masked addresses the rows' network numbers point to
   * @param packed rows as {@link #pack} makes them, in any order
   */
  public Timeline(Hub hub, Device device, Client client, List<String> networks, long[] packed) {
    this.hub = hub;
    this.device = device;
    this.client = client;
    this.networks = List.copyOf(networks);
    this.rows = sortedOnce(packed);
  }

  private static long[] sortedOnce(long[] packed) {
    long[] rows = packed.clone();
    Arrays.sort(rows);
    int kept = 0;
    for (long row : rows) {
      if (kept == 0 || row != rows[kept - 1]) {
        rows[kept++] = row;
      }
    }
    return kept == rows.length ? rows : Arrays.copyOf(rows, kept);
  }

  /**
   * Packs one row.
   *
   * @param atMillis milliseconds since the epoch
   * @param network index into the timeline's networks, 0 to 255
   */
  public static long pack(long atMillis, int network, Operation operation, Signal signal) {
    return atMillis << TIME_SHIFT
        | (long) network << NETWORK_SHIFT
        | (operation == Operation.CONNECT ? CONNECT_BIT : 0)
        | signal.number();
  }

  public Hub hub() {
    return hub;
  }

  public Device device() {
    return device;
  }

  public Client client() {
    return client;
  }

  /** How many rows there are. */
  public int size() {
    return rows.length;
  }

  /** When row {@code i} happened, in milliseconds since the epoch. */
  public long millis(int i) {
    return rows[i] >> TIME_SHIFT;
  }

  /** When row {@code i} happened. */
  public Instant time(int i) {
    return Instant.ofEpochMilli(millis(i));
  }

  public Operation operation(int i) {
    return (rows[i] & CONNECT_BIT) == 0 ? Operation.DISCONNECT : Operation.CONNECT;
  }

  public Signal signal(int i) {
    return Signal.numbered((int) (rows[i] & SIGNAL_MASK));
  }

  /** Whether row {@code i} is a connect that succeeded. */
  public boolean isConnect(int i) {
    return (rows[i] & (CONNECT_BIT | SIGNAL_MASK)) == CONNECT_BIT;
  }

  /** The masked address row {@code i} came from, or {@code ""}. */
  public String network(int i) {
    int index = (int) (rows[i] >> NETWORK_SHIFT) & 0xff;
    return index < networks.size() ? networks.get(index) : "";
  }

  /** Row {@code i} in packed form. */
  public long packed(int i) {
    return rows[i];
  }
}
