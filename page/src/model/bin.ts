import { Http, Refused, type Answer } from "../wire/http";
import { untilReached } from "../wire/patience";
import { Content } from "./content";
import { ALL_MEDIA, itemOf, MEDIA, type Item, type Medium } from "./item";

/** One bin: a workbin of one owner, who is the reader or his place where none is named. */
export interface BinAddress {
  readonly workbin: string;
  readonly agentGroup?: string | undefined;
  readonly placeGroup?: string | undefined;
  /** The id of an agent whose bin it is, or at whose place it is. */
  readonly user?: string | undefined;
  /** The id of an owner who is gone perhaps. */
  readonly owner?: string | undefined;
}

/** What people call a bin. */
export interface BinNames {
  readonly name: string;
  readonly displayName: string;
  readonly type: string;
  /** Whose it is, where the address names nobody that people know by name. */
  readonly ownerName?: string | undefined;
}

export function keyOf({ workbin, agentGroup, placeGroup, user, owner }: BinAddress): string {
  const others = [user, owner].filter((each) => each !== undefined);
  return [workbin, agentGroup ?? "", placeGroup ?? "", ...others].join("|");
}

/** A change of a bin, as it is pushed and as `changes` tells it. */
export interface Change {
  action: string;
  revision: number;
  priority?: unknown;
  placeSeq?: unknown;
  placedAt?: string;
  [resource: string]: unknown;
}

const FIRST_PAGE = 200;
const PAGE = 2_000;
const REFRESH_AFTER = 1_500;

export interface BinListener {
  changed(): void;
  /** An item that was there has left. */
  left(bin: Bin, item: Item): void;
  failed(error: unknown): void;
}

/**
 * What a bin holds, kept true by revisions: every change carries the next one, and where one is
 * missing what happened is asked for and never guessed.
 */
export class Bin {
  readonly key: string;
  count: number | undefined;
  oldest: number | undefined;
  content: Content | undefined;

