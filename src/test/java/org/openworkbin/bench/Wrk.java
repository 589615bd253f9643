package org.openworkbin.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs {@code wrk} against a server on this machine and reads what it measured. */
final class Wrk {
  private static final Pattern RESULT =
      Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");
  private static final Pattern CPU = Pattern.compile("CPU ([0-9.]+) ([0-9.]+)");

  private final String url;
  private final Path requests;

  Wrk(String url, Path requests) {
    this.url = url;
    this.requests = requests;
  }

  /** Replaces what is to be sent: each line a method, a path and a body with tabs between them. */
  void write(List<String> lines) throws IOException {
    Files.write(requests, lines);
  }

  /** Sends it over so many connections, to its end or over again for so many seconds. */
  Result run(int connections, int seconds, boolean again) throws IOException, InterruptedException {
    String credentials =
        Base64.getEncoder().encodeToString("ada:demo".getBytes(StandardCharsets.UTF_8));
    // The shell's own clock: nobody else tells how much a process used that has ended.
    String command =
        "TIMEFORMAT='CPU %U %S'; time wrk -t1 -c"
            + connections
            + " -d"
            + seconds
            + "s --timeout 20s -s \"$0\" -H 'Content-Type: application/json' -H 'Authorization: Basic "
            + credentials
            + "' \"$1\" -- \"$2\" "
            + (again ? "again" : "once");
    Process process =
        new ProcessBuilder("bash", "-c", command, script().toString(), url, requests.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return parsed(output);
  }

  private static Path script() {
    URL script = Objects.requireNonNull(Wrk.class.getResource("/bench/requests.lua"));
    try {
      return Path.of(script.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Result parsed(String output) {
    Matcher result = RESULT.matcher(output);
    Matcher cpu = CPU.matcher(output);
    if (!result.find() || !cpu.find()) {
      throw new IllegalStateException("wrk said: " + output);
    }
    long count = Long.parseLong(result.group(1));
    return new Result(
        count,
        Long.parseLong(result.group(3)),
        count * 1e6 / Long.parseLong(result.group(2)),
        Long.parseLong(result.group(4)),
        Long.parseLong(result.group(5)),
        (Double.parseDouble(cpu.group(1)) + Double.parseDouble(cpu.group(2))) * 1e6 / count);
  }

  /**
   * What one run measured.
   *
   * @param refused how many were answered otherwise than 2xx or 3xx, or not at all
   * @param p50 in microseconds, like all times
   * @param cpu of the generator itself, for each request
   */
  record Result(long count, long refused, double perSecond, long p50, long p99, double cpu) {}
}
