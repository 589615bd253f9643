import type { Bin, BinAddress } from "../bin";
import { nameOf } from "../history";

export type Wire = Record<string, unknown>;

/** Somebody whom the reader looks after. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** A bin as it is named in what concerns several. */
export interface NamedBin {
  readonly address: BinAddress;
  readonly displayName: string;
  /** Whose it is, for people. */
  readonly ownerName: string | undefined;
}

export function personOf(wire: Wire): Person {
  const id = String(wire["id"]);
  return { id, name: nameOf(wire) ?? id };
}

/** A bin in a request: everything of its address, with the owner's id where it has no name. */
export function wireOf(bin: Bin, me: string): Wire {
  const { workbin, agentGroup, placeGroup, owner, user } = bin.address;
  const mine = agentGroup === undefined && placeGroup === undefined && owner === undefined;
  return {
    workbinId: workbin,
    agentGroup,
    placeGroup,
    owner,
    userId: mine ? (user ?? me) : undefined,
  };
}

/** Does that with each, a few at a time, and goes on where one cannot be done. */
export async function few<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const worker = async (): Promise<void> => {
    for (let each = waiting.shift(); each !== undefined; each = waiting.shift()) {
      await work(each).catch(() => {});
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}
