import type { Desk } from "../desk";
import type { Medium } from "../item";
import { personOf, type NamedBin, type Person, type Wire } from "./wire";

/** An item that somebody has in hand or is offered. */
export interface Held {
  readonly id: string;
  readonly medium: Medium;
  readonly subject: string;
  readonly isOffered: boolean;
  readonly hold: number | undefined;
  readonly since: number;
  /** When it goes back by itself, if nothing is heard of him. */
  readonly leaseUntil: number | undefined;
  /** Where it was taken from. */
  readonly from: NamedBin | undefined;
}

/** Somebody with what he has in hand. */
export interface Holder {
  readonly person: Person;
  readonly items: readonly Held[];
  /** How many more there are that the reader may not see. */
  readonly hidden: number;
}

const QUIET = 300;
const PAUSE = 1_000;
const MOST = 1_000;

/** Who has what in hand, as the server tells it when it is asked. */
export class Holders {
  all: readonly Holder[] = [];
  /** How many people there are, of whom the first are told. */
  people = 0;
  known = false;

  private ahead = 0;
  private due: ReturnType<typeof setTimeout> | undefined;
  private asking = false;
  private asked = 0;

  constructor(
    private readonly desk: Desk,
    private readonly group: () => string | undefined,
  ) {}

  /** The time by the server's clock, which the times of the holds are of. */
  get now(): number {
    return Date.now() + this.ahead;
  }

  /** How many items are in hand altogether. */
  get count(): number {
    return this.all.reduce((sum, each) => sum + each.items.length + each.hidden, 0);
  }

  /** Something has happened: asks soon, once for all that happens together. */
  nudge(): void {
    const pause = Math.max(QUIET, this.asked + PAUSE - Date.now());
    this.due ??= setTimeout(() => {
      this.due = undefined;
      void this.load();
    }, pause);
  }

  private async load(): Promise<void> {
    if (this.asking) {
      this.nudge();
      return;
    }
    this.asking = true;
    this.asked = Date.now();
    try {
      const answer = await this.desk.http.get("/hands", {
        agentGroup: this.group(),
        limit: MOST,
      });
      this.ahead = Date.parse(String(answer["now"])) - Date.now();
      this.all = (answer["hands"] as Wire[]).map(holderOf);
      this.people = Number(answer["totalCount"]);
      this.known = true;
      this.desk.changed();
    } catch {
      // It is asked again soon, and the connection says itself that it is gone.
    } finally {
      this.asking = false;
    }
  }
}

function holderOf(wire: Wire): Holder {
  return {
    person: personOf(wire["user"] as Wire),
    items: (wire["items"] as Wire[]).map(heldOf).sort((a, b) => a.since - b.since),
    hidden: Number(wire["hidden"] ?? 0),
  };
}

function heldOf(wire: Wire): Held {
  const lease = wire["leaseUntil"];
  return {
    id: String(wire["id"]),
    medium: String(wire["medium"]) as Medium,
    subject: String(wire["subject"] ?? ""),
    isOffered: wire["state"] === "Invited",
    hold: wire["hold"] === undefined ? undefined : Number(wire["hold"]),
    since: Date.parse(String(wire["since"])),
    leaseUntil: lease === undefined ? undefined : Date.parse(String(lease)),
    from: wire["from"] === undefined ? undefined : namedBin(wire["from"] as Wire),
  };
}

/** A bin as the server names it beside an item or a move. */
export function namedBin(wire: Wire): NamedBin {
  const owner = wire["owner"] as Wire | undefined;
  const type = String(wire["type"] ?? "");
  const workbin = String(wire["workbinId"]);
  const name = owner === undefined ? undefined : String(owner["name"] ?? personOf(owner).name);
  const byName = name === undefined ? String(owner?.["id"]) : name;
  return {
    address: {
      workbin,
      agentGroup: type === "AgentGroup" ? byName : undefined,
      placeGroup: type === "PlaceGroup" ? byName : undefined,
      user: type === "Agent" ? String(owner?.["id"]) : undefined,
    },
    displayName: String(wire["displayName"] ?? wire["workbinName"] ?? workbin),
    ownerName: name,
  };
}
