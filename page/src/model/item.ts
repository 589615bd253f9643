import { NumberText } from "../wire/http";

/** The media, in the words of the wire. */
export const MEDIA = {
  chat: { many: "chats", resource: "chats", operation: "Chat" },
  email: { many: "emails", resource: "emails", operation: "Email" },
  workitem: { many: "workitems", resource: "workitems", operation: "Workitem" },
  tweet: { many: "tweets", resource: "tweets", operation: "Tweet" },
  facebook: { many: "facebook", resource: "facebook", operation: "Facebook" },
  facebooksession: {
    many: "facebooksessions",
    resource: "facebooksessions",
    operation: "Facebooksession",
  },
  openmedia: { many: "openmedia", resource: "openmedia", operation: "Openmedia" },
} as const;

export type Medium = keyof typeof MEDIA;

export const ALL_MEDIA = Object.keys(MEDIA) as Medium[];

/** A value of user data. */
export type Value =
  string | number | boolean | null | NumberText | Value[] | { [key: string]: Value };

export type UserData = Record<string, Value>;

/** An e-mail as its author laid it out, which may do anything, and as plain text. */
export interface Letter {
  readonly html: string;
  readonly plain: string;
}

/** One interaction as the page needs it, however it was told. */
export interface Item {
  readonly id: string;
  readonly medium: Medium;
  /** What the sort of open media is called, like `callback`. */
  readonly mediaType: string | undefined;
  readonly subject: string;
  readonly customer: string;
  readonly received: number;
  readonly priority: number;
  readonly seq: number;
  /** What was attached; without the keys of the platform. */
  readonly userData: UserData;
  /** The members of its medium that are texts, like `message`. */
  readonly texts: ReadonlyMap<string, string>;
  /** What an e-mail says, where that is markup. */
  readonly letter: Letter | undefined;
  readonly comment: string;
  readonly state: string | undefined;
  readonly capabilities: readonly string[];
  readonly hold: number | undefined;
  /** The name of the workbin that it was taken from. */
  readonly cameFrom: string | undefined;
  /** All that can be searched for, in lower case. */
  readonly haystack: string;
}

/** What only the server sets in user data. */
const PLATFORM = new Set([
  "Workbin",
  "WorkbinAgentId",
  "WorkbinGroupId",
  "WorkbinPlaceId",
  "WorkbinPlaceGroupId",
  "InteractionId",
  "LastAgentId",
  "SubmittedAt",
  "SubmittedBy",
  "SubmitSeq",
  "AssignedAt",
  "AssignedTo",
  "DeliveredAt",
  "PlacedInQueueAt",
  "PlaceInQueueSeq",
  "IsHeld",
  "IsLocked",
]);

/** The members of an interaction that are shown as they are. */
const TEXTS = ["from", "to", "cc", "bcc", "message", "text", "body", "bodyAsPlainText"];

type Wire = Record<string, unknown>;

/** Reads what the server told of an interaction. */
export function itemOf(
  medium: Medium,
  wire: Wire,
  place?: { priority: number; seq: number },
): Item {
  const all = (wire["userData"] ?? {}) as UserData;
  const userData = Object.fromEntries(Object.entries(all).filter(([key]) => !PLATFORM.has(key)));
  const texts = new Map<string, string>();
  for (const name of TEXTS) {
    const value = wire[name];
    if (value !== undefined && value !== null && value !== "") {
      texts.set(name, Array.isArray(value) ? value.map(textOf).join(", ") : textOf(value as Value));
    }
  }
  const letter = letterOf(wire, texts);
  const subject = textOf((wire["subject"] as Value) ?? userData["Subject"] ?? "");
  const customer = nameOf(userData, texts);
  return {
    id: String(wire["id"]),
    medium,
    mediaType: wire["mediaType"] as string | undefined,
    subject,
    customer,
    received: timeOf(String(wire["receivedDate"] ?? "")),
    priority: place?.priority ?? integer(userData["Priority"]),
    seq: place?.seq ?? integer(all["PlaceInQueueSeq"]),
    userData,
    texts,
    letter,
    comment: textOf((wire["comment"] as Value) ?? ""),
    state: wire["state"] as string | undefined,
    capabilities: (wire["capabilities"] as string[] | undefined) ?? [],
    hold: wire["hold"] === undefined ? undefined : Number(wire["hold"]),
    cameFrom: all["Workbin"] === undefined ? undefined : textOf(all["Workbin"]),
    haystack: haystack(String(wire["id"]), subject, customer, userData, texts),
  };
}

/** A value as text for people. */
export function textOf(value: Value | undefined): string {
  if (value === undefined || value === null) {
    return "";
  }
  if (typeof value === "object" && !(value instanceof NumberText)) {
    return JSON.stringify(value, (_, inner) => (inner instanceof NumberText ? inner.text : inner));
  }
  return String(value);
}

/** Whether people may change it in a field of one line. */
export function isPlain(value: Value | undefined): boolean {
  return value === null || typeof value !== "object" || value instanceof NumberText;
}

/** The value that a text stands for where there was that other before: numbers stay numbers. */
export function valueOf(text: string, before: Value | undefined): Value {
  const number = typeof before === "number" || before instanceof NumberText;
  if (number && /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)) {
    return new NumberText(text);
  }
  if (typeof before === "boolean" && (text === "true" || text === "false")) {
    return text === "true";
  }
  return text;
}

/** Whether one comes before the other in its bin. */
export function inBinOrder(a: Item, b: Item): number {
  return b.priority - a.priority || a.seq - b.seq || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Takes the markup out of the texts; where there is none, one of two texts is enough. */
function letterOf(wire: Wire, texts: Map<string, string>): Letter | undefined {
  const body = texts.get("body");
  const plain = texts.get("bodyAsPlainText");
  const mime = textOf((wire["mime"] as Value) ?? "text/html");
  if (body !== undefined && /^(text\/html|application\/xhtml\+xml)\b/i.test(mime)) {
    texts.delete("body");
    texts.delete("bodyAsPlainText");
    return { html: body, plain: plain ?? "" };
  }
  if (plain !== undefined) {
    texts.delete("body");
  }
  return undefined;
}

function nameOf(userData: UserData, texts: ReadonlyMap<string, string>): string {
  const name = [userData["FirstName"], userData["LastName"]].map(textOf).filter(Boolean).join(" ");
  return name || textOf(userData["FromAddress"]) || (texts.get("from") ?? "");
}

function integer(value: Value | undefined): number {
  const number = Number(textOf(value));
  return Number.isSafeInteger(number) ? number : 0;
}

/** The contract's times have no T and no colon in the zone. */
export function timeOf(text: string): number {
  const parts = /^(\S+)[ T](\S+?)([+-]\d\d):?(\d\d)$/.exec(text);
  return Date.parse(parts ? `${parts[1]}T${parts[2]}${parts[3]}:${parts[4]}` : text);
}

function haystack(
  id: string,
  subject: string,
  customer: string,
  userData: UserData,
  texts: ReadonlyMap<string, string>,
): string {
  return [id, subject, customer, ...texts.values(), ...Object.values(userData).map(textOf)]
    .join("\n")
    .toLocaleLowerCase();
}
