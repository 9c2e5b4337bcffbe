package io.hubtriage.azure.channels;

import java.util.List;

/** The other side of a channel, on loopback. Whatever it answers, it echoes the secrets it got. */
interface Peer extends AutoCloseable {
  /** How it behaves from now on. */
  void behave(Fault fault);

  /** The bodies it took, oldest first. */
  List<byte[]> received();

  @Override
  void close();
}
