package org.openworkbin.interaction;

import java.util.Optional;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.Fence;
import org.openworkbin.http.ObjectText;
import org.openworkbin.http.Repetition;
import org.openworkbin.id.InteractionId;
import org.openworkbin.ledger.Medium;
import org.openworkbin.refusal.Refusal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Operations on interactions ({@code spec/interactions.md} 3). */
@RestController
final class MediaOperationResource {
  private final Features features;
  private final CommandReader reader;
  private final TransferTargets targets;
  private final MediaOperations operations;
  private final Creations creations;
  private final KeptMoves answers;

  MediaOperationResource(
      Features features,
      CommandReader reader,
      TransferTargets targets,
      MediaOperations operations,
      Creations creations,
      KeptMoves answers) {
    this.features = features;
    this.reader = reader;
    this.targets = targets;
    this.operations = operations;
    this.creations = creations;
    this.answers = answers;
  }

  @PostMapping({MediaResource.ONE_OF_MINE, MediaResource.ONE})
  Answer one(
      Caller caller,
      @PathVariable("segment") String segment,
      @PathVariable("id") String id,
      Body body,
      Fence fence,
      Repetition repetition) {
    return run(caller, medium(segment), id, body, fence, repetition);
  }

  @PostMapping(MediaResource.ONE_OF_MY_OPENMEDIA)
  Answer oneOfMyOpenmedia(
      Caller caller, @PathVariable("id") String id, Body body, Fence fence, Repetition repetition) {
    return run(caller, medium("openmedia"), id, body, fence, repetition);
  }

  @PostMapping(MediaResource.MINE)
  Answer create(
      Caller caller, @PathVariable("segment") String segment, Body body, Repetition repetition) {
    return create(caller, medium(segment), Optional.empty(), body, repetition);
  }

  @PostMapping(MediaResource.MY_OPENMEDIA)
  Answer createOpenmedia(
      Caller caller,
      @PathVariable("mediaType") String mediaType,
      Body body,
      Repetition repetition) {
    return create(caller, medium("openmedia"), Optional.of(mediaType), body, repetition);
  }

  private Answer run(
      Caller caller, Medium medium, String id, Body body, Fence fence, Repetition repetition) {
    InteractionId interaction =
        InteractionId.parse(id)
            .orElseThrow(() -> new Refusal.Unknown("interaction", id).asException());
    MediaOperation operation = CommandReader.operation(body);
    return answers.answer(
        repetition,
        body,
        (number, keep) ->
            operations.run(
                new Wish(caller.id(), interaction, Optional.of(medium), fence.hold(), number),
                operation,
                reader.read(caller.id(), operation, body),
                keep));
  }

  private Answer create(
      Caller caller, Medium medium, Optional<String> mediaType, Body body, Repetition repetition) {
    return answers.answer(
        repetition,
        body,
        (number, keep) -> creations.create(caller, newItem(medium, mediaType, body), number, keep));
  }

  private NewItem newItem(Medium medium, Optional<String> mediaType, Body body) {
    if (!body.operationName().equals("Create")) {
      throw Body.unknownOperation();
    }
    return new NewItem(
        medium,
        targets.queue(body),
        body.optional("parentId").map(MediaOperationResource::parent),
        mediaType,
        body.object("userData").orElse(ObjectText.empty()));
  }

  private static InteractionId parent(String id) {
    return InteractionId.parse(id)
        .orElseThrow(
            () -> new Refusal.Invalid("parentId", "No interaction has such an id.").asException());
  }

  private Medium medium(String segment) {
    Medium medium =
        MediumTerms.ofSegment(segment)
            .orElseThrow(() -> new Refusal.Unknown("resource", segment).asException())
            .medium();
    features.requireOperation(medium);
    return medium;
  }
}
