import { untilReached } from "../../wire/patience";
import type { Told } from "../../wire/push";
import { Bin, keyOf, type BinAddress, type Change } from "../bin";
import type { Desk } from "../desk";
import { Circle } from "./circle";
import { Figures } from "./figures";
import { Holders } from "./holders";
import { Moves } from "./moves";
import { Orphans } from "./orphans";
import { few, type Person, type Wire } from "./wire";

const LOOK = 10_000;
const LOOK_AT_DESKS = 30_000;

/**
 * The bins of those whom the reader looks after, his groups' and their agents', kept true by
 * subscriptions to each, as a member's are. Desks alone are looked at: their messages do not say
 * which desk it is.
 */
export class Team {
  /** Whether the bins are there. */
  known = false;

  readonly circle: Circle;
  readonly holders: Holders;
  readonly orphans: Orphans;
  readonly moves: Moves;
  readonly figures: Figures;

  private readonly own = new Map<string, Bin>();
  private lookedAtDesks = 0;
  private loads = 0;
  private wasHere = true;
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(private readonly desk: Desk) {
    this.circle = new Circle(desk);
    this.holders = new Holders(desk, () => {
      const { scope, shown } = this.circle;
      return scope === undefined ? undefined : shown[0]?.name;
    });
    this.orphans = new Orphans(desk);
    this.moves = new Moves(desk);
    this.figures = new Figures(desk);
    this.timer = setInterval(() => this.look(), LOOK);
    this.online();
  }

  /** There is a connection, for the first time or again. */
  online(): void {
    const load = ++this.loads;
    untilReached(
      () => this.load(),
      () => this.loads !== load,
    ).catch((error: unknown) => this.desk.failed(error));
    this.holders.nudge();
  }

  dispose(): void {
    this.loads++;
    clearInterval(this.timer);
    this.own.forEach((bin) => bin.dispose());
    this.own.clear();
  }

  /** Shows that group only; all of them where there is none. */
  show(group: string | undefined): void {
    this.circle.scope = group;
    this.online();
  }

  get(key: string | undefined): Bin | undefined {
    return key === undefined
      ? undefined
      : (this.own.get(key) ?? this.desk.bins.get(key) ?? this.orphans.get(key));
  }

  get bins(): readonly Bin[] {
    return this.circle.addresses
      .map((address) => this.get(keyOf(address)))
      .filter((bin) => bin !== undefined);
  }

  /** Whether that concerns one of these bins. */
  told(data: Told): boolean {
    const isChange = data.messageType === "WorkbinStateChangeMessage";
    if (isChange && this.isWatched) {
      this.holders.nudge();
    }
    const bin = this.own.get(
      keyOf({
        workbin: String(data["id"]),
        agentGroup: data["agentGroup"] as string | undefined,
        placeGroup: data["placeGroup"] as string | undefined,
        user: data["workbinUserId"] as string | undefined,
      }),
    );
    if (bin && isChange) {
      bin.told(data as unknown as Change);
    } else if (bin && data["stateResource"] === "Subscribed") {
      bin.subscribed(Number(data["revision"] ?? 0));
    } else if (bin && data["stateResource"] === "Unsubscribed") {
      this.drop(bin);
    }
    return bin !== undefined;
  }

  /** Opens the bin that is shown and closes the others. */
  routed(): void {
    const { area, bin: key } = this.desk.route;
    if (area === "team" && !this.wasHere) {
      this.look();
    }
    this.wasHere = area === "team";
    for (const bin of [...this.own.values(), ...this.orphans.all.map((each) => each.bin)]) {
      if (area === "team" && bin.key === key) {
        bin.open();
      } else {
        bin.close();
      }
    }
  }

  private async load(): Promise<void> {
    const { circle } = this;
    await circle.load();
    for (const bin of this.own.values()) {
      if (!circle.has(bin.key)) {
        this.drop(bin);
      }
    }
    await Promise.all([
      few(circle.shown, (group) => this.subscribe("AgentGroup", { agentGroup: group.name })),
      few(circle.placeGroups, (placeGroup) => this.subscribe("PlaceGroup", { placeGroup })),
      few(circle.people, (person) => this.subscribe("Agent", { user: person.id })),
      few(circle.people, (person) => this.lookAtDesk(person)),
      this.orphans.load(),
    ]);
    this.known = true;
    this.routed();
    this.desk.changed();
  }

  /** Asks to be told of all bins that somebody has; the answer to each is its revision. */
  private async subscribe(type: string, whose: Record<string, string>): Promise<void> {
    const ids = this.circle.ofType(type).map((each) => each.id);
    if (ids.length === 0 || this.circle.isMine(whose)) {
      return;
    }
    ids.forEach((workbin) => this.add({ workbin, ...whose }));
    const { user, ...group } = whose;
    const path = user === undefined ? "/me/workbins" : `/users/${user}/workbins`;
    const parameters = new URLSearchParams({ workbinIds: ids.join(","), ...group });
    await this.desk.http.post(`${path}?${parameters}`, { operationName: "Subscribe" });
  }

  /** Whoever sits nowhere has no desk. */
  private async lookAtDesk({ id: user }: Person): Promise<void> {
    for (const { id: workbin } of this.circle.isMe(user) ? [] : this.circle.ofType("Place")) {
      const answer = await this.desk.http.get(`/users/${user}/workbins/${workbin}`, {
        subresources: "*",
        limit: 1,
      });
      const known = this.own.get(keyOf({ workbin, user }));
      if ((answer["workbin"] as Wire)["revision"] !== undefined) {
        this.add({ workbin, user })?.check();
      } else if (known) {
        this.drop(known);
      }
    }
  }

  private add(address: BinAddress): Bin | undefined {
    const key = keyOf(address);
    const names = this.circle.namesOf(address);
    if (names && !this.own.has(key)) {
      this.own.set(key, new Bin(address, names, this.desk.http, this.desk.binListener));
    }
    return this.own.get(key);
  }

  private drop(bin: Bin): void {
    bin.dispose();
    this.own.delete(bin.key);
    this.desk.changed();
  }

  private get isWatched(): boolean {
    return !document.hidden && this.desk.route.area === "team";
  }

  private look(): void {
    if (!this.isWatched) {
      return;
    }
    this.holders.nudge();
    if (Date.now() - this.lookedAtDesks > LOOK_AT_DESKS) {
      this.lookedAtDesks = Date.now();
      void few(this.circle.people, (person) => this.lookAtDesk(person));
      void this.orphans.load().catch(() => {});
    }
  }
}

/** The team of that desk, made when it is looked at first. */
export function teamOf(desk: Desk): Team {
  desk.team ??= new Team(desk);
  return desk.team;
}
