import { Refused, type Http } from "../wire/http";
import type { Told } from "../wire/push";
import { ALL_MEDIA, itemOf, MEDIA, type Item, type Medium } from "./item";

/** What the server took out of my hands, and why. */
export interface Revoked {
  item: Item;
  reason: string;
}

const OVER = new Set(["InWorkbin", "Completed", "Canceled", "Sent", "Revoked"]);

/** What I have in hand, and what I am offered. */
export class Hands {
  private readonly byId = new Map<string, Item>();

  constructor(
    private readonly http: Http,
    private readonly changed: () => void,
    private readonly revoked: (revoked: Revoked) => void,
  ) {}

  get all(): Item[] {
    return [...this.byId.values()].sort((a, b) => (b.hold ?? 0) - (a.hold ?? 0));
  }

  get(id: string | undefined): Item | undefined {
    return id === undefined ? undefined : this.byId.get(id);
  }

  /** Reads all of it. */
  async load(): Promise<void> {
    const lists = await Promise.all(ALL_MEDIA.map((medium) => this.list(medium)));
    this.byId.clear();
    lists.flat().forEach((item) => this.byId.set(item.id, item));
    this.changed();
  }

  /** Reads one that came into my hand. */
  async loadOne(medium: Medium, id: string): Promise<Item | undefined> {
    const answer = await this.http.get(`/me/${MEDIA[medium].resource}/${id}`);
    const wire = Object.values(answer).find(isObject);
    if (!wire) {
      return undefined;
    }
    const item = itemOf(medium, wire);
    this.byId.set(id, item);
    this.changed();
    return item;
  }

  let(id: string): void {
    this.byId.delete(id);
    this.changed();
  }

  told(data: Told): void {
    for (const medium of ALL_MEDIA) {
      const wire = data[medium];
      if (isObject(wire) && data["notificationType"] !== "Error") {
        const item = itemOf(medium, wire);
        if (item.state !== undefined && OVER.has(item.state)) {
          const had = this.byId.delete(item.id);
          if (item.state === "Revoked" && had) {
            this.revoked({ item, reason: String(data["reason"] ?? "") });
          }
        } else {
          this.byId.set(item.id, item);
        }
        this.changed();
      }
    }
  }

  private async list(medium: Medium): Promise<Item[]> {
    try {
      const answer = await this.http.get(`/me/${MEDIA[medium].resource}`, { fields: "*" });
      const list = Object.values(answer).find((member) => Array.isArray(member)) as
        Record<string, unknown>[] | undefined;
      return (list ?? []).map((wire) => itemOf(medium, wire));
    } catch (error) {
      if (error instanceof Refused && error.status === 404) {
        return []; // the medium is not switched on
      }
      throw error;
    }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
