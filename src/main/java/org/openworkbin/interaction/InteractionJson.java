package org.openworkbin.interaction;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.openworkbin.http.MessageText;
import org.openworkbin.http.ObjectText;
import org.openworkbin.http.Selection;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.interaction.Participants.Participant;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Medium;
import tools.jackson.core.JsonGenerator;

/**
 * One interaction on the wire.
 *
 * <p>What was attached to it is written as the text that is stored, never parsed on the way. The
 * keys that the platform sets stand in {@code userData} in reads and media messages, and not in
 * what watchers of a bin are pushed: the seed's complete samples have none there.
 */
public final class InteractionJson {
  private static final List<String> LETTER = List.of("body", "bodyAsPlainText", "mime");

  private InteractionJson() {}

  /** A parked interaction as a read lists it: no {@code state}, no {@code uri}, platform keys. */
  public static void writeListed(JsonGenerator out, Interaction interaction, BinNames bin) {
    out.writeStartObject();
    writeListedMembers(out, interaction, bin);
    out.writeEndObject();
  }

  /** The same with those members alone that are wanted, and its id. */
  public static void writeListed(
      JsonGenerator out, Interaction interaction, BinNames bin, Selection fields) {
    if (fields.all()) {
      writeListed(out, interaction, bin);
    } else {
      String whole = MessageText.of(members -> writeListedMembers(members, interaction, bin));
      out.writeRawValue(ObjectText.parse(whole).only(fields).toString());
    }
  }

  private static void writeListedMembers(JsonGenerator out, Interaction interaction, BinNames bin) {
    writeParkedMembers(out, interaction, bin);
    out.writeName("userData");
    out.writeStartObject();
    writeIdentity(out, interaction);
    writePlacement(out, interaction, bin);
    writeMembersOf(out, interaction.content().userData());
    out.writeEndObject();
  }

  /** A parked interaction as watchers are pushed it: {@code userData} is what was attached. */
  public static void writePushed(JsonGenerator out, Interaction interaction, BinNames bin) {
    out.writeStartObject();
    writeParkedMembers(out, interaction, bin);
    out.writeName("userData");
    out.writeRawValue(interaction.content().userData());
    out.writeEndObject();
  }

  /** An interaction as the one who moved it is told of it. */
  static void writeStanding(JsonGenerator out, Interaction interaction, Standing standing) {
    out.writeStartObject();
    writeCommonMembers(out, interaction, standing.participants(), standing.capabilities());
    writeMembersOf(out, interaction.content().attributes());
    out.writeStringProperty("state", standing.state().wireName());
    out.writeStringProperty("uri", standing.uri());
    if (standing.hold().isPresent()) {
      out.writeNumberProperty("hold", standing.hold().getAsLong());
    }
    out.writeName("userData");
    out.writeStartObject();
    writeIdentity(out, interaction);
    writeHistory(out, interaction, standing.holder());
    standing.bin().ifPresent(bin -> writePlacement(out, interaction, bin));
    writeMembersOf(out, interaction.content().userData());
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void writeParkedMembers(JsonGenerator out, Interaction interaction, BinNames bin) {
    writeCommonMembers(out, interaction, List.of(), List.of());
    writeMembersOf(out, withoutLetter(interaction));
    if (interaction.medium() == Medium.EMAIL) {
      out.writeStringProperty("interactionQueue", bin.workbin() + "/PrivateQueue");
      out.writeStringProperty("interactionType", interaction.content().direction());
      if (bin.ownerKind() == OwnerKind.AGENT) {
        out.writeStringProperty("assignedTo", bin.owner());
      }
    }
  }

  private static void writeCommonMembers(
      JsonGenerator out,
      Interaction interaction,
      List<Participant> participants,
      List<String> capabilities) {
    MediumTerms terms = MediumTerms.of(interaction.medium());
    Content content = interaction.content();
    out.writeStringProperty("id", interaction.id().value());
    out.writeStringProperty(terms.typeKey(), content.direction());
    out.writeName("capabilities");
    out.writeStartArray();
    capabilities.forEach(out::writeString);
    out.writeEndArray();
    if (terms.hasParticipants()) {
      out.writeName("participants");
      out.writeStartArray();
      participants.forEach(participant -> writeParticipant(out, participant));
      out.writeEndArray();
    }
    out.writeStringProperty("receivedDate", content.receivedDate());
  }

  /** What an e-mail says is for the one who has it in hand; as recorded, a bin lists none of it. */
  private static String withoutLetter(Interaction interaction) {
    String attributes = interaction.content().attributes();
    return interaction.medium() == Medium.EMAIL && attributes.contains("\"body")
        ? ObjectText.parse(attributes).without(LETTER).toString()
        : attributes;
  }

  private static void writeIdentity(JsonGenerator out, Interaction interaction) {
    out.writeStringProperty("InteractionId", interaction.id().value());
    interaction
        .lastAgent()
        .ifPresent(agent -> out.writeStringProperty("LastAgentId", agent.value()));
  }

  private static void writeParticipant(JsonGenerator out, Participant participant) {
    out.writeStartObject();
    out.writeStringProperty("participantId", participant.id());
    out.writeStringProperty("nickname", participant.nickname());
    out.writeStringProperty("type", "Agent");
    out.writeEndObject();
  }

  private static void writePlacement(JsonGenerator out, Interaction interaction, BinNames bin) {
    interaction
        .placement()
        .ifPresent(placement ->
            out.writeStringProperty("PlaceInQueueSeq", Long.toString(placement.seq())));
    out.writeStringProperty("Workbin", bin.workbin());
    out.writeStringProperty(bin.ownerKey(), bin.owner());
  }

  private static void writeHistory(
      JsonGenerator out, Interaction interaction, Optional<String> holder) {
    out.writeStringProperty("SubmittedAt", seconds(interaction.submittedAt()));
    out.writeStringProperty("SubmittedBy", interaction.submittedBy());
    out.writeStringProperty("SubmitSeq", Long.toString(micros(interaction.submittedAt())));
    interaction
        .placement()
        .ifPresent(
            placement -> out.writeStringProperty("PlacedInQueueAt", seconds(placement.at())));
    holder.ifPresent(userName -> {
      out.writeStringProperty("AssignedTo", userName);
      out.writeStringProperty("AssignedAt", seconds(interaction.since()));
      out.writeStringProperty("DeliveredAt", seconds(interaction.since()));
    });
    out.writeNumberProperty("IsHeld", 0);
    out.writeNumberProperty("IsLocked", 0);
  }

  /** Splices the members of a stored JSON object into the one being written, which has some. */
  private static void writeMembersOf(JsonGenerator out, String object) {
    int first = 1;
    int last = object.length() - 1;
    while (first < last && object.charAt(first) <= ' ') {
      first++;
    }
    if (first < last) {
      out.writeRaw(',');
      out.writeRaw(object, first, last - first);
    }
  }

  /** The later it came the higher. */
  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** Times inside {@code userData}: ISO, UTC, whole seconds. */
  private static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
