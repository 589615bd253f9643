package org.openworkbin.push.cometd;

import java.io.Reader;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.server.JSONContextServer;
import org.cometd.server.ServerMessageImpl;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bayeux messages as JSON. What comes in is checked to the last member: CometD's server trusts the
 * type of each member and fails with a server error where it is another. Members that the server
 * has no use for, {@code data} among them as nobody may publish, are left out. Thread-safe.
 */
final class BayeuxJson implements JSONContextServer {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_MESSAGES = 100;
  private static final int MAX_SUBSCRIPTIONS = 100;
  private static final long LONGEST_INTERVAL = Duration.ofMinutes(1).toMillis();

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final long longestHold;

  /** Cuts what clients wish as time to wait to {@code hold}. */
  BayeuxJson(Duration hold) {
    this.longestHold = hold.toMillis();
  }

  /**
   * The messages in a text.
   *
   * @throws MalformedException where it is no list of messages that can be handled
   */
  @Override
  public List<ServerMessage.Mutable> parse(String json) {
    Object parsed = read(json);
    List<?> messages = parsed instanceof List<?> list ? list : List.of(parsed);
    if (messages.isEmpty() || messages.size() > MAX_MESSAGES) {
      throw new MalformedException("expected 1 to " + MAX_MESSAGES + " Bayeux messages");
    }
    List<ServerMessage.Mutable> checked =
        messages.stream().map(message -> checked(message)).toList();
    if (checked.size() > 1 && checked.stream().anyMatch(BayeuxJson::isHandshake)) {
      throw new MalformedException("a handshake has to come alone");
    }
    return checked;
  }

  static boolean isHandshake(ServerMessage message) {
    return Channel.META_HANDSHAKE.equals(message.getChannel());
  }

  @Override
  public String generate(ServerMessage.Mutable message) {
    return mapper.writeValueAsString(message);
  }

  /** The messages as a text that {@link #parse} reads. */
  String generate(List<ServerMessage.Mutable> messages) {
    return messages.stream().map(this::generate).collect(Collectors.joining(",", "[", "]"));
  }

  @Override
  public Generator getGenerator() {
    return mapper::writeValueAsString;
  }

  @Override
  public Parser getParser() {
    return new Parser() {
      @Override
      public <R> R parse(Reader reader, Class<R> type) throws ParseException {
        try {
          return mapper.readValue(reader, type);
        } catch (JacksonException _) {
          throw new ParseException("not JSON", 0);
        }
      }
    };
  }

  private Object read(String json) {
    try {
      Object value = mapper.readValue(json, Object.class);
      if (value != null) {
        return value;
      }
    } catch (JacksonException _) {
      // What is wrong with it would be text of the client's.
    }
    throw new MalformedException("the body is not valid JSON");
  }

  private ServerMessage.Mutable checked(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> members)) {
      throw new MalformedException("a Bayeux message has to be an object");
    }
    ServerMessageImpl message = new ServerMessageImpl();
    copyText(members, message, Message.CHANNEL_FIELD);
    copyText(members, message, Message.CLIENT_ID_FIELD);
    Object id = members.get(Message.ID_FIELD);
    if (id instanceof Number number) {
      message.setId(number.toString());
    } else {
      copyText(members, message, Message.ID_FIELD);
    }
    copySubscription(members.get(Message.SUBSCRIPTION_FIELD), message);
    copyAdvice(members.get(Message.ADVICE_FIELD), message);
    copyAcknowledgement(members.get(Message.EXT_FIELD), message);
    return message;
  }

  private static void copyText(Map<?, ?> members, ServerMessageImpl message, String name) {
    Object value = members.get(name);
    if (value instanceof String text) {
      message.put(name, text);
    } else if (value != null) {
      throw new MalformedException(name + " has to be a string");
    }
  }

  private static void copySubscription(@Nullable Object value, ServerMessageImpl message) {
    boolean valid =
        switch (value) {
          case null -> true;
          case String _ -> true;
          case List<?> list ->
              !list.isEmpty()
                  && list.size() <= MAX_SUBSCRIPTIONS
                  && list.stream().allMatch(String.class::isInstance);
          default -> false;
        };
    if (!valid) {
      throw new MalformedException("subscription has to be a string or an array of strings");
    }
    if (value != null) {
      message.put(Message.SUBSCRIPTION_FIELD, value);
    }
  }

  private void copyAdvice(@Nullable Object value, ServerMessageImpl message) {
    if (value instanceof Map<?, ?> advice) {
      Map<String, Object> kept = new HashMap<>();
      copyMillis(advice.get(Message.TIMEOUT_FIELD), longestHold, Message.TIMEOUT_FIELD, kept);
      copyMillis(
          advice.get(Message.INTERVAL_FIELD), LONGEST_INTERVAL, Message.INTERVAL_FIELD, kept);
      message.put(Message.ADVICE_FIELD, kept);
    }
  }

  private static void copyMillis(
      @Nullable Object value, long longest, String name, Map<String, Object> kept) {
    if (value instanceof Number millis && millis.longValue() >= 0) {
      kept.put(name, Math.min(millis.longValue(), longest));
    }
  }

  private static void copyAcknowledgement(@Nullable Object value, ServerMessageImpl message) {
    if (value instanceof Map<?, ?> ext) {
      Object ack = ext.get("ack");
      if (ack instanceof Boolean || ack instanceof Number) {
        message.put(Message.EXT_FIELD, new HashMap<>(Map.of("ack", ack)));
      }
    }
  }
}
