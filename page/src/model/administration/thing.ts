/** The kinds of things that a contact centre is made of, in the order in which they are shown. */
export const KINDS = [
  "users",
  "agent-groups",
  "places",
  "place-groups",
  "workbins",
  "queues",
  "dispositions",
  "agent-states",
] as const;

export type Kind = (typeof KINDS)[number];

export type Value = string | boolean | readonly string[];
export type Values = Readonly<Record<string, Value>>;

/** One thing of the contact centre as administrators see it. */
export interface Thing {
  /** What the address of the page and of the API calls it. */
  key: string;
  /** What the audit trail calls it, where that is known. */
  id: string | undefined;
  /** What people call it. */
  name: string;
  values: Values;
  /** Whether it is the same everywhere. */
  fixed: boolean;
}

/** A thing, and the version of the contact centre in which it was so. */
export interface Version {
  thing: Thing;
  tag: string | undefined;
}

/** Where things of one kind are read and changed. */
export interface Shelf {
  list(): Promise<Thing[]>;
  read(key: string): Promise<Version>;
  /** Returns the key of what was added. */
  create(values: Values): Promise<string>;
  /** Changes what is named, and only where that version is the newest. */
  change(thing: Thing, changed: Values, tag: string | undefined): Promise<void>;
  remove(thing: Thing, tag: string | undefined): Promise<void>;
}

export function sameValue(one: Value | undefined, other: Value | undefined): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && [...one].sort().join() === [...other].sort().join();
  }
  return one === other;
}

/** What is in one and not, or not so, in the other. */
export function differences(values: Values, from: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => !sameValue(value, from[name])),
  );
}

export function text(values: Values, name: string): string {
  const value = values[name];
  return typeof value === "string" ? value : "";
}

export function texts(values: Values, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
