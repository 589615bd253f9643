import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Item } from "../model/item";
import type { Sorting } from "../model/preferences";
import { HANDS } from "../model/route";
import { words } from "../words";
import { cellOf, columnName, tracks } from "./cells";
import { icons } from "./icons";
import { Lines } from "./lines";
import type { Row } from "./rows";
import { styled } from "./styled";
import { View } from "./view";

/** The lines of a list, to be walked and marked. Only those that can be seen are in the document. */
export class ItemGrid extends View {
  static override readonly properties = {
    rows: { attribute: false },
    name: { attribute: false },
    sorting: { attribute: false },
  };

  declare rows: readonly Row[];
  declare name: string;
  declare sorting: Sorting | undefined;

  /** Where the keys are, where that is not the item that is shown. */
  private cursor: string | undefined;
  private readonly lines = new Lines(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.desk.ghosts.visible = (id) => this.visible().some((row) => row.item.id === id);
  }

  override focus(): void {
    this.grid?.focus();
  }

  /** Goes to the first line. */
  enter(): void {
    this.focus();
    this.step(0, false);
  }

  scrollTo0(): void {
    this.lines.scrollTo0();
  }

  protected override willUpdate(): void {
    this.lines.count = this.rows.length;
  }

  protected override render(): TemplateResult {
    const columns = this.desk.preferences.columns;
    const { isNarrow: narrow, rowHeight: row } = this.lines;
    const chosen = this.chosen;
    const visible = this.visible();
    const marks = this.marks;
    return html`
      <div
        role="grid"
        class=${narrow ? "grid narrow" : "grid"}
        tabindex="0"
        aria-label=${this.desk.route.bin === HANDS ? words.list.handsLabel : words.list.label(this.name)}
        aria-multiselectable=${marks ? "true" : nothing}
        aria-rowcount=${this.rows.length + 1}
        aria-colcount=${columns.length + (marks ? 1 : 0)}
        aria-activedescendant=${
          visible.some((each) => each.item.id === chosen) ? rowId(String(chosen)) : nothing
        }
        ${styled({
          "--columns": narrow ? "none" : `${marks ? "1.5rem " : ""}${tracks(columns)}`,
          "--row": `${row}px`,
        })}
        @scroll=${() => this.lines.scrolled()}
        @keydown=${this.pressed}
      >
        <div role="rowgroup" class="head">
          <div role="row" aria-rowindex="1">
            ${marks ? this.markAll() : nothing} ${columns.map((column) => this.header(column))}
          </div>
        </div>
        <div
          role="rowgroup"
          class="body"
          ${styled({ height: `${this.rows.length * row}px` })}
        >
          ${repeat(
            visible,
            (each) => each.item.id,
            (each, index) => this.row(each, this.lines.first + index, row, columns, narrow),
          )}
        </div>
      </div>
    `;
  }

  private header(column: string): TemplateResult {
    const sorting = this.sorting;
    const mine = sorting?.column === column;
    const name = columnName(column);
    return html`<div
      role="columnheader"
      class=${column === "priority" || column === "age" ? "right" : ""}
      aria-sort=${mine ? (sorting.down ? "descending" : "ascending") : "none"}
    >
      <button class="sort" title=${words.columns.sortBy(name)} @click=${() => this.sortBy(column)}>
        ${name}${mine ? (sorting.down ? icons.down : icons.up) : nothing}
      </button>
    </div>`;
  }

  private markAll(): TemplateResult {
    const { selection } = this.desk;
    const all = selection.size > 0 && this.ids.every((id) => selection.has(id));
    return html`<div role="columnheader" class="mark">
      <label>
        <input
          type="checkbox"
          aria-label=${words.selection.all}
          .checked=${all}
          .indeterminate=${selection.size > 0 && !all}
          @change=${() => (all ? selection.clear() : selection.all(this.ids))}
        />
      </label>
    </div>`;
  }

  private row(
    { item, ghost }: Row,
    index: number,
    height: number,
    columns: readonly string[],
    narrow: boolean,
  ): TemplateResult {
    const chosen = item.id === this.chosen;
    const marked = this.desk.selection.has(item.id);
    const classes = ["row", ghost && "ghost", chosen && "chosen", marked && "marked"];
    return html`<div
      role="row"
      id=${rowId(item.id)}
      data-id=${item.id}
      class=${classes.filter(Boolean).join(" ")}
      aria-rowindex=${index + 2}
      aria-selected=${(this.marks ? marked : chosen) ? "true" : "false"}
      aria-current=${chosen ? "true" : nothing}
      ${styled({ transform: `translateY(${index * height}px)` })}
      @click=${(event: MouseEvent) => this.clicked(item, event)}
      @dblclick=${() => this.take(item)}
    >
      ${this.marks ? this.mark(item, marked, ghost !== undefined) : nothing}
      ${columns.map((column) => cellOf(item, column, narrow, this.desk.now))}
      ${
        ghost
          ? html`<div role="gridcell" class="gone">
            ${ghost.who === undefined ? words.list.someoneTook : words.list.taken(ghost.who)}
          </div>`
          : nothing
      }
    </div>`;
  }

