import { Refused } from "../../wire/http";
import { sentence } from "./rules";
import { KINDS, text, texts, type Kind, type Shelf, type Thing } from "./thing";

/** The things of one kind as they were read last. */
export interface Stock {
  things: readonly Thing[];
  known: boolean;
  /** Why they could not be read. */
  problem: string | undefined;
  /** Whether the contact centre has no such things because a feature is switched off. */
  off: boolean;
}

const NOTHING: Stock = { things: [], known: false, problem: undefined, off: false };
/** The things of all kinds as they were read last. */
export class Stocks {
  /** Rises whenever something was read anew. */
  version = 0;
  private readonly stocks = new Map<Kind, Stock>();
  private readonly byKey = new Map<Kind, Map<string, Thing>>();
  private sitting: Map<string, string[]> | undefined;
  private readonly listing = new Set<Kind>();
  private readonly again = new Set<Kind>();

  constructor(
    private readonly shelves: Record<Kind, Shelf>,
    private readonly changed: () => void,
  ) {}

  of(kind: Kind): Stock {
    return this.stocks.get(kind) ?? NOTHING;
  }

  /** The thing of that key, as it was read last. */
  thing(kind: Kind, key: string): Thing | undefined {
    return this.byKey.get(kind)?.get(key);
  }

  name(kind: Kind, key: string): string {
    return this.thing(kind, key)?.name ?? key;
  }

  /** Whose default place that is. */
  sitters(place: string): string {
    if (!this.sitting) {
      this.sitting = new Map();
      for (const { name, values } of this.of("users").things) {
        const at = text(values, "defaultPlace");
        const others = this.sitting.get(at);
        if (others) {
          others.push(name);
        } else {
          this.sitting.set(at, [name]);
        }
      }
    }
    return (this.sitting.get(place) ?? []).join(", ");
  }

  /** The groups that a user is a member or a manager of. */
  groupsOf(user: string): readonly Thing[] {
    return this.of("agent-groups").things.filter((group) =>
      ["members", "managers"].some((list) => texts(group.values, list).includes(user)),
    );
  }

  /** Reads anew what may have changed with a thing of that kind; all of it where none is named. */
  follow(kind: Kind | undefined): void {
    if (kind === undefined) {
      this.load();
    } else {
      void this.read(kind);
      if (kind === "places") {
        void this.read("users"); // who are told with the name of their place
      }
    }
  }

  /** Reads all of it anew. */
  load(): void {
    KINDS.forEach((kind) => void this.read(kind));
  }

  /** Reads all things of a kind anew; what is asked while that goes on is asked again after it. */
  async read(kind: Kind): Promise<void> {
    if (this.listing.has(kind)) {
      this.again.add(kind);
      return;
    }
    this.listing.add(kind);
    try {
      const things = await this.shelves[kind].list();
      this.byKey.set(kind, new Map(things.map((thing) => [thing.key, thing])));
      this.stocks.set(kind, { things, known: true, problem: undefined, off: false });
    } catch (error) {
      const off = error instanceof Refused && error.code === 6;
      const things = off ? [] : this.of(kind).things;
      this.stocks.set(kind, { things, known: true, problem: sentence(error), off });
    }
    this.listing.delete(kind);
    this.version++;
    this.sitting = undefined;
    if (this.again.delete(kind)) {
      void this.read(kind);
    }
    this.changed();
  }
}
