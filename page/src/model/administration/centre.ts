import type { Desk } from "../desk";
import { Audit } from "./audit";
import { Editing } from "./editing";
import { FeatureSwitches } from "./features";
import { FileImport } from "./file-import";
import { OpenSessions } from "./sessions";
import { shelves } from "./shelves";
import { Stocks } from "./stocks";

/** The contact centre as an administrator sees it, and what he is about to change of it. */
export class Centre {
  readonly stocks: Stocks;
  readonly editing: Editing;
  readonly audit: Audit;
  readonly features: FeatureSwitches;
  readonly file: FileImport;
  readonly sessions: OpenSessions;

  constructor(desk: Desk) {
    const changed = (): void => desk.changed();
    const again = (): void => this.stocks.load();
    const kinds = shelves(desk.http);
    this.stocks = new Stocks(kinds, changed);
    this.audit = new Audit(desk.http, changed);
    this.editing = new Editing(desk, kinds, this.audit, (kind) => this.stocks.follow(kind));
    this.features = new FeatureSwitches(desk, again);
    this.file = new FileImport(desk.http, changed, again);
    this.sessions = new OpenSessions(desk, changed);
  }
}

const centres = new WeakMap<Desk, { who: string; centre: Centre }>();

/** The one of whoever sits at that desk; nobody finds what somebody else has typed. */
export function centreOf(desk: Desk): Centre {
  const who = desk.me?.id ?? "";
  const known = centres.get(desk);
  if (known?.who === who) {
    return known.centre;
  }
  const centre = new Centre(desk);
  centres.set(desk, { who, centre });
  return centre;
}
