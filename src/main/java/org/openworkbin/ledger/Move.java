package org.openworkbin.ledger;

import java.util.Optional;
import java.util.OptionalLong;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Interaction.Placement;

/**
 * A wish to move one interaction from one location to another, or, where the two are the same, to
 * change what it holds. It is decided by whether the interaction is still at {@code from}, and by
 * what {@code terms} ask for besides.
 *
 * @param medium where given, the interaction has to be of it
 * @param actor who moves it; where the server does so by itself, whom it is taken from
 * @param referenceId the number that the asker was given for this request, 0 where nobody asked
 */
public record Move(
    InteractionId interaction,
    Optional<Medium> medium,
    Location from,
    Location to,
    UserId actor,
    Reason reason,
    long referenceId,
    Terms terms) {

  public Move(
      InteractionId interaction,
      Optional<Medium> medium,
      Location from,
      Location to,
      UserId actor,
      Reason reason,
      long referenceId) {
    this(interaction, medium, from, to, actor, reason, referenceId, Terms.NONE);
  }

  /** Whether it stays where it is, and only its content changes. */
  public boolean isEdit() {
    return from.equals(to);
  }

  /** The same move with these terms. */
  public Move on(Terms asked) {
    return new Move(interaction, medium, from, to, actor, reason, referenceId, asked);
  }

  /**
   * What a move asks for besides.
   *
   * @param hold the fence: {@link Interaction#hold} has to be this number
   * @param revision the content that it has from now on; an edit has to have one
   * @param oldPlace whether it takes its old position, which it has to have in the bin it was last
   *     taken out of
   * @param place the position it takes, which it had in that bin before; else it is placed last
   * @param note kept with the interaction for as long as it stays there
   * @param savesLastAgent whether {@code actor} is kept as the last agent of the interaction's
   *     contact
   */
  public record Terms(
      OptionalLong hold,
      Optional<Revision> revision,
      boolean oldPlace,
      Optional<Placement> place,
      Optional<String> note,
      boolean savesLastAgent) {
    /** Nothing besides. */
    public static final Terms NONE =
        new Terms(
            OptionalLong.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            false);

    /** The same, guarded by the number of the entry that put the interaction where it is. */
    public Terms fencedBy(long number) {
      return new Terms(OptionalLong.of(number), revision, oldPlace, place, note, savesLastAgent);
    }

    /** The same, with new content. */
    public Terms revising(long basedOn, Content content) {
      return new Terms(
          hold, Optional.of(new Revision(basedOn, content)), oldPlace, place, note, savesLastAgent);
    }

    /** The same, back to the old position. */
    public Terms toOldPlace() {
      return new Terms(hold, revision, true, place, note, savesLastAgent);
    }

    /** The same, to a position that it had before. */
    public Terms toPlace(Placement position) {
      return new Terms(hold, revision, oldPlace, Optional.of(position), note, savesLastAgent);
    }

    /** The same, with a note. */
    public Terms noted(String text) {
      return new Terms(hold, revision, oldPlace, place, Optional.of(text), savesLastAgent);
    }

    /** The same, keeping the actor as the contact's last agent. */
    public Terms savingLastAgent() {
      return new Terms(hold, revision, oldPlace, place, note, true);
    }
  }

  /**
   * New content in the place of old.
   *
   * @param basedOn the {@link Interaction#contentVersion} that it was made from; another one is
   *     refused
   */
  public record Revision(long basedOn, Content content) {}
}
