package org.openworkbin.center;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.directory.PasswordRules;
import org.openworkbin.directory.Passwords;
import org.openworkbin.directory.User;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Creation;

/** Compares a contact-centre file with the store and says what loading it would change. */
public final class CenterPlanner {
  private final Directories directories;
  private final Passwords passwords;
  private final Predicate<InteractionId> isStored;
  private final IdGenerator ids;
  private final InstantSource clock;

  /**
   * @param isStored whether the ledger knows an interaction
   */
  public CenterPlanner(
      Directories directories,
      Passwords passwords,
      Predicate<InteractionId> isStored,
      IdGenerator ids,
      InstantSource clock) {
    this.directories = directories;
    this.passwords = passwords;
    this.isStored = isStored;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What the file asks for; writes nothing.
   *
   * @param yaml the text of the file
   * @param hashing makes the hashes of new passwords
   * @param rules what new passwords have to be like
   * @throws CenterFileException with every problem of the file
   */
  public ImportPlan plan(String yaml, PasswordHashing hashing, PasswordRules rules) {
    Problems problems = new Problems();
    Optional<YamlObject> file = YamlFile.parse(yaml, problems);
    if (file.isEmpty()) {
      throw new CenterFileException(problems);
    }
    Directory stored = directories.now();
    Registers registers = Registers.of(stored, problems);
    UserPart users = new UserPart(registers, ids, problems);
    FeaturePart features = new FeaturePart(stored.features(), problems);
    features.read(file.get());
    SettingPart settings = new SettingPart(stored, problems);
    settings.read(file.get());
    List<Creation> interactions = read(file.get(), registers, users, problems);
    if (!problems.isEmpty()) {
      throw new CenterFileException(problems);
    }
    Map<UserId, String> hashes = users.changedHashes(passwords, hashing, rules);
    if (!problems.isEmpty()) {
      throw new CenterFileException(problems);
    }
    List<Creation> missing =
        interactions.stream()
            .filter(each -> !isStored.test(each.id()))
            .sorted(Comparator.comparingLong(Creation::placedAt))
            .toList();
    List<Verdict> verdicts = new ArrayList<>(features.verdicts());
    verdicts.addAll(verdicts(registers, hashes, interactions, missing));
    verdicts.addAll(settings.verdicts());
    DirectoryChange change =
        change(registers, hashes, features).and(DirectoryChange.of(settings.changes()));
    return new ImportPlan(stored.version(), change, missing, verdicts);
  }

  private List<Creation> read(
      YamlObject file, Registers registers, UserPart users, Problems problems) {
    DirectoryPart directory = new DirectoryPart(registers, ids, problems);
    directory.readPlaces(file);
    directory.readPlaceGroups(file);
    directory.readSkills(file);
    users.read(file);
    directory.readDevices(file);
    directory.readAgentGroups(file);
    directory.readWorkbins(file);
    directory.readQueues(file);
    List<Creation> interactions =
        new InteractionPart(registers, clock.instant(), problems).read(file);
    file.done();
    return interactions;
  }

  private static DirectoryChange change(
      Registers registers, Map<UserId, String> hashes, FeaturePart features) {
    return new DirectoryChange(registers.changes(), Set.of(), hashes).and(features.change());
  }

  private static List<Verdict> verdicts(
      Registers registers,
      Map<UserId, String> hashes,
      List<Creation> interactions,
      List<Creation> missing) {
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.addAll(registers.users().verdicts(user -> passwordDifference(user, hashes)));
    verdicts.addAll(registers.verdictsBesideUsers());
    for (Creation each : interactions) {
      verdicts.add(
          new Verdict("interaction", each.id().value(), missing.contains(each), List.of()));
    }
    return verdicts;
  }

  private static List<String> passwordDifference(User user, Map<UserId, String> hashes) {
    return hashes.containsKey(user.id()) ? List.of("password") : List.of();
  }
}