  private revision = -1;
  private wanted = false;
  private disposed = false;
  private busy: Promise<void> | undefined;
  private waiting: Change[] = [];
  private refresh: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly address: BinAddress,
    private readonly names: BinNames,
    private readonly http: Http,
    private readonly listener: BinListener,
  ) {
    this.key = keyOf(address);
  }

  get name(): string {
    return this.names.name;
  }

  get displayName(): string {
    return this.names.displayName;
  }

  get type(): string {
    return this.names.type;
  }

  /** Whose it is, where that is not the reader himself. */
  get owner(): string | undefined {
    return this.address.agentGroup ?? this.address.placeGroup ?? this.names.ownerName;
  }

  get path(): string {
    const { user, workbin } = this.address;
    const whose = user === undefined ? "/me" : `/users/${user}`;
    return `${whose}/workbins/${encodeURIComponent(workbin)}`;
  }

  get query(): Record<"agentGroup" | "placeGroup" | "owner", string | undefined> {
    const { agentGroup, placeGroup, owner } = this.address;
    return { agentGroup, placeGroup, owner };
  }

  /** The path with the owner's parameter. */
  get target(): string {
    const parameters = Object.entries(this.query)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
    return parameters.length > 0 ? `${this.path}?${parameters.join("&")}` : this.path;
  }

  /** Asks what has happened, where nobody tells. */
  check(): void {
    if (!this.busy) {
      this.run(() => (this.revision < 0 ? this.readSummary() : this.catchUp()));
    }
  }

  /** The server says which revision the bin has; what is missing is fetched. */
  subscribed(revision: number): void {
    if (this.revision < 0) {
      this.run(() => this.readSummary());
    } else if (revision > this.revision) {
      this.run(() => this.catchUp());
    }
  }

  /** A change was pushed. */
  told(change: Change): void {
    if (this.busy || this.revision < 0) {
      this.waiting.push(change);
    } else {
      this.take(change);
    }
  }

  /** Reads all that it holds, unless that is here. */
  open(): void {
    if (!this.wanted) {
      this.wanted = true;
      this.run(() => this.readContent());
    }
  }

  /** Forgets its items, which are many perhaps; their number stays known. */
  close(): void {
    this.wanted = false;
    this.content = undefined;
  }

  dispose(): void {
    clearTimeout(this.refresh);
    this.disposed = true;
    this.close();
  }

  /** One thing after the other; pushed changes wait meanwhile. */
  private run(work: () => Promise<void>): void {
    const before = this.busy ?? Promise.resolve();
    const mine = before
      .then(() => untilReached(work, () => this.disposed))
      .catch((error: unknown) => this.listener.failed(error))
      .then(() => {
        if (this.busy === mine) {
          this.busy = undefined;
          this.drain();
        }
        this.listener.changed();
      });
    this.busy = mine;
  }

  private drain(): void {
    const waiting = this.waiting;
    this.waiting = [];
    waiting.forEach((change) => this.told(change));
  }

  private take(change: Change): void {
    if (change.revision <= this.revision) {
      return;
    }
    if (change.revision > this.revision + 1) {
      this.waiting.push(change);
      this.run(() => this.catchUp());
      return;
    }
    this.apply(change);
    this.listener.changed();
  }

  private apply(change: Change): void {
    this.revision = change.revision;
    const item = itemIn(change);
    switch (change.action) {
      case "ItemAdded": {
        this.count = (this.count ?? 0) + 1;
        const placed = Date.parse(change.placedAt ?? "");
        if (!Number.isNaN(placed)) {
          this.oldest = Math.min(this.oldest ?? placed, placed);
        }
        this.content?.set(item, change.revision);
        break;
      }
      case "ItemRemoved": {
        this.count = (this.count ?? 1) - 1;
        const gone = this.content?.remove(item.id, change.revision);
        if (gone) {
          this.listener.left(this, gone);
        }
        this.refreshOldest();
        break;
      }
      default:
        this.content?.set(item, change.revision);
    }
  }

  private async catchUp(): Promise<void> {
    for (let more = true; more;) {
      let answer: Answer;
      try {
        answer = await this.http.get(`${this.path}/changes`, {
          ...this.query,
          since: this.revision,
        });
      } catch (error) {
        if (error instanceof Refused && (error.status === 410 || error.status === 400)) {
          await this.readAnew();
          return;
        }
        throw error;
      }
      for (const change of answer["changes"] as Change[]) {
        if (change.revision > this.revision) {
          this.apply(change);
        }
      }
      more = answer["more"] === true;
    }
  }

  /** Too much has happened: everything is read again. */
  private async readAnew(): Promise<void> {
    await (this.wanted ? this.readContent() : this.readSummary());
  }

  private async readSummary(): Promise<void> {
    const workbin = await this.page(1);
    this.revision = Number(workbin["revision"]);
    this.summarize(workbin);
  }

  private summarize(workbin: Record<string, unknown>): void {
    this.count = Number(workbin["itemCount"]);
    const oldest = workbin["oldestPlacedAt"];
    this.oldest = oldest === undefined ? undefined : Date.parse(String(oldest));
  }

  /** Page by page, the first a short one, so that there is something to see at once. */
  private async readContent(): Promise<void> {
    if (!this.wanted) {
      return;
    }
    const content = new Content();
    let after: string | undefined;
    do {
      const workbin = await this.page(after === undefined ? FIRST_PAGE : PAGE, after);
      const revision = Number(workbin["revision"]);
      if (after === undefined) {
        this.content = this.wanted ? content : undefined;
        this.revision = revision;
        this.summarize(workbin);
      }
      if (this.content !== content) {
        return;
      }
      content.addPage(itemsIn(workbin), revision);
      // What was pushed meanwhile comes after the first page and is not kept waiting for the rest.
      const waiting = this.waiting;
      this.waiting = [];
      for (const change of waiting) {
        if (change.revision === this.revision + 1) {
          this.apply(change);
        } else if (change.revision > this.revision) {
          this.waiting.push(change);
        }
      }
      after = workbin["next"] as string | undefined;
      this.listener.changed();
    } while (after !== undefined);
    content.finish();
  }

  private async page(limit: number, after?: string): Promise<Record<string, unknown>> {
    const answer = await this.http.get(this.path, {
      ...this.query,
      subresources: "*",
      limit,
      after,
    });
    return answer["workbin"] as Record<string, unknown>;
  }

  /** The oldest may have left; several that leave together are one question. */
  private refreshOldest(): void {
    if (this.count === 0) {
      this.oldest = undefined;
    } else if (this.refresh === undefined && !this.disposed) {
      this.refresh = setTimeout(() => {
        this.refresh = undefined;
        untilReached(
          () => this.readOldest(),
          () => this.disposed,
        ).catch(() => {});
      }, REFRESH_AFTER);
    }
  }

  /** Where something happened while the answer was on its way it is asked for again. */
  private async readOldest(): Promise<void> {
    const workbin = await this.page(1);
    const oldest = Date.parse(String(workbin["oldestPlacedAt"]));
    if (this.count !== 0 && !Number.isNaN(oldest)) {
      this.oldest = oldest;
    }
    if (Number(workbin["revision"]) !== this.revision) {
      this.refreshOldest();
    }
    this.listener.changed();
  }
}

/** The items of a page in the order of the bin. */
function itemsIn(workbin: Record<string, unknown>): Item[] {
  const items = new Map<string, Item>();
  for (const medium of ALL_MEDIA) {
    for (const wire of (workbin[MEDIA[medium].many] ?? []) as Record<string, unknown>[]) {
      const item = itemOf(medium, wire);
      items.set(item.id, item);
    }
  }
  return (workbin["order"] as string[]).flatMap((id) => items.get(id) ?? []);
}

/** The item that a change is about; the name of its member tells the medium. */
function itemIn(change: Change): Item {
  for (const medium of ALL_MEDIA) {
    const wire = change[`${medium}StateResourceV2`] as Record<string, unknown> | undefined;
    if (wire) {
      return itemOf(medium as Medium, wire, {
        priority: Number(change.priority ?? 0),
        seq: Number(change.placeSeq ?? 0),
      });
    }
  }
  throw new Error(`a change about nothing: ${change.action}`);
}
