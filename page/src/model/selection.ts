/** The lines of one list that somebody has marked, to do something with all of them. */
export class Selection {
  private ids: ReadonlySet<string> = new Set();
  /** Where a range begins, and what was marked before it. */
  private anchor: string | undefined;
  private before: ReadonlySet<string> = this.ids;
  private list: string | undefined;

  constructor(private readonly changed: () => void) {}

  get size(): number {
    return this.ids.size;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** Another list begins with nothing marked. */
  enter(list: string | undefined): void {
    if (this.list !== list) {
      this.list = list;
      this.clear();
    }
  }

  toggle(id: string): void {
    const ids = new Set(this.ids);
    if (!ids.delete(id)) {
      ids.add(id);
    }
    this.set(ids, id);
  }

  /** From where it was begun to that line; `from` where it was not. */
  extend(lines: readonly string[], from: string | undefined, to: string): void {
    const anchor = this.anchor ?? from ?? to;
    const ends = [lines.indexOf(anchor), lines.indexOf(to)];
    const range = lines.slice(Math.max(0, Math.min(...ends)), Math.max(...ends) + 1);
    const before = this.before;
    this.set(new Set([...before, ...range]), anchor);
    this.before = before;
  }

  all(lines: readonly string[]): void {
    this.set(new Set(lines), undefined);
  }

  /** It has left the list. */
  drop(id: string): void {
    if (this.ids.has(id)) {
      const ids = new Set(this.ids);
      ids.delete(id);
      this.set(ids, this.anchor);
    }
  }

  clear(): void {
    if (this.ids.size > 0 || this.anchor !== undefined) {
      this.set(new Set(), undefined);
    }
  }

  private set(ids: ReadonlySet<string>, anchor: string | undefined): void {
    this.ids = ids;
    this.before = ids;
    this.anchor = anchor;
    this.changed();
  }
}
