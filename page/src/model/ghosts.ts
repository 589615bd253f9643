import type { Http } from "../wire/http";
import type { Bin } from "./bin";
import { lastStep } from "./history";
import type { Item } from "./item";

/** An item that has just left a list in front of the reader's eyes. */
export interface Ghost {
  readonly bin: string;
  readonly item: Item;
  /** Who took it, where that is known. */
  who: string | undefined;
}

const SEEN_FOR = 4_500;
/** With more at once nobody could read them, and the server would be asked too often. */
const MOST = 5;

/** Keeps what others took for a moment, with the name of who has it now. */
export class Ghosts {
  private ghosts: Ghost[] = [];
  /** Says which items the reader can see. */
  visible: (id: string) => boolean = () => false;

  constructor(
    private readonly http: Http,
    private readonly changed: () => void,
  ) {}

  of(bin: string): readonly Ghost[] {
    return this.ghosts.filter((ghost) => ghost.bin === bin);
  }

  add(bin: Bin, item: Item): void {
    if (document.hidden || this.ghosts.length >= MOST || !this.visible(item.id)) {
      return;
    }
    const ghost: Ghost = { bin: bin.key, item, who: undefined };
    this.ghosts = [...this.ghosts, ghost];
    setTimeout(() => {
      this.ghosts = this.ghosts.filter((each) => each !== ghost);
      this.changed();
    }, SEEN_FOR);
    lastStep(this.http, item.id).then(
      (step) => {
        if (step?.to.kind === "hand") {
          ghost.who = step.to.name;
          this.changed();
        }
      },
      () => {},
    );
  }
}
