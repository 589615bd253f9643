package org.openworkbin.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that one process holds a lock of the operating system on, which therefore ends with the
 * process, however it dies.
 */
final class FileClaim implements AutoCloseable {

  /**
   * Held by this process. Asked first: to open and close a file that this process has locked would
   * give its lock back.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FileClaim(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws StoreInUseException if it is held
   */
  static FileClaim of(Path lockFile) throws IOException {
    OwnerOnly.file(lockFile);
    Path file = lockFile.toRealPath();
    if (!HELD.add(file)) {
      throw new StoreInUseException("the store is in use by this process already: " + file);
    }
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new StoreInUseException("the store is in use by another process: " + file);
      }
      return new FileClaim(file, channel);
    } catch (IOException | RuntimeException e) {
      HELD.remove(file);
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(file);
    }
  }
}
