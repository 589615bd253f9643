import { Away, Http, Refused } from "../wire/http";
import { Push, type Told } from "../wire/push";
import { words } from "../words";
import type { Bin } from "./bin";
import { Bins } from "./bins";
import { Drafts } from "./drafts";
import { Ghosts } from "./ghosts";
import { Hands, type Revoked } from "./hands";
import type { Item } from "./item";
import { Notices } from "./notices";
import { Preferences } from "./preferences";
import { Route } from "./route";
import { Work } from "./work";

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

  me: Me | undefined;
  /** Whether the server has been asked who is logged in. */
  asked = false;
  sessionEnded = false;
  connection: Connection = "connecting";
  awaySince = 0;
  now = Date.now();

  bins!: Bins;
  hands!: Hands;
  drafts!: Drafts;
  ghosts!: Ghosts;
  preferences!: Preferences;
  work!: Work;

  private push: Push | undefined;
  private pending = false;
  private readonly onDraftsElsewhere = (): void => this.changed();

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
    return this.bins.get(this.route.bin);
  }

  /** The item that is shown, from my hand or from the bin. */
  get item(): Item | undefined {
    const id = this.route.item;
    return id === undefined ? undefined : (this.hands.get(id) ?? this.bin?.content?.get(id));
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
    this.drafts = new Drafts(me.id, changed);
    window.addEventListener("storage", this.onDraftsElsewhere);
    this.hands = new Hands(this.http, changed, (revoked) => this.revoked(revoked));
    this.ghosts = new Ghosts(this.http, changed);
    this.bins = new Bins(this.http, {
      changed: () => this.binsChanged(),
      left: (bin, item) => this.left(bin, item),
      lost: (bin) => {
        this.notices.info(words.notices.binLost(bin.displayName));
        if (this.route.bin === bin.key) {
          this.route.replace({ bin: undefined, item: undefined });
        }
        this.changed();
      },
      failed: (error) => this.failed(error),
    });
    this.work = new Work(this);
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
    window.removeEventListener("storage", this.onDraftsElsewhere);
    this.me = undefined;
    this.notices.clear();
    this.changed();
  }

  private online(): void {
    this.connection = "online";
    this.changed();
    this.bins.subscribe().catch((error: unknown) => this.failed(error));
    this.hands.load().catch(() => {});
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
      this.bins.told(data);
    } else {
      this.hands.told(data);
    }
  }

  /** As soon as it is known how many lie where, one is open. */
  private binsChanged(): void {
    const all = this.bins.all;
    const counted = all.length > 0 && all.every((bin) => bin.count !== undefined);
    if (this.route.bin === undefined && this.bins.known && counted && !this.route.isNarrow) {
      const bin =
        this.bins.get(this.preferences.bin) ?? all.find((each) => each.count !== 0) ?? all[0];
      if (bin) {
        this.route.replace({ bin: bin.key, item: undefined });
      }
    }
    this.bin?.open();
    this.changed();
  }

  private routed(): void {
    if (this.me) {
      for (const bin of this.bins.all) {
        if (bin.key === this.route.bin) {
          bin.open();
          this.preferences.bin = bin.key;
        } else {
          bin.close();
        }
      }
    }
    this.changed();
  }

  private left(bin: Bin, item: Item): void {
    if (this.route.bin === bin.key && !this.work.isMine(item.id)) {
      this.ghosts.add(bin, item);
    }
  }

  private revoked({ item, reason }: Revoked): void {
    const why = words.notices.revoked[reason] ?? words.notices.revokedElse;
    const kept = this.drafts.of(item.id) ? ` ${words.notices.kept}` : "";
    this.notices.warn(`“${item.subject || words.item.noSubject}” ${why}${kept}`);
  }
}
