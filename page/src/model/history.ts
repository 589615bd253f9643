import type { Http } from "../wire/http";

/** Where an item was or went. */
export interface Whereabouts {
  kind: "bin" | "hand" | "offer" | "queue" | "ended" | "nowhere" | "hidden";
  /** The bin's, the agent's or the queue's, for people. */
  name: string | undefined;
}

/** One step of an item's way. */
export interface Step {
  at: number;
  reason: string;
  /** Who did it; none where the server did. */
  actor: string | undefined;
  actorId: string | undefined;
  from: Whereabouts;
  to: Whereabouts;
}

type Wire = Record<string, unknown>;

/** What happened to an item, the newest first. */
export async function history(http: Http, id: string, limit = 100): Promise<Step[]> {
  const answer = await http.get(`/interactions/${id}/history`, { limit });
  return (answer["history"] as Wire[]).map((wire) => ({
    at: Date.parse(String(wire["at"])),
    reason: String(wire["reason"]),
    actor: nameOf(wire["actor"] as Wire | undefined),
    actorId: (wire["actor"] as Wire | undefined)?.["id"] as string | undefined,
    from: whereabouts(wire["from"] as Wire),
    to: whereabouts(wire["to"] as Wire),
  }));
}

export async function lastStep(http: Http, id: string): Promise<Step | undefined> {
  return (await history(http, id, 1))[0];
}

function whereabouts(wire: Wire): Whereabouts {
  const owner = (wire["agentGroup"] ?? wire["placeGroup"]) as string | undefined;
  const bin = (wire["workbin"] as Wire | undefined)?.["displayName"] as string | undefined;
  return {
    kind: String(wire["kind"]) as Whereabouts["kind"],
    name:
      bin === undefined
        ? (nameOf(wire["agent"] as Wire | undefined) ?? (wire["queue"] as string | undefined))
        : owner === undefined
          ? bin
          : `${bin} (${owner})`,
  };
}

/** The name of a user as people say it. */
export function nameOf(user: Wire | undefined): string | undefined {
  if (!user) {
    return undefined;
  }
  const name = [user["firstName"], user["lastName"]].filter(Boolean).join(" ");
  return name || (user["userName"] as string | undefined);
}
