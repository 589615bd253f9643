package org.openworkbin.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM beside a benchmark, which answers each line that it is told with a line. */
final class Partner implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final PrintStream questions;

  private Partner(Process process) {
    this.process = process;
    this.answers = process.inputReader(UTF_8);
    this.questions = new PrintStream(process.getOutputStream(), true, UTF_8);
  }

  /** Starts that class, whose {@code main} is to call {@link #serve}, with so much heap. */
  static Partner start(Class<?> main, String heap) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main.getName()));
    return new Partner(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Asks it and waits for the answer. */
  String ask(String question) throws IOException {
    questions.println(question);
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("no answer to: " + question);
    }
    return answer;
  }

  /** The same where the answer is a number. */
  long number(String question) throws IOException {
    return Long.parseLong(ask(question));
  }

  /** In the other JVM: answers until nobody is there to ask any more. */
  static void serve(Work work) {
    try (BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      for (String line = questions.readLine(); line != null; line = questions.readLine()) {
        int blank = line.indexOf(' ');
        System.out.println(
            blank < 0
                ? work.answer(line, "")
                : work.answer(line.substring(0, blank), line.substring(blank + 1)));
      }
      System.exit(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  @Override
  public void close() {
    questions.close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }

  /** What the other JVM does. */
  interface Work {

    /** Does what the first word says with the rest of the line. */
    String answer(String word, String rest) throws Exception;
  }
}
