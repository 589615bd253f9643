import type { Kind } from "../../model/administration/thing";
import { words } from "../../words";

const own = words.administration;

/** How a field of a thing is typed. */
export type Input = "text" | "email" | "password" | "check" | "checks" | "select" | "chooser";

export interface Field {
  name: string;
  input: Input;
  /** Of new things alone, or not to be changed in those that are there. */
  only?: "new" | "once";
  /** Beside the next one, where there is room. */
  half?: true;
  /** What is chosen among, where these are things. */
  among?: Kind;
  options?: readonly (readonly [string, string])[];
}

const roles = Object.entries(own.roles).map(
  ([role, [name, what]]) => [role, `${name}: ${what}`] as const,
);
const types = Object.entries(own.types);
const states = Object.entries(own.states).filter(([state]) => state !== "LoggedOut");

/** What there is to type about things of each kind, from top to bottom. */
export const FORMS: Record<Kind, readonly Field[]> = {
  users: [
    { name: "userName", input: "text", only: "once" },
    { name: "firstName", input: "text", half: true },
    { name: "lastName", input: "text", half: true },
    { name: "emailAddress", input: "email" },
    { name: "password", input: "password", only: "new" },
    { name: "changePasswordOnFirstLogin", input: "check" },
    { name: "roles", input: "checks", options: roles },
    { name: "defaultPlace", input: "select", among: "places" },
    { name: "enabled", input: "check" },
  ],
  "agent-groups": [
    { name: "name", input: "text" },
    { name: "members", input: "chooser", among: "users" },
    { name: "managers", input: "chooser", among: "users" },
  ],
  places: [{ name: "name", input: "text" }],
  "place-groups": [
    { name: "name", input: "text" },
    { name: "places", input: "chooser", among: "places" },
  ],
  workbins: [
    { name: "displayName", input: "text" },
    { name: "name", input: "text" },
    { name: "type", input: "select", only: "once", options: types },
  ],
  queues: [{ name: "name", input: "text" }],
  dispositions: [
    { name: "displayName", input: "text" },
    { name: "name", input: "text", only: "once" },
  ],
  "agent-states": [
    { name: "displayName", input: "text" },
    { name: "operationName", input: "text", only: "once" },
    { name: "state", input: "select", options: states },
  ],
};

/** A value in words, for those who have to decide between two. */
export function inWords(
  field: Field | undefined,
  value: unknown,
  name: (kind: Kind, key: string) => string,
): string {
  if (typeof value === "boolean") {
    return value ? own.form.yes : own.form.no;
  }
  if (Array.isArray(value)) {
    const parts = value.map((each) => {
      const key = String(each);
      const role = own.roles[key]?.[0];
      return field?.among ? name(field.among, key) : (role ?? key);
    });
    return parts.sort().join(", ") || own.form.none;
  }
  const option = field?.options?.find(([key]) => key === value)?.[1];
  return option ?? (String(value ?? "") || own.form.none);
}
