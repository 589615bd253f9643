import type { Bin } from "../bin";
import type { Desk } from "../desk";
import type { Wire } from "./wire";

/** How many lie in a bin for at most so long. */
export interface AgeClass {
  /** In seconds; none for the last. */
  readonly upTo: number | undefined;
  readonly count: number;
}

/** What happened in a bin over time, step by step. */
export interface BinFigures {
  readonly from: number;
  readonly to: number;
  /** How long a step is, in milliseconds. */
  readonly step: number;
  readonly arrived: readonly number[];
  readonly left: readonly number[];
  /** How many lay there at the end of each step. */
  readonly count: readonly number[];
  readonly ages: readonly AgeClass[];
}

/** How far one looks back. */
export interface Span {
  readonly hours: number;
  /** In seconds. */
  readonly step: number;
}

export const SPANS: readonly Span[] = [
  { hours: 6, step: 900 },
  { hours: 24, step: 3_600 },
  { hours: 168, step: 21_600 },
];

interface Kept {
  figures: BinFigures | undefined;
  asked: number;
  failed: boolean;
}

const FRESH = 30_000;
const AT_ONCE = 2;

/** The figures of bins, asked for when somebody looks at them, and again after a while. */
export class Figures {
  private readonly kept = new Map<string, Kept>();
  private readonly waiting: (() => Promise<void>)[] = [];
  private running = 0;

  constructor(private readonly desk: Desk) {}

  /** What is known; it is asked for anew where that is older than that. */
  of(bin: Bin, span: Span, fresh = FRESH): BinFigures | undefined {
    const key = `${bin.key} ${span.hours}`;
    const kept = this.kept.get(key) ?? { figures: undefined, asked: 0, failed: false };
    if (Date.now() - kept.asked > fresh) {
      kept.asked = Date.now();
      this.kept.set(key, kept);
      this.waiting.push(() => this.load(bin, span, kept));
      this.next();
    }
    return kept.figures;
  }

  /** Whether they were asked for in vain. */
  isMissing(bin: Bin, span: Span): boolean {
    return this.kept.get(`${bin.key} ${span.hours}`)?.failed === true;
  }

  /** A few at a time: a page of many bins asks for many. */
  private next(): void {
    const work = this.running < AT_ONCE ? this.waiting.shift() : undefined;
    if (work) {
      this.running++;
      void work().finally(() => {
        this.running--;
        this.next();
      });
    }
  }

  private async load(bin: Bin, span: Span, kept: Kept): Promise<void> {
    try {
      const answer = await this.desk.http.get(`${bin.path}/figures`, { ...bin.query, ...span });
      kept.figures = figuresOf(answer["figures"] as Wire);
      kept.failed = false;
    } catch {
      kept.failed = kept.figures === undefined;
    }
    this.desk.changed();
  }
}

function figuresOf(wire: Wire): BinFigures {
  return {
    from: Date.parse(String(wire["from"])),
    to: Date.parse(String(wire["to"])),
    step: Number(wire["step"]) * 1_000,
    arrived: wire["arrived"] as number[],
    left: wire["left"] as number[],
    count: wire["count"] as number[],
    ages: (wire["ages"] as Wire[]).map((each) => ({
      upTo: each["upTo"] === undefined ? undefined : Number(each["upTo"]),
      count: Number(each["count"]),
    })),
  };
}
