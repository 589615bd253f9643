import { Away, Refused } from "../../wire/http";
import { words } from "../../words";
import type { Edit, Problem } from "./edit";
import { text, type Kind, type Values } from "./thing";

/** The field that holds the name of a thing, and may hold each name once. */
export const NAMES: Record<Kind, string> = {
  users: "userName",
  "agent-groups": "name",
  places: "name",
  "place-groups": "name",
  workbins: "name",
  queues: "name",
  dispositions: "name",
  "agent-states": "operationName",
};

/** What a new thing of each kind has before anything is typed. */
export const BLANKS: Record<Kind, Values> = {
  users: {
    userName: "",
    firstName: "",
    lastName: "",
    emailAddress: "",
    password: "",
    changePasswordOnFirstLogin: true,
    roles: ["ROLE_AGENT"],
    defaultPlace: "",
    enabled: true,
  },
  "agent-groups": { name: "", members: [], managers: [] },
  places: { name: "" },
  "place-groups": { name: "", places: [] },
  workbins: { name: "", displayName: "", type: "AgentGroup" },
  queues: { name: "" },
  dispositions: { name: "", displayName: "" },
  "agent-states": { operationName: "", displayName: "", state: "NotReady" },
};

/** What can be said before the server is asked. */
export function missing(edit: Edit): Problem | undefined {
  const field = NAMES[edit.kind];
  return text(edit.values, field).trim() === ""
    ? { field, text: words.administration.form.needed }
    : undefined;
}

/** A refusal, with the field that it is about. */
export function problem(error: unknown, kind: Kind, fields: readonly string[]): Problem {
  if (error instanceof Away) {
    return { field: undefined, text: words.administration.form.away };
  }
  if (!(error instanceof Refused)) {
    throw error;
  }
  return { field: blamed(error, kind, fields), text: sentence(error) };
}

/** What the server said, as a sentence. */
export function sentence(error: unknown): string {
  if (error instanceof Away) {
    return words.administration.form.away;
  } else if (error instanceof Refused) {
    return `${error.message.replace(/\.$/, "")}.`;
  }
  throw error;
}

/** The server names the parameter in the sentence, or the sentence can be about one field only. */
function blamed(error: Refused, kind: Kind, fields: readonly string[]): string | undefined {
  const said = error.message;
  if (error.code === 18) {
    return NAMES[kind];
  }
  if (/^A password /.test(said)) {
    return "password";
  }
  if (/user name/i.test(said) && fields.includes("userName")) {
    return "userName";
  }
  if (/operation/i.test(said) && fields.includes("operationName")) {
    return "operationName";
  }
  if (/last administrator/.test(said)) {
    return undefined;
  }
  if (error.status === 404 && /place$/.test(said) && fields.includes("defaultPlace")) {
    return "defaultPlace";
  }
  return fields.find((field) => new RegExp(`\\b${field}\\b`).test(said));
}
