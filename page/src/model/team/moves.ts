import { Refused, type Answer } from "../../wire/http";
import type { Bin } from "../bin";
import type { Desk } from "../desk";
import { nameOf } from "../history";
import { words } from "../../words";
import type { Movable, Progress } from "../several";
import { namedBin } from "./holders";
import { wireOf, type NamedBin, type Wire } from "./wire";

/** What a server says that cannot answer now. */
const UNREACHED = 4;

/** What became of one item of a move, or would. */
export interface Verdict {
  readonly id: string;
  /** Why it was not moved, as the server says it or would; none where it was moved. */
  readonly refused: Answer | undefined;
}

/** What became of all items that somebody moved together. */
export interface Outcome {
  readonly verdicts: readonly Verdict[];
  /** The moves that the server remembers it by, to be undone. */
  readonly moves: readonly string[];
  /** Of how many nobody knows, for their request was never answered; they stand among the refused. */
  readonly unanswered: number;
}

/** A move of several items, as the server remembers it for a while. */
export interface PastMove {
  readonly id: string;
  readonly at: number;
  readonly by: string | undefined;
  readonly comment: string;
  readonly from: NamedBin | undefined;
  readonly to: NamedBin | undefined;
  readonly count: number;
  readonly isUndone: boolean;
  /** Not a number where it cannot be undone. */
  readonly undoUntil: number;
}

/** An item of such a move. */
export interface PastItem {
  readonly id: string;
  readonly from: NamedBin | undefined;
  /** Out of whose hand it was taken. */
  readonly holder: string | undefined;
  readonly isUndone: boolean;
  /** What the server said no with, to the move or to its way back. */
  readonly refused: Answer | undefined;
}

/** Moves of several items at once, with a look ahead and a way back. */
export class Moves {
  /** The recent ones, the newest first. */
  recent: readonly PastMove[] = [];
  known = false;

  constructor(private readonly desk: Desk) {}

  /** What would become of each; nothing changes. */
  async preview(items: readonly Movable[], to: Bin): Promise<readonly Verdict[]> {
    const all: Verdict[] = [];
    const request = (some: readonly Movable[]): Promise<Answer> => this.request(some, to, "", true);
    for await (const answer of this.desk.several.turns.ask(items, request)) {
      all.push(...verdicts(answer));
    }
    return all;
  }

  /**
   * Moves them, some at a time, and stops where a request fails. What was moved by then is told with
   * what was not; only where nothing was it is an error.
   */
  async move(
    items: readonly Movable[],
    to: Bin,
    comment: string,
    progress: (progress: Progress) => void,
  ): Promise<Outcome> {
    const all: Verdict[] = [];
    const moves: string[] = [];
    let asked: readonly Movable[] = [];
    const request = (some: readonly Movable[]): Promise<Answer> => {
      asked = some;
      return this.request(some, to, comment, false);
    };
    progress({ done: 0, all: items.length });
    try {
      for await (const answer of this.desk.several.turns.ask(items, request)) {
        all.push(...verdicts(answer));
        moves.push(...told(answer["move"]));
        progress({ done: all.length, all: items.length });
      }
    } catch (error) {
      if (all.length === 0) {
        throw error;
      }
      const rest = items.filter((item) => !all.some((each) => each.id === item.id));
      const unanswered = error instanceof Refused ? [] : asked;
      const left = rest.map((item) => notMoved(item, error, unanswered.includes(item)));
      return { verdicts: [...all, ...left], moves, unanswered: unanswered.length };
    } finally {
      this.load().catch(() => {});
    }
    return { verdicts: all, moves, unanswered: 0 };
  }

  /** Takes back what still is where those moves put it; where one fails the rest stays as it is. */
  async undo(moves: readonly string[]): Promise<readonly Verdict[]> {
    const all: Verdict[] = [];
    try {
      for (const id of moves) {
        const done = await this.desk.http.post(`/moves/${id}`, { operationName: "Undo" });
        all.push(...verdicts(done.answer));
      }
    } catch (error) {
      if (all.length === 0) {
        throw error;
      }
      this.desk.failed(error);
    } finally {
      this.load().catch(() => {});
    }
    return all;
  }

