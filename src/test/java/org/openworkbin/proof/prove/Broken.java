package org.openworkbin.proof.prove;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.BayeuxServerImpl;
import org.openworkbin.directory.Access;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.BinView;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Journal;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.NextPull;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.openworkbin.push.OtherBins;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Parts of a server that break one promise each, around the real ones. */
final class Broken {
  private static final int SELDOM = 20;

  private Broken() {}

  /** Puts something else in the place of each part of that type. */
  private static <T> BeanPostProcessor each(Class<T> type, UnaryOperator<T> change) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return type.isInstance(bean) ? change.apply(type.cast(bean)) : bean;
      }
    };
  }

  /** Who comes too late takes it out of the other's hand: the statement without its guard. */
  static BeanPostProcessor withoutGuard() {
    return each(
        Ledger.class,
        real ->
            new LedgerAround(real) {
              @Override
              public Outcome move(Move move) {
                Outcome outcome = real.move(move);
                return move.reason() == Reason.PULL
                        && outcome instanceof Outcome.Lost(Interaction now, var _)
                        && now.location() instanceof Location.Hand(UserId holder)
                        && !holder.equals(move.actor())
                    ? real.move(from(now.location(), move))
                    : outcome;
              }
            });
  }

  private static Move from(Location location, Move move) {
    return new Move(
        move.interaction(),
        move.medium(),
        location,
        move.to(),
        move.actor(),
        move.reason(),
        move.referenceId(),
        move.terms());
  }

  /** Some adds are acknowledged and never written: what is left after a write that was not kept. */
  static BeanPostProcessor forgetful() {
    AtomicInteger adds = new AtomicInteger();
    return each(
        Ledger.class,
        real ->
            new LedgerAround(real) {
              @Override
              public Outcome move(Move move) {
                return move.reason() == Reason.ADD && adds.incrementAndGet() % SELDOM == 0
                    ? new Outcome.Moved(imagined(move))
                    : real.move(move);
              }
            });
  }

  private static Entry imagined(Move move) {
    return new Entry(
        0,
        Instant.EPOCH,
        null,
        move.from(),
        move.to(),
        Optional.empty(),
        Optional.empty(),
        move.actor(),
        move.reason(),
        move.referenceId());
  }

  /** Some changes are told to nobody. */
  static BeanPostProcessor dropsEvents() {
    return each(
        Journal.class,
        real ->
            instead(
                Journal.class,
                real,
                (method, result) ->
                    method.equals("after") && Thread.currentThread().getName().equals("push-tail")
                        ? most((List<?>) result)
                        : result));
  }

  /** Nothing but the protocol's own messages goes over a WebSocket. */
  static BeanPostProcessor silentByWebSocket() {
    return silent(handshake -> handshake.getServerTransport().getName().equals("websocket"));
  }

  /** Whoever shakes hands again is told nothing any more. */
  static BeanPostProcessor deafAfterReconnect() {
    Set<String> known = ConcurrentHashMap.newKeySet();
    return silent(handshake ->
        !known.add(
            handshake.getServerTransport().getName()
                + handshake.getBayeuxContext().getHeader("Authorization")));
  }

  private static BeanPostProcessor silent(Predicate<ServerMessage> where) {
    return each(
        BayeuxServerImpl.class,
        real -> {
          real.addListener(
              new BayeuxServer.SessionListener() {
                @Override
                public void sessionAdded(ServerSession session, ServerMessage handshake) {
                  if (where.test(handshake)) {
                    session.addExtension(new Silence());
                  }
                }
              });
          return real;
        });
  }

  /** Lets no message of ours through. */
  private static final class Silence implements ServerSession.Extension {
    @Override
    public void outgoing(
        ServerSession sender,
        ServerSession session,
        ServerMessage.Mutable message,
        Promise<ServerMessage.Mutable> promise) {
      promise.succeed(message.isMeta() ? message : null);
    }
  }

  private static List<?> most(List<?> entries) {
    return entries.stream().filter(entry -> ((Entry) entry).number() % SELDOM != 0).toList();
  }

  /** Keeps no answers: what is repeated is done again. */
  static BeanPostProcessor doesTwice() {
    return each(
        Ledger.class,
        real ->
            new LedgerAround(real) {
              @Override
              public Outcome move(Move move, Receipt receipt) {
                return real.move(move);
              }

              @Override
              public Outcome pull(NextPull next, Receipt receipt) {
                return real.pull(next);
              }

              @Override
              public Outcome create(Creation creation, Receipt receipt) {
                return real.create(creation);
              }
            });
  }

  /** Does not ask which hold a write is meant for. */
  static BeanPostProcessor withoutFence() {
    return each(
        Ledger.class,
        real ->
            new LedgerAround(real) {
              @Override
              public Outcome move(Move move) {
                return real.move(unfenced(move));
              }

              @Override
              public Outcome move(Move move, Receipt receipt) {
                return real.move(unfenced(move), receipt);
              }
            });
  }

  private static Move unfenced(Move move) {
    Move.Terms terms = move.terms();
    return move.on(
        new Move.Terms(
            OptionalLong.empty(),
            terms.revision(),
            terms.oldPlace(),
            terms.place(),
            terms.note(),
            terms.savesLastAgent()));
  }

  /** Lets everybody do everything. */
  static BeanPostProcessor asksForNoRight() {
    return each(
        Access.class,
        real ->
            instead(Access.class, real, (method, result) -> method.equals("may") ? true : result));
  }

  /** Says of some states of a bin that one more lies there. */
  static BeanPostProcessor miscounts() {
    return each(
        Bins.class,
        real ->
            new OtherBins(real) {
              @Override
              public Page page(BinId bin, Set<Medium> media, int limit, long offset) {
                Page page = real.page(bin, media, limit, offset);
                return new Page(miscounted(page.state()), page.oldest(), page.items());
              }

              @Override
              public void look(BinId bin, Supplier<Held> hold, Consumer<BinView> work) {
                real.look(bin, hold, view -> work.accept(miscounting(view)));
              }
            });
  }

  private static BinView miscounting(BinView real) {
    return instead(
        BinView.class,
        real,
        (_, result) -> result instanceof BinState state ? miscounted(state) : result);
  }

  private static BinState miscounted(BinState state) {
    return state.revision() % 5 == 0
        ? new BinState(state.bin(), state.revision(), state.itemCount() + 1)
        : state;
  }

  private static <T> T instead(Class<T> type, T real, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              try {
                return answer.of(method.getName(), method.invoke(real, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private interface Answer {
    Object of(String method, Object result);
  }
}
