import { Bin, keyOf, type BinNames } from "../bin";
import type { Desk } from "../desk";
import type { Wire } from "./wire";

/** A bin that holds something and that nobody comes to any more. */
export interface Orphan {
  readonly bin: Bin;
  readonly reason: string;
}

/** All of them, for administrators. */
export class Orphans {
  private readonly byKey = new Map<string, Orphan>();

  constructor(private readonly desk: Desk) {}

  get all(): readonly Orphan[] {
    return [...this.byKey.values()];
  }

  get(key: string): Bin | undefined {
    return this.byKey.get(key)?.bin;
  }

  async load(): Promise<void> {
    if (!this.desk.reach.isAdministrator) {
      return;
    }
    const answer = await this.desk.http.get("/workbins/orphaned");
    const found = new Set((answer["workbins"] as Wire[]).map((wire) => this.note(wire)));
    for (const [key, orphan] of this.byKey) {
      // Whoever looks at one goes on seeing it, although it is empty now.
      if (!found.has(key) && this.desk.route.bin !== key) {
        orphan.bin.dispose();
        this.byKey.delete(key);
      }
    }
    this.desk.changed();
  }

  private note(wire: Wire): string {
    const address = { workbin: String(wire["id"]), owner: String(wire["owner"]) };
    const key = keyOf(address);
    const names: BinNames = {
      name: String(wire["name"] ?? wire["id"]),
      displayName: String(wire["displayName"] ?? wire["name"] ?? wire["id"]),
      type: String(wire["type"] ?? "Agent"),
      ownerName: String(wire["ownerName"] ?? wire["owner"]),
    };
    const bin =
      this.byKey.get(key)?.bin ?? new Bin(address, names, this.desk.http, this.desk.binListener);
    this.byKey.set(key, { bin, reason: String(wire["reason"]) });
    bin.check();
    return key;
  }
}