  /** Takes them back and tells in notices what came of it. */
  async takeBack(moves: readonly string[]): Promise<void> {
    const { move } = words.team;
    try {
      const verdicts = await this.undo(moves);
      const gone = verdicts.filter((each) => each.refused).length;
      this.desk.notices.info(move.undone(verdicts.length - gone));
      if (gone > 0) {
        this.desk.notices.warn(move.notUndone(gone).replace(/:$/, "."));
      }
    } catch (error) {
      this.desk.failed(error);
    }
  }

  /** Tells what was moved, in a notice that takes it back as long as nobody has. */
  offerUndo(said: string, moves: readonly string[]): void {
    this.desk.notices.info(
      said,
      { label: words.team.move.undo, run: () => void this.takeBack(moves) },
      () => !this.recent.some((each) => each.isUndone && moves.includes(each.id)),
    );
  }

  async load(): Promise<void> {
    const answer = await this.desk.http.get("/moves");
    this.recent = (answer["moves"] as Wire[]).map(pastMove);
    this.known = true;
    this.desk.changed();
  }

  /** Each item of that move. */
  async items(id: string): Promise<readonly PastItem[]> {
    const move = (await this.desk.http.get(`/moves/${id}`))["move"] as Wire;
    return (move["items"] as Wire[]).map((wire) => ({
      id: String(wire["id"]),
      from: bin(wire["from"]),
      holder: nameOf(wire["holder"] as Wire | undefined),
      isUndone: wire["undone"] === true,
      refused: wire["statusCode"] === undefined ? undefined : (wire as Answer),
    }));
  }

  private async request(
    items: readonly Movable[],
    to: Bin,
    comment: string,
    preview: boolean,
  ): Promise<Answer> {
    const held = items.filter((item) => item.hold !== undefined);
    const body = {
      ids: items.map((item) => item.id),
      holds:
        held.length === 0
          ? undefined
          : Object.fromEntries(held.map((item) => [item.id, item.hold])),
      to: wireOf(to, String(this.desk.me?.id)),
      comment: comment || undefined,
    };
    return (await this.desk.http.post(preview ? "/moves?preview=true" : "/moves", body)).answer;
  }
}

function verdicts(answer: Answer): Verdict[] {
  const parts = (name: string): Answer[] => (answer[name] ?? []) as Answer[];
  return [
    ...parts("failed").map((part) => ({ id: String(part["id"]), refused: part })),
    ...parts("succeeded").map((part) => ({ id: String(part["id"]), refused: undefined })),
  ];
}

/** Of an item that no answer speaks of: its own request failed, or one before it did. */
function notMoved(item: Movable, error: unknown, isUnanswered: boolean): Verdict {
  const { reasons } = words.team.move;
  const said = error instanceof Refused ? error.message.replace(/\.$/, "") : reasons.away;
  return {
    id: item.id,
    refused: {
      statusCode: error instanceof Refused ? error.code : UNREACHED,
      statusMessage: isUnanswered ? reasons.unanswered : reasons.notTried(said),
    },
  };
}

function told(move: unknown): string[] {
  return move === undefined ? [] : [String(move)];
}

function pastMove(wire: Wire): PastMove {
  return {
    id: String(wire["id"]),
    at: Date.parse(String(wire["at"])),
    by: nameOf(wire["by"] as Wire | undefined),
    comment: String(wire["comment"] ?? ""),
    from: bin(wire["from"]),
    to: bin(wire["to"]),
    count: Number(wire["count"]),
    isUndone: wire["undone"] === true,
    undoUntil: Date.parse(String(wire["undoUntil"] ?? "")),
  };
}

function bin(wire: unknown): NamedBin | undefined {
  return wire === undefined ? undefined : namedBin(wire as Wire);
}
