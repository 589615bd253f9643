import { inBinOrder, type Item } from "./item";

/**
 * The items of one bin in their order. Pages and events may come mixed: an event that is newer than
 * the page it concerns wins, so what comes out is the bin at the newest revision that was told.
 */
export class Content {
  private readonly byId = new Map<string, Item>();
  private readonly sorted: Item[] = [];
  private readonly told = new Map<string, number>();

  /** Whether all pages are here. */
  complete = false;

  /** Rises with every change. */
  version = 0;

  get items(): readonly Item[] {
    return this.sorted;
  }

  get(id: string): Item | undefined {
    return this.byId.get(id);
  }

  /** Adds a page that was read at that revision. */
  addPage(items: readonly Item[], revision: number): void {
    for (const item of items) {
      if ((this.told.get(item.id) ?? -1) <= revision) {
        this.put(item);
      }
    }
    this.version++;
  }

  /** All pages are here, so what events told is not needed any more. */
  finish(): void {
    this.complete = true;
    this.told.clear();
    this.version++;
  }

  /** An item came, or was changed. */
  set(item: Item, revision: number): void {
    this.note(item.id, revision);
    this.put(item);
    this.version++;
  }

  remove(id: string, revision: number): Item | undefined {
    this.note(id, revision);
    const item = this.byId.get(id);
    this.take(id);
    this.version++;
    return item;
  }

  private note(id: string, revision: number): void {
    if (!this.complete) {
      this.told.set(id, revision);
    }
  }

  private put(item: Item): void {
    this.take(item.id);
    this.byId.set(item.id, item);
    this.sorted.splice(this.position(item), 0, item);
  }

  private take(id: string): void {
    const before = this.byId.get(id);
    if (before) {
      this.byId.delete(id);
      this.sorted.splice(this.position(before), 1);
    }
  }

  /** Where it stands or would stand. */
  private position(item: Item): number {
    let low = 0;
    let high = this.sorted.length;
    // Pages come in order, so the end is the likely place.
    const last = this.sorted[high - 1];
    if (last && inBinOrder(last, item) < 0) {
      return high;
    }
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inBinOrder(this.sorted[middle] as Item, item) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
