package org.openworkbin.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;

/** The addresses that begin with the same bits. */
record Network(InetAddress address, int prefix) {

  /** {@code 10.0.0.0/8}, or one address; throws where it is neither. */
  static Network parse(String text) {
    String[] parts = text.strip().split("/", 2);
    InetAddress address =
        address(parts[0])
            .orElseThrow(() -> new IllegalArgumentException(text + " is no address or network"));
    int bits = address.getAddress().length * Byte.SIZE;
    int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException(text + " is no network");
    }
    return new Network(address, prefix);
  }

  /** An address written in digits, perhaps in brackets; no name is looked up. */
  static Optional<InetAddress> address(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text.strip()));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  boolean has(InetAddress other) {
    byte[] mine = address.getAddress();
    byte[] its = other.getAddress();
    int rest = mine.length * Byte.SIZE - prefix;
    return mine.length == its.length
        && new BigInteger(1, mine).shiftRight(rest).equals(new BigInteger(1, its).shiftRight(rest));
  }
}
