import { Refused, type Http } from "../wire/http";
import type { Told } from "../wire/push";
import { ALL_MEDIA, itemOf, MEDIA, type Item, type Medium } from "./item";

/** Hears what came into my hands and left them without me. */
export interface HandsListener {
  changed(): void;
  /** Somebody wants to give it to me. */
  offered(item: Item): void;
  /** It is mine again, because whom I offered it to did not take it. */
  returned(item: Item, reason: string): void;
  /** The server took it; while I was away it may not be known why. */
  revoked(item: Item, reason: string): void;
}

const OVER = new Set(["InWorkbin", "Completed", "Canceled", "Sent", "Revoked"]);

/** Why what I offered is mine again. */
const NOT_TAKEN = new Set(["OfferRejected", "OfferEnded"]);

/** What I have in hand, and what I am offered. */
export class Hands {
  private readonly byId = new Map<string, Item>();

  /** The newest reading of each single item that is under way, as long as nothing took it from me. */
  private readonly readings = new Map<string, object>();

  /** What became known of single items since the newest reading of all began. */
  private meanwhile: Map<string, Item | undefined> | undefined;

  constructor(
    private readonly http: Http,
    private readonly listener: HandsListener,
  ) {}

  get all(): Item[] {
    return [...this.byId.values()].sort((a, b) => (b.hold ?? 0) - (a.hold ?? 0));
  }

  get(id: string | undefined): Item | undefined {
    return id === undefined ? undefined : this.byId.get(id);
  }

  /**
   * Reads all of it. What becomes known meanwhile is newer than what is read, or something newer is
   * yet to be told; and of two readings at once only the later one counts.
   */
  async load(): Promise<void> {
    const before = [...this.byId.keys()];
    const meanwhile = new Map<string, Item | undefined>();
    this.meanwhile = meanwhile;
    const lists = await Promise.all(ALL_MEDIA.map((medium) => this.list(medium)));
    if (this.meanwhile !== meanwhile) {
      return;
    }
    this.meanwhile = undefined;
    const had = before.flatMap((id) => this.byId.get(id) ?? []);
    this.byId.clear();
    lists.flat().forEach((item) => this.byId.set(item.id, item));
    meanwhile.forEach((item, id) => this.put(id, item));
    had
      .filter((item) => !this.byId.has(item.id))
      .forEach((item) => this.listener.revoked(item, item.state === "Invited" ? "OfferEnded" : ""));
    this.listener.changed();
  }

  /** Reads one that came into my hand; what has left it meanwhile is not there again. */
  async loadOne(medium: Medium, id: string): Promise<Item | undefined> {
    const reading = {};
    this.readings.set(id, reading);
    const answer = await this.http.get(`/me/${MEDIA[medium].resource}/${id}`);
    const wire = Object.values(answer).find(isObject);
    if (!wire || this.readings.get(id) !== reading) {
      return this.byId.get(id);
    }
    this.readings.delete(id);
    const item = itemOf(medium, wire);
    this.put(id, item);
    this.listener.changed();
    return item;
  }

  let(id: string): void {
    this.put(id, undefined);
    this.listener.changed();
  }

  told(data: Told): void {
    for (const medium of ALL_MEDIA) {
      const wire = data[medium];
      if (isObject(wire) && data["notificationType"] !== "Error") {
        this.toldOf(itemOf(medium, wire), String(data["reason"] ?? ""));
        this.listener.changed();
      }
    }
  }

  private toldOf(item: Item, reason: string): void {
    const had = this.byId.get(item.id);
    if (item.state !== undefined && OVER.has(item.state)) {
      this.put(item.id, undefined);
      if (item.state === "Revoked" && had) {
        this.listener.revoked(item, reason);
      }
      return;
    }
    this.put(item.id, item);
    if (!had && item.state === "Invited") {
      this.listener.offered(item);
    } else if (NOT_TAKEN.has(reason)) {
      this.listener.returned(item, reason);
    }
  }

  private put(id: string, item: Item | undefined): void {
    this.meanwhile?.set(id, item);
    if (item) {
      this.byId.set(id, item);
    } else {
      this.byId.delete(id);
      this.readings.delete(id);
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
