import type { ReactiveController, ReactiveControllerHost } from "lit";

const WIDE_ROW = 38;
const NARROW_ROW = 62;
const NARROW = 560;
const OVERSCAN = 8;

/** The lines of a long grid: which of them can be seen, and how the grid follows the keys. */
export class Lines implements ReactiveController {
  count = 0;
  private top = 0;
  private height = 600;
  private width = 900;
  private grid: HTMLElement | undefined;
  private readonly size = new ResizeObserver(([entry]) => {
    if (entry) {
      this.height = entry.contentRect.height;
      this.width = entry.contentRect.width;
      this.host.requestUpdate();
    }
  });

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostUpdated(): void {
    const grid = this.host.querySelector<HTMLElement>("[role=grid]") ?? undefined;
    if (grid !== this.grid) {
      // One that has left the document would be told to have no height.
      this.size.disconnect();
      this.grid = grid;
      if (grid) {
        this.size.observe(grid);
      }
    }
  }

  hostDisconnected(): void {
    this.size.disconnect();
    this.grid = undefined;
  }

  /** Whether there is no room for columns. */
  get isNarrow(): boolean {
    return this.width < NARROW;
  }

  get rowHeight(): number {
    return this.isNarrow ? NARROW_ROW : WIDE_ROW;
  }

  get first(): number {
    return Math.max(0, Math.floor(this.top / this.rowHeight) - OVERSCAN);
  }

  /** The line after the last one that can be seen. */
  get end(): number {
    return Math.ceil((this.top + this.height) / this.rowHeight) + OVERSCAN;
  }

  scrolled(): void {
    this.top = this.grid?.scrollTop ?? 0;
    this.host.requestUpdate();
  }

  scrollTo0(): void {
    this.grid?.scrollTo(0, 0);
    this.scrolled();
  }

  /** The line that a key leads to from that one. */
  reach(key: string, from: number): number | undefined {
    const page = Math.max(1, Math.floor(this.height / this.rowHeight) - 1);
    const target: Record<string, number> = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: this.count - 1,
    };
    const to = target[key];
    return to === undefined ? undefined : Math.min(Math.max(0, to), this.count - 1);
  }

  /** Scrolls so that the line is seen. */
  reveal(index: number): void {
    const { grid } = this;
    if (!grid) {
      return;
    }
    const head = grid.querySelector<HTMLElement>(".head")?.offsetHeight ?? 0;
    const y = index * this.rowHeight;
    if (y < grid.scrollTop) {
      grid.scrollTop = y;
    } else if (y + this.rowHeight > grid.scrollTop + grid.clientHeight - head) {
      grid.scrollTop = y + this.rowHeight - grid.clientHeight + head;
    }
    this.scrolled();
  }
}
