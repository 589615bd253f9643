package org.openworkbin.center;

import java.util.List;
import java.util.Optional;
import org.openworkbin.ledger.Medium;

/** Reads the fields that only some media have, and makes the wire members of the medium of them. */
final class MediumFields {
  private static final int LONGEST_BODY = 64 * 1024;

  private final YamlObject entry;
  private final boolean inbound;
  private final AttributesJson json = new AttributesJson();

  private MediumFields(YamlObject entry, boolean inbound) {
    this.entry = entry;
    this.inbound = inbound;
  }

  /** The members as a JSON object. */
  static String read(YamlObject entry, Medium medium, boolean inbound) {
    MediumFields fields = new MediumFields(entry, inbound);
    switch (medium) {
      case EMAIL -> fields.readEmail();
      case TWEET -> fields.copy("from", "message", "twitterFromAddr", "parentId");
      case FACEBOOK -> fields.copy("from", "message", "subject");
      case OPENMEDIA ->
          entry.required("mediaType").ifPresent(type -> fields.add("mediaType", type));
      case CHAT, WORKITEM, FACEBOOKSESSION -> {}
    }
    return fields.json.end();
  }

  private void readEmail() {
    Optional<Text> parent = entry.text("parentId");
    String usual = inbound ? "InboundNew" : parent.isPresent() ? "OutboundReply" : "OutboundNew";
    json.add("interactionSubtype", entry.text("interactionSubtype").map(Text::value).orElse(usual));
    copy("subject", "from");
    List<Text> to = entry.texts("to");
    if (!to.isEmpty()) {
      json.add("to", to.stream().map(Text::value).toList());
    }
    parent.ifPresent(id -> add("parentId", id));
    readBody();
  }

  /** As the contract has it: markup in {@code body}, of which {@code mime} is the type. */
  private void readBody() {
    Optional<Text> body = entry.text("body", LONGEST_BODY);
    Optional<Text> mime = entry.label("mime");
    body.ifPresent(text -> {
      add("body", text);
      json.add("mime", mime.map(Text::value).orElse("text/html"));
    });
    entry.text("bodyAsPlainText", LONGEST_BODY).ifPresent(text -> add("bodyAsPlainText", text));
  }

  private void copy(String... names) {
    for (String name : names) {
      entry.text(name).ifPresent(text -> add(name, text));
    }
  }

  private void add(String name, Text text) {
    json.add(name, text.value());
  }
}