  /** The focus stays with the grid, whose keys do the same. */
  private mark(item: Item, marked: boolean, gone: boolean): TemplateResult {
    return html`<div role="gridcell" class="mark" @dblclick=${stop}>
      <label @mousedown=${(event: Event) => event.preventDefault()} @click=${stop}>
        <input
          type="checkbox"
          tabindex="-1"
          aria-label=${words.selection.one(item.subject || words.item.noSubject)}
          .checked=${marked}
          ?disabled=${gone}
          @click=${(event: MouseEvent) => this.markOne(item.id, event.shiftKey)}
        />
      </label>
    </div>`;
  }

  private markOne(id: string, range: boolean): void {
    if (range) {
      this.desk.selection.extend(this.ids, this.chosen, id);
    } else {
      this.desk.selection.toggle(id);
    }
  }

  /** What is in hand is not done with by the dozen. */
  private get marks(): boolean {
    return this.desk.route.bin !== HANDS;
  }

  private get ids(): string[] {
    return this.rows.filter((row) => !row.ghost).map((row) => row.item.id);
  }

  private get grid(): HTMLElement | null {
    return this.find<HTMLElement>("[role=grid]");
  }

  /** The item that the keys are at. */
  private get chosen(): string | undefined {
    return this.desk.route.isNarrow ? this.cursor : this.desk.route.item;
  }

  private visible(): readonly Row[] {
    return this.rows.slice(this.lines.first, this.lines.end);
  }

  /** By that column, then the other way round, then in the order of the bin again. */
  private sortBy(column: string): void {
    const now = this.sorting;
    const bin = this.desk.route.bin ?? "";
    if (now?.column !== column) {
      this.desk.preferences.sort(bin, { column, down: false });
    } else {
      this.desk.preferences.sort(bin, now.down ? undefined : { column, down: true });
    }
  }

  private clicked(item: Item, event: MouseEvent): void {
    if (this.marks && (event.shiftKey || event.ctrlKey || event.metaKey)) {
      this.markOne(item.id, event.shiftKey);
    } else {
      this.choose(item);
    }
  }

  private choose(item: Item): void {
    this.cursor = item.id;
    this.desk.route.show(item.id);
  }

  private take(item: Item): void {
    const bin = this.desk.bin;
    if (bin?.content?.get(item.id)) {
      void this.desk.work.pull(bin, item);
    }
  }

  private pressed(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.altKey) {
      return;
    }
    const chosen = this.chosen;
    const now = this.rows.findIndex((row) => row.item.id === chosen);
    const done = event.ctrlKey || event.metaKey ? this.control(event) : this.plain(event, now);
    if (done) {
      event.preventDefault();
    }
  }

  private control(event: KeyboardEvent): boolean {
    if (event.key.toLowerCase() === "a" && this.marks) {
      this.desk.selection.all(this.ids);
      return true;
    }
    return false;
  }

  private plain(event: KeyboardEvent, now: number): boolean {
    const to = this.lines.reach(event.key, now);
    const item = this.rows[now]?.item;
    if (to !== undefined) {
      this.step(to, event.shiftKey);
      return true;
    } else if (event.key === " ") {
      if (item && this.marks) {
        this.markOne(item.id, event.shiftKey);
      }
      return true;
    } else if (event.key === "Escape" && this.desk.selection.size > 0) {
      this.desk.selection.clear();
      return true;
    } else if (event.key === "Enter") {
      if (event.repeat) {
        return true; // whoever holds it means one item
      }
      if (!item) {
        this.step(0, false);
      } else if (this.desk.route.isNarrow) {
        this.choose(item);
      } else {
        this.take(item);
      }
      return true;
    }
    return false;
  }

  private step(index: number, marking: boolean): void {
    const row = this.rows[index];
    if (!row) {
      return;
    }
    this.lines.reveal(index);
    if (marking && this.marks) {
      this.desk.selection.extend(this.ids, this.chosen, row.item.id);
    }
    this.cursor = row.item.id;
    if (!this.desk.route.isNarrow) {
      this.desk.route.show(row.item.id);
    }
  }
}

function rowId(id: string): string {
  return `row-${id}`;
}

function stop(event: Event): void {
  event.stopPropagation();
}

customElements.define("ow-grid", ItemGrid);
