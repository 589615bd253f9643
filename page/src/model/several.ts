import { Refused, type Answer } from "../wire/http";
import { words } from "../words";
import type { Bin } from "./bin";
import type { Desk } from "./desk";
import type { Item, Medium } from "./item";
import { Turns } from "./turns";

/** How far something with many items has come. */
export interface Progress {
  done: number;
  all: number;
}

/** As much of an item as it takes to ask about it. */
export interface Movable {
  readonly id: string;
  readonly subject: string;
  readonly medium: Medium;
  /** The number that its holder has it by, where it is to be taken out of his hand. */
  readonly hold?: number | undefined;
}

/** What is to be moved together. */
export interface Asked {
  readonly items: readonly Movable[];
  /** The key of the bin that is offered first. */
  readonly to?: string | undefined;
  /** Whose hand it is taken out of. */
  readonly takenFrom?: string | undefined;
}

/** With more of them nobody would read what became of each. */
const TOLD = 3;

/** What an agent does with several items together; each of them is decided by itself. */
export class Several {
  /** Of what is under way. */
  progress: Progress | undefined;
  /** What the next question about a move is about; the marked items where nothing is said. */
  asked: Asked | undefined;

  readonly turns = new Turns();

  constructor(private readonly desk: Desk) {}

  /** Takes all that are still there to be taken. */
  async pull(bin: Bin, items: readonly Item[]): Promise<void> {
    if (this.progress || items.length === 0) {
      return;
    }
    let took = 0;
    const refused: Answer[] = [];
    try {
      this.show({ done: 0, all: items.length });
      for await (const answer of this.turns.ask(items, (some) => this.request(bin, some))) {
        took += ((answer["succeeded"] ?? []) as unknown[]).length;
        refused.push(...((answer["failed"] ?? []) as Answer[]));
        this.show({ done: took + refused.length, all: items.length });
      }
    } catch (error) {
      this.desk.failed(error);
    } finally {
      this.show(undefined);
    }
    this.desk.selection.clear();
    this.tell(items, took, refused);
    this.desk.hands.load().catch(() => {});
  }

  private tell(items: readonly Item[], took: number, refused: readonly Answer[]): void {
    if (took > 0) {
      this.desk.notices.info(words.notices.tookSeveral(took, refused.length));
    }
    for (const part of refused.slice(0, TOLD)) {
      const item = items.find((each) => each.id === part["id"]);
      if (item) {
        this.desk.notices.warn(this.desk.work.whereIs(item, part));
      }
    }
  }

  /** Where each is refused the answer is that of the first, with all of them beside it. */
  private async request(bin: Bin, items: readonly Item[]): Promise<Answer> {
    const ids = items.map((item) => item.id);
    try {
      const done = await this.desk.http.post(bin.target, {
        operationName: "PullInteraction",
        ids,
      });
      return done.answer;
    } catch (error) {
      if (error instanceof Refused && (error.status === 404 || error.status === 409)) {
        return { failed: [{ ...error.answer, id: ids[0] }], ...error.answer };
      }
      throw error;
    }
  }

  private show(progress: Progress | undefined): void {
    this.progress = progress;
    this.desk.changed();
  }
}
