import type { Centre } from "../../model/administration/centre";
import { text, texts, type Kind, type Thing } from "../../model/administration/thing";
import { words } from "../../words";

const own = words.administration;
const names = new Intl.Collator(undefined, { numeric: true });

/** One column of a list of things. */
export interface Column {
  name: string;
  text: (thing: Thing, centre: Centre) => string;
}

const plain = (name: string): Column => ({ name, text: (thing) => text(thing.values, name) });

const called: Column = { name: "name", text: (thing) => thing.name };

/** The names of those that a thing refers to. */
function referred(name: string, kind: Kind): Column {
  return {
    name,
    text: (thing, centre) =>
      texts(thing.values, name)
        .map((key) => centre.stocks.name(kind, key))
        .sort(names.compare)
        .join(", "),
  };
}

function labelled(name: string, labels: Record<string, string>): Column {
  return {
    name,
    text: (thing) => {
      const value = text(thing.values, name);
      return labels[value] ?? value;
    },
  };
}

const COLUMNS: Record<Kind, readonly Column[]> = {
  users: [
    called,
    plain("userName"),
    { name: "roles", text: (thing) => roles(thing) },
    plain("defaultPlace"),
  ],
  "agent-groups": [called, referred("members", "users"), referred("managers", "users")],
  places: [
    called,
    { name: "defaultOf", text: (thing, centre) => centre.stocks.sitters(thing.name) },
  ],
  "place-groups": [called, referred("places", "places")],
  workbins: [{ ...called, name: "displayName" }, plain("name"), labelled("type", own.types)],
  queues: [called],
  dispositions: [{ ...called, name: "displayName" }, plain("name")],
  "agent-states": [
    { ...called, name: "displayName" },
    plain("operationName"),
    labelled("state", own.states),
  ],
};

export function columnsOf(kind: Kind): readonly Column[] {
  return COLUMNS[kind];
}

export function columnTitle(kind: Kind, column: string): string {
  return kind === "agent-states" && column === "operationName"
    ? (own.columns["name"] ?? column)
    : (own.columns[column] ?? column);
}

function roles(thing: Thing): string {
  return texts(thing.values, "roles")
    .map((role) => own.roles[role]?.[0] ?? role)
    .join(", ");
}
