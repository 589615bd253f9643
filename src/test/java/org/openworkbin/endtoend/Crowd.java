package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.openworkbin.ledger.Medium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient.Reply;

/** Agents who all at once take work out of the team's bin and put it back, and some put aside. */
final class Crowd {
  private final DemoServer demo;
  private final Calls calls;

  Crowd(DemoServer demo, Calls calls) {
    this.demo = demo;
    this.calls = calls;
  }

  /** Has each of the users do that for so many rounds, and new work come in meanwhile. */
  void work(List<String> users, int rounds, long seed) {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (String user : users) {
      Random random = new Random(seed + user.hashCode());
      tasks.add(() -> pullAndAdd(user, rounds, random));
    }
    tasks.add(() -> park(rounds));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> task : threads.invokeAll(tasks)) {
        assertThat(task.get()).as("seed " + seed).isTrue();
      }
    } catch (Exception e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  private boolean park(int rounds) {
    Iterator<Medium> media = Stream.generate(() -> Medium.values()).flatMap(Stream::of).iterator();
    for (int i = 0; i < rounds; i++) {
      demo.park(media.next(), demo.teamBin());
    }
    return true;
  }

  private boolean pullAndAdd(String user, int rounds, Random random) {
    for (int i = 0; i < rounds; i++) {
      List<String> there =
          Calls.texts(
              calls.get(user, Calls.TEAM_BIN + "&subresources=*&limit=5").at("/workbin/order"));
      if (!there.isEmpty()) {
        pullAndAdd(user, there.get(random.nextInt(there.size())), random.nextInt(10) < 8);
      }
    }
    return true;
  }

  private void pullAndAdd(String user, String item, boolean back) {
    Reply pulled =
        calls.post(
            user,
            Calls.TEAM_BIN,
            "{\"operationName\":\"PullInteraction\",\"id\":\"" + item + "\"}");
    assertThat(pulled.status()).as(pulled.text()).isIn(200, 409);
    if (pulled.status() == 200) {
      calls.done(user, back ? Calls.TEAM_BIN : Calls.MY_BIN, "AddInteraction", item);
    }
  }
}
