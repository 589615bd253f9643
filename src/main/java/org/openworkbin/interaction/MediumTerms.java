package org.openworkbin.interaction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Medium;
import org.openworkbin.push.Topic;

/**
 * What one medium is called on the wire. The names are not derivable from each other: they grew
 * that way in the contract ({@code spec/workbins.md} 8, {@code spec/interactions.md} 1.2 and 1.3).
 *
 * @param operationSuffix {@code Chat} in {@code PullChat}
 * @param singular names the medium in {@code subresources} and is the payload's key in its messages
 * @param collection the key and path segment of a list
 * @param typeKey holds {@code Inbound} or {@code Outbound}
 * @param stateResourceKey the payload's key in a {@code WorkbinStateChangeMessage}
 * @param topic where its messages go
 * @param messageType of its messages
 * @param path below {@code /api/v2/}, where its {@code uri} points
 * @param hasParticipants whether people join and leave it like a chat
 */
public record MediumTerms(
    Medium medium,
    String operationSuffix,
    String singular,
    String collection,
    String typeKey,
    String stateResourceKey,
    Topic topic,
    String messageType,
    String path,
    boolean hasParticipants) {

  private static final MediumTerms CHAT =
      terms(Medium.CHAT, "Chat", "chats", Topic.CHATS, "chats", true);
  private static final MediumTerms EMAIL =
      terms(Medium.EMAIL, "Email", "emails", Topic.EMAILS, "email", false);
  private static final MediumTerms WORKITEM =
      terms(Medium.WORKITEM, "Workitem", "workitems", Topic.WORKITEMS, "workitems", false);
  private static final MediumTerms TWEET =
      terms(Medium.TWEET, "Tweet", "tweets", Topic.TWITTER, "tweet", false);
  private static final MediumTerms FACEBOOK =
      terms(Medium.FACEBOOK, "Facebook", "facebook", Topic.FACEBOOK, "facebooks", false);
  private static final MediumTerms FACEBOOKSESSION =
      terms(
          Medium.FACEBOOKSESSION,
          "Facebooksession",
          "facebooksessions",
          Topic.FACEBOOKSESSION,
          "facebooksessions",
          true);
  private static final MediumTerms OPENMEDIA =
      terms(Medium.OPENMEDIA, "Openmedia", "openmedia", Topic.OPENMEDIA, "openmedia", false);

  private static final List<MediumTerms> ALL =
      Arrays.stream(Medium.values()).map(MediumTerms::of).toList();

  private static MediumTerms terms(
      Medium medium,
      String suffix,
      String collection,
      Topic topic,
      String path,
      boolean hasParticipants) {
    String singular = suffix.toLowerCase(Locale.ROOT);
    return new MediumTerms(
        medium,
        suffix,
        singular,
        collection,
        singular + "Type",
        singular + "StateResourceV2",
        topic,
        suffix + "StateChangeMessage",
        path,
        hasParticipants);
  }

  /** The names of that medium. */
  public static MediumTerms of(Medium medium) {
    return switch (medium) {
      case CHAT -> CHAT;
      case EMAIL -> EMAIL;
      case WORKITEM -> WORKITEM;
      case TWEET -> TWEET;
      case FACEBOOK -> FACEBOOK;
      case FACEBOOKSESSION -> FACEBOOKSESSION;
      case OPENMEDIA -> OPENMEDIA;
    };
  }

  /** The medium that an operation name ends in: {@code Chat}, {@code Email} …; compared exactly. */
  public static Optional<MediumTerms> ofOperationSuffix(String suffix) {
    return ALL.stream().filter(terms -> terms.operationSuffix.equals(suffix)).findFirst();
  }

  /** The medium of a {@code subresources} value: singular or plural, any case. */
  public static Optional<MediumTerms> ofSubresource(String name) {
    return ALL.stream()
        .filter(terms ->
            terms.singular.equalsIgnoreCase(name)
                || terms.collection.equalsIgnoreCase(name)
                || (terms.singular + "s").equalsIgnoreCase(name))
        .findFirst();
  }

  /** The medium of a path segment, in any of the spellings that the contract has for it. */
  static Optional<MediumTerms> ofSegment(String segment) {
    return ALL.stream()
        .filter(terms ->
            segment.equals(terms.collection)
                || segment.equals(terms.path)
                || segment.equals(terms.singular)
                || segment.equals(terms.singular + "s")
                || (terms.equals(TWEET) && segment.startsWith("twitter")))
        .findFirst();
  }

  /** The path of the resource of an interaction of this medium. */
  public String pathOf(Interaction item) {
    return "/" + path + "/" + item.id().value();
  }
}
