import { Away, Http, Refused } from "../wire/http";
import { untilReached } from "../wire/patience";
import { Push, type Told } from "../wire/push";
import { words } from "../words";
import type { Bin, BinListener } from "./bin";
import { Bins } from "./bins";
import { Dispositions } from "./dispositions";
import { Drafts } from "./drafts";
import { Ghosts } from "./ghosts";
import { Hands, type HandsListener } from "./hands";
import type { Item } from "./item";
import { Notices } from "./notices";
import { Preferences } from "./preferences";
import { Reach } from "./reach";
import { HANDS, Route } from "./route";
import { Selection } from "./selection";
import { Several } from "./several";
import type { Team } from "./team/team";
import { subjectOf, Work } from "./work";

/** Who is logged in. */
export interface Me {
  id: string;
  userName: string;
  firstName: string;
  lastName: string;
  roles: string[];
  changePasswordOnFirstLogin: boolean;
}

export type Connection = "connecting" | "online" | "away";

const TICK = 20_000;

/** One person's desk: all that the page shows, and the only thing that its views look at. */
export class Desk extends EventTarget {
  readonly http = new Http();
  readonly notices = new Notices(() => this.changed());
  readonly route = new Route(() => this.routed());
  readonly selection = new Selection(() => this.changed());

  me: Me | undefined;
  /** Whether the server has been asked who is logged in. */
  asked = false;
  sessionEnded = false;
  connection: Connection = "connecting";
  private connections = 0;
  awaySince = 0;
  now = Date.now();

  reach!: Reach;
  bins!: Bins;
  hands!: Hands;
  dispositions!: Dispositions;
  drafts!: Drafts;
  ghosts!: Ghosts;
  preferences!: Preferences;
  work!: Work;
  several!: Several;
  /** Those whom he looks after, once he has looked at them. */
  team: Team | undefined;

  /** What every bin tells. */
  readonly binListener: BinListener = {
    changed: () => this.binsChanged(),
    left: (bin, item) => this.left(bin, item),
    failed: (error) => this.failed(error),
  };

  private readonly handsListener: HandsListener = {
    changed: () => this.changed(),
    offered: (item) =>
      this.notices.warn(
        words.notices.offeredToYou(subjectOf(item)),
        {
          label: words.notices.look,
          run: () => this.route.go({ bin: HANDS, item: item.id }),
        },
        () => this.hands.get(item.id)?.state === "Invited",
      ),
    returned: (item, reason) =>
      this.notices.warn(
        `${words.notices.back(subjectOf(item))} ${words.notices.notTaken[reason] ?? ""}`,
      ),
    revoked: (item, reason) => this.revoked(item, reason),
  };

  private push: Push | undefined;
  private pending = false;
  private readonly onDraftsElsewhere = (event: StorageEvent): void => this.drafts.told(event);

  constructor() {
    super();
    this.http.onSignedOut = () => this.ended();
    setInterval(() => {
      this.now = Date.now();
      this.changed();
    }, TICK);
  }

  /** Goes on with the session of the browser's cookie, if there is one. */
  async resume(): Promise<void> {
    try {
      const me = (await this.http.me())["user"] as Me;
      if (!me.changePasswordOnFirstLogin) {
        this.enter(me);
      }
    } catch (error) {
      if (!(error instanceof Refused)) {
        setTimeout(() => void this.resume(), 3_000);
        return;
      }
    }
    this.asked = true;
    this.changed();
  }

  /** False where the password has to be changed before anything else. */
  async signIn(userName: string, password: string): Promise<boolean> {
    const me = (await this.http.me({ userName, password }))["user"] as Me;
    if (me.changePasswordOnFirstLogin) {
      return false;
    }
    this.enter(me);
    this.sessionEnded = false;
    this.changed();
    return true;
  }

  /** Changes the password of whoever has just begun to sign in, and signs him in with it. */
  async changePassword(userName: string, oldPassword: string, newPassword: string): Promise<void> {
    await this.http.post("/me", { operationName: "ChangePassword", oldPassword, newPassword });
    await this.signIn(userName, newPassword);
  }

  async signOut(): Promise<void> {
    await this.http.post("/me", { operationName: "EndContactCenterSession" });
    this.drafts.clear();
    this.leave();
    this.route.go({ bin: undefined, item: undefined });
  }

  /** The bin whose list is shown. */
  get bin(): Bin | undefined {
    const { area, bin } = this.route;
    return area === "team" ? this.team?.get(bin) : this.bins.get(bin);
  }

  /** The item that is shown, from my hand or from the bin. */
  get item(): Item | undefined {
    const id = this.route.item;
    return id === undefined ? undefined : (this.hands.get(id) ?? this.bin?.content?.get(id));
  }

  /** The items of the list that are marked, in its order. */
  get marked(): readonly Item[] {
    return this.selection.size === 0
      ? []
      : (this.bin?.content?.items ?? []).filter((item) => this.selection.has(item.id));
  }

