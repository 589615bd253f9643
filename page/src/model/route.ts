/** The parts of the page that have an address of their own. */
export const AREAS = ["work", "team", "administration"] as const;

export type Area = (typeof AREAS)[number];

/** Where in the page somebody is: which list and which item are shown. */
export interface Place {
  /** Work, where nothing else is said. */
  area?: Area;
  bin: string | undefined;
  item: string | undefined;
}

/** The lists that are no bins. */
export const HANDS = "hands";
export const DRAFTS = "drafts";

/** What stands in the place of an item where the figures of the list are shown. */
export const FIGURES = "figures";

/** The place in the page, kept in the address so that reload, back and forward work. */
export class Route {
  private place: Place & { parts: readonly string[] } = {
    bin: undefined,
    item: undefined,
    parts: [],
  };
  private seen = "";
  private readonly narrow = matchMedia("(max-width: 719px)");

  constructor(private readonly changed: () => void) {
    window.addEventListener("hashchange", () => this.changed());
    this.narrow.addEventListener("change", () => this.changed());
  }

  get area(): Area {
    return this.now.area ?? "work";
  }

  get bin(): string | undefined {
    return this.now.bin;
  }

  get item(): string | undefined {
    return this.now.item;
  }

  /** All that the address says after the area; lists and items are the first two. */
  get parts(): readonly string[] {
    return this.now.parts;
  }

  /** Whether there is room for one part of the page only. */
  get isNarrow(): boolean {
    return this.narrow.matches;
  }

  go(place: Place): void {
    this.goTo(hash(place));
  }

  /** Like go, but back does not lead to where we were. */
  replace(place: Place): void {
    this.replaceBy(hash(place));
  }

  /** To an address that `address` made. */
  goTo(address: string): void {
    location.hash = address;
  }

  replaceBy(address: string): void {
    history.replaceState(null, "", address);
    this.changed();
  }

  /** Shows that item; where all parts are seen at once that is no place of its own. */
  show(item: string | undefined): void {
    const place = { area: this.area, bin: this.bin, item };
    if (this.isNarrow && item !== undefined && this.item === undefined) {
      this.go(place);
    } else {
      this.replace(place);
    }
  }

  /** The address of the list, with no item shown. */
  get up(): string {
    return hash({ area: this.area, bin: this.bin, item: undefined });
  }

  /** The address where the lists are. */
  get top(): string {
    return hash({ area: this.area, bin: undefined, item: undefined });
  }

  /** The address itself, which a link changes before it is told. */
  private get now(): typeof this.place {
    if (location.hash !== this.seen) {
      this.seen = location.hash;
      const all = this.seen.replace(/^#\/?/, "").split("/").map(decode);
      const area = AREAS.find((each) => each === all[0]) ?? "work";
      const parts = (area === all[0] ? all.slice(1) : all).filter((part) => part !== "");
      this.place = { area, bin: parts[0], item: parts[1], parts };
    }
    return this.place;
  }
}

export function hash({ area, bin, item }: Place): string {
  const parts = bin === undefined ? [] : item === undefined ? [bin] : [bin, item];
  return address(area ?? "work", ...parts);
}

/** The address of a place in an area. */
export function address(area: Area, ...parts: readonly string[]): string {
  return `#/${[...(area === "work" ? [] : [area]), ...parts].map(encodeURIComponent).join("/")}`;
}

/** What somebody wrote into the address may be anything. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
