package org.openworkbin.proof.prove;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What is to be proved, and how.
 *
 * @param prefix what the names of all that is made begin with, other ones each time
 * @param length how long the crowd works
 * @param fewestCalls how many calls it makes at least, however long that takes
 * @param agents how many work
 * @param groups how many groups they are in, each of them in one or two
 * @param seed what the plan of troubles and of everybody's choices is made from
 * @param server starts the server, where that is {@code prove}'s to do, too
 * @param database starts its database likewise
 * @param patience how long, in the end, whoever listens is waited for
 * @param history the file that the history goes to
 * @param command how the run can be had again, for the history
 */
public record ProveSettings(
    String prefix,
    Duration length,
    long fewestCalls,
    int agents,
    int groups,
    long seed,
    Optional<String> server,
    Optional<String> database,
    Hooks hooks,
    Duration patience,
    Optional<Path> history,
    String command) {}
