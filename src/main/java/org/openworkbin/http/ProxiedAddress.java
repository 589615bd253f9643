package org.openworkbin.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Finds out where a request comes from that a trusted proxy passed on: the last address of {@code
 * X-Forwarded-For} that is no trusted proxy's. What stands before it anybody can have written.
 */
final class ProxiedAddress implements HttpConfiguration.Customizer {
  private final List<Network> trusted;

  ProxiedAddress(ProxySettings settings) {
    this.trusted = settings.trusted().stream().map(Network::parse).toList();
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    ConnectionMetaData connection = request.getConnectionMetaData();
    if (connection.getRemoteSocketAddress() instanceof InetSocketAddress peer
        && peer.getAddress() != null
        && isTrusted(peer.getAddress())) {
      Optional<InetAddress> origin = origin(request);
      if (origin.isPresent()) {
        return new Forwarded(request, new InetSocketAddress(origin.get(), 0));
      }
    }
    return request;
  }

  private Optional<InetAddress> origin(Request request) {
    List<String> hops = new ArrayList<>();
    for (String value : request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR)) {
      hops.addAll(List.of(value.split(",", -1)));
    }
    Optional<InetAddress> last = Optional.empty();
    for (String hop : hops.reversed()) {
      Optional<InetAddress> address = Network.address(hop);
      if (address.isEmpty()) {
        return last;
      }
      last = address;
      if (!isTrusted(address.get())) {
        return last;
      }
    }
    return last;
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(network -> network.has(address));
  }

  /** The request as if its sender had made the connection. */
  private static final class Forwarded extends Request.Wrapper {
    private final ConnectionMetaData connection;

    Forwarded(Request request, InetSocketAddress sender) {
      super(request);
      this.connection =
          new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
              return sender;
            }
          };
    }

    @Override
    public ConnectionMetaData getConnectionMetaData() {
      return connection;
    }
  }
}
