package org.openworkbin.bench;

import java.text.ParseException;
import java.util.List;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.AbstractServerTransport;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.websocket.common.AbstractWebSocketTransport;
import org.cometd.server.websocket.jetty.JettyWebSocketTransport;
import org.eclipse.jetty.server.Context;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/**
 * CometD and Jetty as they come, without anything of ours: a {@link Partner} that delivers one
 * message to all sessions, as text that is made once.
 */
final class BareCometd {
  private static final String PATH = "/cometd";

  private final BayeuxServerImpl bayeux = new BayeuxServerImpl();
  private final ServerConnector connector;
  private String channel = "";
  private Object data = "";

  private BareCometd() throws Exception {
    Server server = new Server();
    connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ContextHandler context = new ContextHandler("/");
    context.setHandler(WebSocketUpgradeHandler.from(server, context));
    server.setHandler(context);
    bayeux.setOption(Context.class.getName(), context.getContext());
    bayeux.setOption(AbstractWebSocketTransport.COMETD_URL_MAPPING_OPTION, PATH);
    bayeux.setOption(AbstractServerTransport.TIMEOUT_OPTION, 25_000);
    bayeux.addTransport(new JettyWebSocketTransport(bayeux));
    server.start();
    bayeux.start();
  }

  static void main() throws Exception {
    Partner.serve(new BareCometd()::answer);
  }

  private String answer(String word, String rest) throws ParseException {
    return switch (word) {
      case "port" -> "" + connector.getLocalPort();
      case "cpu" -> "" + CpuTime.ofThisProcess();
      case "heap" -> "" + Heap.used();
      case "message" -> {
        List<ServerMessage.Mutable> messages = bayeux.getJSONContext().parse(rest);
        channel = messages.getFirst().getChannel();
        data = messages.getFirst().getData();
        yield "taken";
      }
      case "deliver" -> {
        String[] howOften = rest.split(" ", -1);
        Pace.keep(Integer.parseInt(howOften[0]), Integer.parseInt(howOften[1]), _ -> deliver());
        yield "delivered";
      }
      default -> throw new IllegalArgumentException(word);
    };
  }

  private void deliver() {
    ServerMessage.Mutable message = bayeux.newMessage();
    message.setChannel(channel);
    message.setData(data);
    bayeux.freeze(message);
    for (ServerSession session : bayeux.getSessions()) {
      session.deliver(null, message, Promise.noop());
    }
  }
}
