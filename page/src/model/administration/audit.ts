import type { Http } from "../../wire/http";
import { timeOf } from "../item";
import { isObject, members, type Json } from "./json";
import { NAMES, sentence } from "./rules";
import { text, type Kind, type Thing } from "./thing";

/** One change of the contact centre. */
export interface Entry {
  number: number;
  at: number;
  version: number;
  author: string;
  kind: string;
  id: string;
  name: string;
  before: Json | undefined;
  after: Json | undefined;
}

/** Which changes are asked for. */
export interface Filter {
  kind: string;
  /** The id of a thing. */
  id: string;
  /** The id of who made the change. */
  user: string;
  /** Days, as they are in the reader's zone. */
  from: string;
  to: string;
}

export const EVERYTHING: Filter = { kind: "", id: "", user: "", from: "", to: "" };

/** What the audit trail calls the kinds. */
const KINDS: Record<Kind, string> = {
  users: "user",
  "agent-groups": "agent-group",
  places: "place",
  "place-groups": "place-group",
  workbins: "workbin",
  queues: "queue",
  dispositions: "setting",
  "agent-states": "setting",
};

export const AUDITED = [
  "user",
  "agent-group",
  "place",
  "place-group",
  "workbin",
  "queue",
  "setting",
  "feature",
  "skill",
  "device",
] as const;

const PAGE = 50;
const RECENT = 50;

export function auditKind(kind: Kind): string {
  return KINDS[kind];
}

/** Who changed what, the newest first, as far as it was asked for. */
export class Audit {
  entries: readonly Entry[] = [];
  known = false;
  busy = false;
  problem = "";
  private filter = EVERYTHING;
  private next: number | undefined;

  constructor(
    private readonly http: Http,
    private readonly changed: () => void,
  ) {}

  get more(): boolean {
    return this.next !== undefined;
  }

  /** Asks for the newest of those. */
  async show(filter: Filter): Promise<void> {
    this.filter = filter;
    this.entries = [];
    this.known = false;
    this.next = undefined;
    await this.page();
  }

  /** Asks for those before the last. */
  async older(): Promise<void> {
    await this.page();
  }

  /** The last change of a thing since that version, if there was one. */
  async lastChange(
    kind: Kind,
    thing: Thing,
    since: string | undefined,
  ): Promise<Entry | undefined> {
    const version = Number(since?.replaceAll('"', ""));
    const answer = await this.http.get("/administration/audit", {
      kind: KINDS[kind],
      limit: RECENT,
    });
    const name = text(thing.values, NAMES[kind]);
    return entries(answer["entries"]).find(
      (each) =>
        !(each.version <= version) &&
        (each.id === thing.id || nameOf(each.before) === name || nameOf(each.after) === name),
    );
  }

  private async page(): Promise<void> {
    const { filter } = this;
    this.busy = true;
    this.problem = "";
    this.changed();
    try {
      const answer = await this.http.get("/administration/audit", {
        ...query(filter),
        limit: PAGE,
        before: this.next,
      });
      if (filter === this.filter) {
        this.entries = [...this.entries, ...entries(answer["entries"])];
        this.next = answer["next"] as number | undefined;
        this.known = true;
      }
    } catch (error) {
      this.problem = sentence(error);
    } finally {
      this.busy = filter !== this.filter;
      this.changed();
    }
  }
}

function query(filter: Filter): Record<string, string | undefined> {
  return {
    kind: filter.kind || undefined,
    id: filter.id || undefined,
    user: filter.user || undefined,
    from: moment(filter.from, 0),
    to: moment(filter.to, 1),
  };
}

/** The beginning of a day of the reader, or of one after it. */
function moment(day: string, plus: number): string | undefined {
  const [year, month, date] = day.split("-").map(Number);
  return year && month && date ? new Date(year, month - 1, date + plus).toISOString() : undefined;
}

function entries(told: unknown): Entry[] {
  return members({ statusCode: 0, entries: told }, "entries").map((entry) => ({
    number: Number(entry["number"]),
    at: timeOf(String(entry["at"])),
    version: Number(entry["version"]),
    author: String(entry["author"]),
    kind: String(entry["kind"]),
    id: String(entry["id"]),
    name: String(entry["name"]),
    before: isObject(entry["before"]) ? entry["before"] : undefined,
    after: isObject(entry["after"]) ? entry["after"] : undefined,
  }));
}

function nameOf(form: Json | undefined): unknown {
  return form?.["userName"] ?? form?.["name"];
}
