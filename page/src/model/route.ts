/** Which list and which item are shown. */
export interface Place {
  bin: string | undefined;
  item: string | undefined;
}

/** The lists that are no bins. */
export const HANDS = "hands";
export const DRAFTS = "drafts";

/** The place in the page, kept in the address so that reload, back and forward work. */
export class Route {
  private place: Place = { bin: undefined, item: undefined };
  private seen = "";
  private readonly narrow = matchMedia("(max-width: 719px)");

  constructor(private readonly changed: () => void) {
    window.addEventListener("hashchange", () => this.changed());
    this.narrow.addEventListener("change", () => this.changed());
  }

  get bin(): string | undefined {
    return this.now.bin;
  }

  get item(): string | undefined {
    return this.now.item;
  }

  /** Whether there is room for one part of the page only. */
  get isNarrow(): boolean {
    return this.narrow.matches;
  }

  go(place: Place): void {
    location.hash = hash(place);
  }

  /** Like go, but back does not lead to where we were. */
  replace(place: Place): void {
    history.replaceState(null, "", hash(place));
    this.changed();
  }

  /** Shows that item; where all parts are seen at once that is no place of its own. */
  show(item: string | undefined): void {
    const place = { bin: this.bin, item };
    if (this.isNarrow && item !== undefined && this.item === undefined) {
      this.go(place);
    } else {
      this.replace(place);
    }
  }

  /** The address itself, which a link changes before it is told. */
  private get now(): Place {
    if (location.hash !== this.seen) {
      this.seen = location.hash;
      const [bin, item] = this.seen.replace(/^#\/?/, "").split("/").map(decode);
      this.place = { bin: bin || undefined, item: item || undefined };
    }
    return this.place;
  }
}

export function hash(place: Place): string {
  return `#/${[place.bin, place.item]
    .filter((part) => part !== undefined)
    .map(encodeURIComponent)
    .join("/")}`;
}

/** What somebody wrote into the address may be anything. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
