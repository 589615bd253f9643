package org.openworkbin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.HashMap;
import java.util.Map;

/** Many {@link RawSubscriber}s of one or more servers on one thread: a {@link Partner}. */
final class Subscribers {
  private static final int BUFFER = 256 * 1024;

  private final Selector selector = Selector.open();
  private final Map<String, Tally> tallies = new HashMap<>();

  private Subscribers() throws IOException {}

  static void main() throws IOException {
    Subscribers subscribers = new Subscribers();
    Thread.ofPlatform().daemon().start(subscribers::read);
    Partner.serve(subscribers::answer);
  }

  private String answer(String word, String rest) throws Exception {
    String[] words = rest.split(" ", -1);
    Tally tally = tallies.computeIfAbsent(words[0], _ -> new Tally());
    return switch (word) {
      // open PORT PATH FROM TO: the users user-FROM to user-TO, the last one left out
      case "open" -> {
        for (int i = Integer.parseInt(words[2]); i < Integer.parseInt(words[3]); i++) {
          RawSubscriber one =
              RawSubscriber.open(Integer.parseInt(words[0]), words[1], "user-" + i, tally);
          one.channel().register(selector, SelectionKey.OP_READ, one);
        }
        selector.wakeup(); // it looks at new ones only when it begins to wait
        yield "opened";
      }
      case "await" -> "" + tally.await(Long.parseLong(words[1]));
      case "first" -> tally.first();
      default -> throw new IllegalArgumentException(word);
    };
  }

  private void read() {
    byte[] buffer = new byte[BUFFER];
    try {
      while (true) {
        selector.select(key -> {
          try {
            ((RawSubscriber) key.attachment()).read(buffer);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
      }
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
      System.exit(1);
    }
  }
}
