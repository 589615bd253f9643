import type { Http } from "../wire/http";
import type { Told } from "../wire/push";
import { Bin, keyOf, type BinAddress, type BinListener, type BinNames, type Change } from "./bin";

const QUIET = 120;
const NOTHING_COMES = 2_000;

const ORDER = ["Agent", "Place", "PlaceGroup", "AgentGroup"];

/**
 * All bins that I see as a member. One standing subscription says which they are, each with its
 * revision, and goes on saying so when I gain or lose one.
 */
export class Bins {
  private readonly byKey = new Map<string, Bin>();
  private definitions = new Map<string, BinNames>();

  /** Whether the server has said which bins there are: it tells them one after the other. */
  known = false;

  private quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly http: Http,
    private readonly me: string,
    private readonly listener: BinListener & { lost(bin: Bin): void },
  ) {}

  get all(): Bin[] {
    return [...this.byKey.values()].sort(
      (a, b) =>
        ORDER.indexOf(a.type) - ORDER.indexOf(b.type) ||
        (a.owner ?? "").localeCompare(b.owner ?? "") ||
        a.displayName.localeCompare(b.displayName),
    );
  }

  get(key: string | undefined): Bin | undefined {
    return key === undefined ? undefined : this.byKey.get(key);
  }

  named(name: string): Bin | undefined {
    return [...this.byKey.values()].find((bin) => bin.name === name);
  }

  /** Subscribes to everything, now and after each gap of the connection. */
  async subscribe(): Promise<void> {
    await this.define();
    await this.http.post("/me/workbins", { operationName: "Subscribe" });
    this.settle(this.byKey.size > 0 ? QUIET : NOTHING_COMES);
  }

  /** When no further bin has come for a moment they can be shown, and stay where they are. */
  private settle(after: number): void {
    if (!this.known) {
      clearTimeout(this.quiet);
      this.quiet = setTimeout(() => {
        this.known = true;
        this.listener.changed();
      }, after);
    }
  }

  told(data: Told): void {
    const owner = data["workbinUserId"];
    if (owner !== undefined && owner !== this.me) {
      return; // the same workbin of somebody whom I look after
    }
    const address: BinAddress = {
      workbin: String(data["id"]),
      agentGroup: data["agentGroup"] as string | undefined,
      placeGroup: data["placeGroup"] as string | undefined,
    };
    if (data.messageType === "WorkbinStateChangeMessage") {
      this.byKey.get(keyOf(address))?.told(data as unknown as Change);
    } else if (data["stateResource"] === "Subscribed") {
      this.settle(QUIET);
      void this.subscribed(address, Number(data["revision"] ?? 0));
    } else if (data["stateResource"] === "Unsubscribed") {
      this.lose(keyOf(address));
    }
  }

  private async subscribed(address: BinAddress, revision: number): Promise<void> {
    const key = keyOf(address);
    if (!this.byKey.has(key)) {
      if (!this.definitions.has(address.workbin)) {
        await this.define();
      }
      const definition = this.definitions.get(address.workbin);
      if (!definition || this.byKey.has(key)) {
        return;
      }
      this.byKey.set(key, new Bin(address, definition, this.http, this.listener));
    }
    this.byKey.get(key)?.subscribed(revision);
    this.listener.changed();
  }

  private lose(key: string): void {
    const bin = this.byKey.get(key);
    if (bin) {
      bin.dispose();
      this.byKey.delete(key);
      this.listener.lost(bin);
    }
  }

  private async define(): Promise<void> {
    const answer = await this.http.get("/workbins", { fields: "*" });
    this.definitions = new Map(
      (answer["workbins"] as (BinNames & { id: string })[]).map((each) => [each.id, each]),
    );
  }
}
