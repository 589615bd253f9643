import type { Area } from "../model/route";

type Fetched = "coming" | "here" | "failed";

/** Only some people see these, so nobody else's browser fetches them. */
const FETCH: Record<Exclude<Area, "work">, () => Promise<unknown>> = {
  team: () => import("./team/team"),
  administration: () => import("./administration/administration"),
};

/** The parts of the page that are fetched when somebody goes there first. */
export class Areas {
  private readonly fetched = new Map<Area, Fetched>();

  constructor(private readonly changed: () => void) {}

  /** Fetches it, where nobody has been there yet. */
  visit(area: Exclude<Area, "work">): Fetched {
    if (!this.fetched.has(area)) {
      this.set(area, "coming");
      FETCH[area]().then(
        () => this.set(area, "here"),
        () => this.set(area, "failed"),
      );
    }
    return this.fetched.get(area) ?? "coming";
  }

  /** Tries again at the next visit. */
  forget(area: Area): void {
    this.fetched.delete(area);
    this.changed();
  }

  private set(area: Area, state: Fetched): void {
    this.fetched.set(area, state);
    this.changed();
  }
}
