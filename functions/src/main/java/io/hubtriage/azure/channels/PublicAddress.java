package io.hubtriage.azure.channels;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the Internet from those that mean this machine, its network or its platform,
 * by the special-purpose registries (iana.org/assignments/iana-ipv4-special-registry and
 * iana-ipv6-special-registry).
 */
final class PublicAddress {
  private static final List<Block> FORBIDDEN_V4 =
      Stream.of(
              "0.0.0.0/8", // this network
              "10.0.0.0/8", // private
              "100.64.0.0/10", // carrier-grade NAT
              "127.0.0.0/8", // loopback
              "168.63.129.16/32", // Azure's own services inside every virtual network
              "169.254.0.0/16", // link-local: instance metadata and managed identity
              "172.16.0.0/12", // private
              "192.0.0.0/24", // protocol assignments
              "192.0.2.0/24", // documentation
              "192.88.99.0/24", // 6to4 relays
              "192.168.0.0/16", // private
              "198.18.0.0/15", // benchmarks
              "198.51.100.0/24", // documentation
              "203.0.113.0/24", // documentation
              "224.0.0.0/3") // multicast, reserved, broadcast
          .map(Block::of)
          .toList();

  /** Nothing outside of it is in use on the Internet, but for what {@link #NAT64} carries. */
  private static final Block GLOBAL_V6 = Block.of("2000::/3");

  private static final List<Block> FORBIDDEN_V6 =
      Stream.of("2001::/23", "2001:db8::/32", "3fff::/20").map(Block::of).toList();

  /** IPv4 in disguise: the last four bytes are the address that is really reached. */
  private static final Block NAT64 = Block.of("64:ff9b::/96");

  /** IPv4 in disguise: the four bytes after the first two. */
  private static final Block SIX_TO_FOUR = Block.of("2002::/16");

  private PublicAddress() {}

  /** Whether the address is one of the Internet. */
  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return isV4(bytes);
    }
    if (NAT64.holds(bytes)) {
      return isV4(Arrays.copyOfRange(bytes, 12, 16));
    }
    if (SIX_TO_FOUR.holds(bytes)) {
      return isV4(Arrays.copyOfRange(bytes, 2, 6));
    }
    return GLOBAL_V6.holds(bytes) && FORBIDDEN_V6.stream().noneMatch(b -> b.holds(bytes));
  }

  private static boolean isV4(byte[] bytes) {
    return FORBIDDEN_V4.stream().noneMatch(block -> block.holds(bytes));
  }

  /** Addresses that begin with the same bits. */
  private static final class Block {
    private final byte[] start;
    private final int bits;

    private Block(byte[] start, int bits) {
      this.start = start;
      this.bits = bits;
    }

    static Block of(String cidr) {
      String[] parts = cidr.split("/", 2);
      try {
        // A literal: nothing is looked up.
        return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
      } catch (UnknownHostException e) {
        throw new IllegalStateException("not an address: " + cidr, e);
      }
    }

    boolean holds(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if (((address[bit / 8] ^ start[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