  /** Asks all views to look again, once for all that happens together. */
  changed(): void {
    if (!this.pending) {
      this.pending = true;
      queueMicrotask(() => {
        this.pending = false;
        this.dispatchEvent(new Event("change"));
      });
    }
  }

  /** Says what went wrong, in words for people. */
  failed(error: unknown): void {
    if (error instanceof Away) {
      this.notices.warn(words.notices.away);
    } else if (error instanceof Refused) {
      if (error.code !== 20) {
        this.notices.warn(words.notices.failed(error.message.replace(/\.$/, "")));
      }
    } else {
      throw error;
    }
  }

  private enter(me: Me): void {
    this.me = me;
    this.asked = true;
    const changed = (): void => this.changed();
    this.preferences = new Preferences(me.id, changed);
    this.reach = new Reach(this.http, me, changed);
    this.dispositions = new Dispositions(this.http, changed);
    this.drafts = new Drafts(me.id, changed);
    window.addEventListener("storage", this.onDraftsElsewhere);
    this.hands = new Hands(this.http, this.handsListener);
    this.ghosts = new Ghosts(this.http, changed);
    this.bins = new Bins(this.http, me.id, {
      ...this.binListener,
      lost: (bin) => {
        this.notices.info(words.notices.binLost(bin.displayName));
        if (this.route.bin === bin.key) {
          this.route.replace({ bin: undefined, item: undefined });
        }
        this.changed();
      },
    });
    this.work = new Work(this);
    this.several = new Several(this);
    this.push = new Push({
      online: () => this.online(),
      away: () => this.away(),
      message: (data) => this.told(data),
    });
    this.connection = "connecting";
    this.push.start();
    this.hands.load().catch(() => {});
    this.changed();
  }

  /** The server knows the session no more. */
  private ended(): void {
    if (this.me) {
      this.sessionEnded = true;
      this.leave();
    }
  }

  private leave(): void {
    this.push?.stop();
    this.push = undefined;
    this.bins.all.forEach((bin) => bin.dispose());
    this.team?.dispose();
    this.team = undefined;
    window.removeEventListener("storage", this.onDraftsElsewhere);
    this.me = undefined;
    this.notices.clear();
    this.changed();
  }

  private online(): void {
    this.connection = "online";
    this.changed();
    const connection = ++this.connections;
    const isOver = (): boolean => this.me === undefined || this.connections !== connection;
    untilReached(() => this.bins.subscribe(), isOver).catch((error: unknown) => this.failed(error));
    for (const part of [this.hands, this.reach, this.dispositions]) {
      untilReached(() => part.load(), isOver).catch(() => {});
    }
    this.team?.online();
  }

  private away(): void {
    if (this.connection === "online") {
      this.awaySince = Date.now();
    } else if (this.awaySince === 0) {
      this.awaySince = Date.now();
    }
    this.connection = "away";
    this.changed();
    // The session may have ended meanwhile, which only a request finds out.
    this.http.get("/me").catch(() => {});
  }

  private told(data: Told): void {
    if (data.messageType?.startsWith("Workbin") === true) {
      this.toldOfBin(data);
    } else {
      this.hands.told(data);
    }
  }

  private binsChanged(): void {
    this.openOne();
    this.bin?.open();
    this.changed();
  }

  private routed(): void {
    this.selection.enter(this.route.bin);
    if (this.me) {
      this.openOne();
      const { area, bin: key } = this.route;
      this.team?.routed();
      for (const bin of this.bins.all) {
        if (bin.key === key && area !== "administration") {
          bin.open();
          this.preferences.bin = area === "work" ? key : this.preferences.bin;
        } else {
          bin.close();
        }
      }
    }
    this.changed();
  }

  /** What has no request's number belongs to what he sees as a member. */
  private toldOfBin(data: Told): void {
    const isTeams = this.team?.told(data) === true;
    if (!isTeams || (data["stateResource"] === "Subscribed" && data["referenceId"] === undefined)) {
      this.bins.told(data);
    }
  }

  /** As soon as it is known how many lie where, one is open, so that nobody sees an empty desk. */
  private openOne(): void {
    const all = this.bins.all;
    const counted = all.length > 0 && all.every((bin) => bin.count !== undefined);
    const nowhere = this.route.area === "work" && this.route.bin === undefined;
    if (nowhere && this.bins.known && counted && !this.route.isNarrow) {
      const bin =
        this.bins.get(this.preferences.bin) ?? all.find((each) => each.count !== 0) ?? all[0];
      if (bin) {
        this.route.replace({ bin: bin.key, item: undefined });
      }
    }
  }

  private left(bin: Bin, item: Item): void {
    this.selection.drop(item.id);
    if (this.route.bin === bin.key && !this.work.isMine(item.id)) {
      this.ghosts.add(bin, item);
    }
  }

  private revoked(item: Item, reason: string): void {
    const { notThere, revoked, revokedElse } = words.notices;
    const why = reason === "" ? notThere : (revoked[reason] ?? revokedElse);
    const kept = this.drafts.of(item.id) ? ` ${words.notices.kept}` : "";
    this.notices.warn(`“${subjectOf(item)}” ${why}${kept}`);
  }
}
