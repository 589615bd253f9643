package org.openworkbin.session;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** What one guesser has of addresses: one of the old kind, a network of 64 bits of the new. */
final class Networks {
  private static final int PREFIX_BYTES = 8;

  private Networks() {}

  /** The same text for all addresses that one machine can choose from. */
  static String of(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address six
          ? HexFormat.of().formatHex(six.getAddress(), 0, PREFIX_BYTES)
          : address;
    } catch (IllegalArgumentException noAddress) {
      return address;
    }
  }
}
