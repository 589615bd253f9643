import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { words } from "../../words";
import { icons } from "../icons";
import { Lines } from "../lines";
import { styled } from "../styled";
import { View } from "../view";

/** One line of a table. */
export interface Line {
  key: string;
  cells: readonly string[];
  /** A word at the end of the first cell. */
  mark: string | undefined;
}

export interface Order {
  column: number;
  down: boolean;
}

/**
 * A table of many lines, walked with the arrow keys. Only those that can be seen are in the
 * document. Tells "open" with the key of a line, and "order" with the column to go by.
 */
export class Table extends View {
  static override readonly properties = {
    lines: { attribute: false },
    titles: { attribute: false },
    label: { attribute: false },
    order: { attribute: false },
    chosen: { attribute: false },
  };

  declare lines: readonly Line[];
  declare titles: readonly string[];
  declare label: string;
  declare order: Order;
  /** The key of the line that is open. */
  declare chosen: string | undefined;

  private cursor: string | undefined;
  private readonly view = new Lines(this);

  override focus(): void {
    this.find<HTMLElement>("[role=grid]")?.focus();
  }

  /** Goes to the first line. */
  enter(): void {
    this.focus();
    this.step(0);
  }

  scrollTo0(): void {
    this.view.scrollTo0();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    this.view.count = this.lines.length;
    if (changed.has("chosen")) {
      this.cursor = this.chosen ?? this.cursor;
    }
  }

  protected override render(): TemplateResult {
    const { first, end, isNarrow, rowHeight } = this.view;
    const seen = this.lines.slice(first, end);
    return html`
      <div
        role="grid"
        class=${isNarrow ? "grid narrow" : "grid"}
        tabindex="0"
        aria-label=${this.label}
        aria-rowcount=${this.lines.length + 1}
        aria-colcount=${this.titles.length}
        aria-activedescendant=${
          seen.some((line) => line.key === this.cursor) ? rowId(String(this.cursor)) : nothing
        }
        ${styled({
          "--columns": isNarrow ? "none" : `1.3fr ${"1fr ".repeat(this.titles.length - 1)}`,
          "--row": `${rowHeight}px`,
        })}
        @scroll=${() => this.view.scrolled()}
        @keydown=${this.pressed}
      >
        <div role="rowgroup" class="head">
          <div role="row" aria-rowindex="1">
            ${this.titles.map((title, index) => this.header(title, index))}
          </div>
        </div>
        <div
          role="rowgroup"
          class="body"
          ${styled({ height: `${this.lines.length * rowHeight}px` })}
        >
          ${repeat(
            seen,
            (line) => line.key,
            (line, index) => this.row(line, first + index, rowHeight),
          )}
        </div>
      </div>
    `;
  }

  private header(title: string, index: number): TemplateResult {
    const { column, down } = this.order;
    return html`<div
      role="columnheader"
      aria-sort=${column === index ? (down ? "descending" : "ascending") : "none"}
    >
      <button
        class="sort"
        title=${words.administration.list.sortBy(title)}
        @click=${() => this.tell("order", index)}
      >
        ${title}${column === index ? (down ? icons.down : icons.up) : nothing}
      </button>
    </div>`;
  }

  private row(line: Line, index: number, height: number): TemplateResult {
    const classes = ["row", line.key === this.chosen && "chosen", line.key === this.cursor && "at"];
    return html`<div
      role="row"
      id=${rowId(line.key)}
      data-key=${line.key}
      class=${classes.filter(Boolean).join(" ")}
      aria-rowindex=${index + 2}
      aria-selected=${line.key === this.chosen ? "true" : "false"}
      ${styled({ transform: `translateY(${index * height}px)` })}
      @click=${() => this.open(line)}
    >
      ${line.cells.map(
        (cell, column) => html`<div
          role="gridcell"
          class=${column === 0 ? "cell subject" : "cell text"}
        >
          ${cell}${
            column === 0 && line.mark !== undefined
              ? html` <span class="mark-off">${line.mark}</span>`
              : nothing
          }
        </div>`,
      )}
    </div>`;
  }

  private open(line: Line): void {
    this.cursor = line.key;
    this.tell("open", line.key);
    this.requestUpdate();
  }

  private pressed(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const at = this.lines.findIndex((line) => line.key === this.cursor);
    const to = this.view.reach(event.key, at);
    const line = this.lines[at];
    if (to !== undefined) {
      event.preventDefault();
      this.step(to);
    } else if ((event.key === "Enter" || event.key === " ") && line) {
      event.preventDefault();
      this.open(line);
    }
  }

  private step(to: number): void {
    const line = this.lines[to];
    if (line) {
      this.view.reveal(to);
      this.cursor = line.key;
      this.requestUpdate();
    }
  }

  private tell(what: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

function rowId(key: string): string {
  return `line-${key}`;
}

customElements.define("ow-table", Table);
