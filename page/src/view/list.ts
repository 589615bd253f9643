import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { Item } from "../model/item";
import { HANDS } from "../model/route";
import { words } from "../words";
import { cellOf, columnName, tracks } from "./cells";
import { icons } from "./icons";
import { Rows, type Row } from "./rows";
import { styled } from "./styled";
import { View } from "./view";

const WIDE_ROW = 38;
const NARROW_ROW = 62;
const NARROW = 560;
const OVERSCAN = 8;

/** The items of the chosen bin. Only the lines that can be seen are in the document. */
export class ItemList extends View {
  private readonly rows = new Rows();
  private shown: readonly Row[] = [];
  /** Where the keys are, where that is not the item that is shown. */
  private cursor: string | undefined;
  private question = "";
  private top = 0;
  private height = 600;
  private width = 900;
  private list: string | undefined;
  private measured: HTMLElement | undefined;
  private readonly size = new ResizeObserver(([entry]) => {
    if (entry) {
      this.height = entry.contentRect.height;
      this.width = entry.contentRect.width;
      this.requestUpdate();
    }
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.desk.ghosts.visible = (id) => this.visible().some((row) => row.item.id === id);
  }

  override disconnectedCallback(): void {
    this.size.disconnect();
    this.measured = undefined;
    super.disconnectedCallback();
  }

  /** Goes to the field in which the bin is searched. */
  search(): void {
    this.find<HTMLInputElement>("input[type=search]")?.focus();
  }

  focusList(): void {
    this.find<HTMLElement>("[role=grid]")?.focus();
  }

  protected override willUpdate(): void {
    const { route } = this.desk;
    if (this.list !== route.bin) {
      this.list = route.bin;
      this.question = "";
      this.top = 0;
    }
    const bin = this.desk.bin;
    const items = route.bin === HANDS ? this.desk.hands.all : (bin?.content?.items ?? []);
    const version = bin?.content?.version ?? -1;
    const ghosts = bin ? this.desk.ghosts.of(bin.key) : [];
    this.shown = this.rows.of(items, version, this.question, this.sorting, ghosts);
  }

  protected override updated(): void {
    const grid = this.find<HTMLElement>("[role=grid]") ?? undefined;
    if (grid !== this.measured) {
      // One that has left the document would be told to have no height.
      this.size.disconnect();
      this.measured = grid;
      if (grid) {
        this.size.observe(grid);
      }
    }
    const search = this.find<HTMLInputElement>("input[type=search]");
    if (search && search.value !== this.question) {
      search.value = this.question;
    }
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const bin = desk.bin;
    const isHands = desk.route.bin === HANDS;
    const name = isHands ? words.bins.hands : (bin?.displayName ?? "");
    const all = isHands ? desk.hands.all.length : (bin?.count ?? 0);
    return html`
      <section class="list" aria-label=${name || words.bins.label} tabindex="-1" data-part>
        <header class="part">
          <a class="back button quiet" href="#/" aria-label=${words.list.back}>${icons.back}</a>
          <div class="title">
            <h2 class="name">${name}</h2>
            <p class="hint" role="status">${this.summary(all)}</p>
          </div>
          ${
            bin
              ? html`<button
                class="primary"
                ?disabled=${bin.count === 0 || desk.work.isBusy(bin.key)}
                @click=${() => desk.work.pullNext(bin)}
              >
                ${icons.next}<span>${words.list.takeNext}</span>
              </button>`
              : nothing
          }
        </header>
        <div class="tools">
          <label class="search">
            ${icons.search}<span class="sr">${words.list.search}</span>
            <input
              type="search"
              placeholder=${words.list.search}
              autocomplete="off"
              spellcheck="false"
              @input=${this.ask}
              @keydown=${this.fromSearch}
            />
          </label>
          <button class="quiet" @click=${() => this.tell("columns")}>
            ${icons.columns}<span>${words.list.columns}</span>
          </button>
        </div>
        ${this.shown.length > 0 ? this.grid(name) : this.nothing(isHands, all)}
      </section>
    `;
  }

  private summary(all: number): string {
    const content = this.desk.bin?.content;
    if (this.question !== "") {
      return words.list.found(this.shown.length, all);
    } else if (content && !content.complete && content.items.length < all) {
      return words.list.loading(content.items.length, all);
    }
    const owner = this.desk.bin?.owner;
    return [owner, words.bins.items(all)].filter(Boolean).join(" · ");
  }

  private grid(name: string): TemplateResult {
    const columns = this.desk.preferences.columns;
    const narrow = this.width < NARROW;
    const row = narrow ? NARROW_ROW : WIDE_ROW;
    const template = narrow ? "none" : tracks(columns);
    const chosen = this.chosen;
    const first = this.first;
    const visible = this.visible();
    return html`
      <div
        role="grid"
        class=${narrow ? "grid narrow" : "grid"}
        tabindex="0"
        aria-label=${this.desk.route.bin === HANDS ? words.list.handsLabel : words.list.label(name)}
        aria-rowcount=${this.shown.length + 1}
        aria-colcount=${columns.length}
        aria-activedescendant=${
          visible.some((each) => each.item.id === chosen) ? rowId(String(chosen)) : nothing
        }
        ${styled({ "--columns": template, "--row": `${row}px` })}
        @scroll=${this.scrolled}
        @keydown=${this.pressed}
      >
        <div role="rowgroup" class="head">
          <div role="row" aria-rowindex="1">${columns.map((column) => this.header(column))}</div>
        </div>
        <div
          role="rowgroup"
          class="body"
          ${styled({ height: `${this.shown.length * row}px` })}
        >
          ${repeat(
            visible,
            (each) => each.item.id,
            (each, index) => this.row(each, first + index, row, columns, narrow),
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

  private row(
    { item, ghost }: Row,
    index: number,
    height: number,
    columns: readonly string[],
    narrow: boolean,
  ): TemplateResult {
    const chosen = item.id === this.chosen;
    return html`<div
      role="row"
      id=${rowId(item.id)}
      data-id=${item.id}
      class=${["row", ghost ? "ghost" : "", chosen ? "chosen" : ""].filter(Boolean).join(" ")}
      aria-rowindex=${index + 2}
      aria-selected=${chosen ? "true" : "false"}
      ${styled({ transform: `translateY(${index * height}px)` })}
      @click=${() => this.choose(item)}
      @dblclick=${() => this.take(item)}
    >
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

  private nothing(isHands: boolean, all: number): TemplateResult {
    const bin = this.desk.bin;
    if (this.question !== "" && all > 0) {
      return html`<div class="empty">
        <h3>${words.list.nothingFound}</h3>
        <button @click=${() => this.clear()}>${words.list.clearSearch}</button>
      </div>`;
    }
    if (!isHands && (!bin || bin.content?.complete !== true)) {
      return html`<div class="empty" aria-busy="true"></div>`;
    }
    const [title, hint] = words.list.empty[isHands ? "hands" : (bin?.type ?? "")] ?? ["", ""];
    return html`<div class="empty">
      ${isHands ? icons.hands : (icons[bin?.type as "Agent"] ?? nothing)}
      <h3>${title}</h3>
      <p>${hint}</p>
    </div>`;
  }

  private get sorting(): { column: string; down: boolean } | undefined {
    return this.desk.preferences.sorting(this.desk.route.bin ?? "");
  }

  private get rowHeight(): number {
    return this.width < NARROW ? NARROW_ROW : WIDE_ROW;
  }

  /** The item that the keys are at. */
  private get chosen(): string | undefined {
    return this.desk.route.isNarrow ? this.cursor : this.desk.route.item;
  }

  private get first(): number {
    return Math.max(0, Math.floor(this.top / this.rowHeight) - OVERSCAN);
  }

  private visible(): readonly Row[] {
    const last = Math.ceil((this.top + this.height) / this.rowHeight) + OVERSCAN;
    return this.shown.slice(this.first, last);
  }

  private scrolled(event: Event): void {
    this.top = (event.target as HTMLElement).scrollTop;
    this.requestUpdate();
  }

  private ask(event: Event): void {
    this.question = (event.target as HTMLInputElement).value;
    this.scrollTo0();
  }

  private clear(): void {
    this.question = "";
    this.scrollTo0();
    this.search();
  }

  private scrollTo0(): void {
    this.top = 0;
    this.find<HTMLElement>("[role=grid]")?.scrollTo(0, 0);
    this.requestUpdate();
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

  private fromSearch(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.question !== "") {
      event.preventDefault();
      event.stopPropagation();
      this.clear();
    } else if (event.key === "ArrowDown" && this.shown[0]) {
      event.preventDefault();
      this.focusList();
      this.step(0);
    }
  }

  private pressed(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const chosen = this.chosen;
    const now = this.shown.findIndex((row) => row.item.id === chosen);
    const page = Math.max(1, Math.floor(this.height / this.rowHeight) - 1);
    const target: Record<string, number> = {
      ArrowDown: now + 1,
      ArrowUp: Math.max(0, now - 1),
      PageDown: now + page,
      PageUp: now - page,
      Home: 0,
      End: this.shown.length - 1,
    };
    const to = target[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.step(to);
    } else if (event.key === "Enter") {
      const item = this.shown[now]?.item;
      if (item) {
        event.preventDefault();
        if (this.desk.route.isNarrow) {
          this.choose(item);
        } else {
          this.take(item);
        }
      }
    }
  }

  private step(to: number): void {
    const index = Math.min(Math.max(0, to), this.shown.length - 1);
    const row = this.shown[index];
    if (!row) {
      return;
    }
    const grid = this.find<HTMLElement>("[role=grid]");
    if (grid) {
      const head = grid.querySelector<HTMLElement>(".head")?.offsetHeight ?? 0;
      const y = index * this.rowHeight;
      if (y < grid.scrollTop) {
        grid.scrollTop = y;
      } else if (y + this.rowHeight > grid.scrollTop + grid.clientHeight - head) {
        grid.scrollTop = y + this.rowHeight - grid.clientHeight + head;
      }
      this.top = grid.scrollTop;
    }
    this.cursor = row.item.id;
    if (this.desk.route.isNarrow) {
      this.requestUpdate();
    } else {
      this.desk.route.show(row.item.id);
    }
  }

  private tell(what: string): void {
    this.dispatchEvent(new CustomEvent("ask", { detail: what, bubbles: true }));
  }
}

function rowId(id: string): string {
  return `row-${id}`;
}

customElements.define("ow-list", ItemList);
