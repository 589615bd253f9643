import { html, nothing, type TemplateResult } from "lit";
import { centreOf } from "../../model/administration/centre";
import type { Kind, Thing } from "../../model/administration/thing";
import { address } from "../../model/route";
import { words } from "../../words";
import { icons } from "../icons";
import { View } from "../view";
import { columnsOf, columnTitle } from "./columns";
import { kindIcons } from "./kind-icons";
import "./table";
import type { Line, Order, Table } from "./table";

const own = words.administration;
const texts = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

interface Searched {
  line: Line;
  haystack: string;
}

/** All things of one kind, searched while one types. */
export class Things extends View {
  static override readonly properties = { kind: { attribute: false } };

  declare kind: Kind;

  private question = "";
  private order: Order = { column: 0, down: false };
  private of: readonly unknown[] = [];
  private sorted: readonly Searched[] = [];
  private found: readonly Line[] = [];

  /** Goes to the field in which they are searched. */
  search(): void {
    this.find<HTMLInputElement>("input[type=search]")?.focus();
  }

  focusTable(): void {
    const table = this.find<Table>("ow-table");
    if (table) {
      table.focus();
    } else {
      this.search();
    }
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("kind")) {
      void centreOf(this.desk).stocks.read(this.kind);
      this.question = "";
      this.order = { column: 0, down: false };
    }
    const { version } = centreOf(this.desk).stocks;
    const of = [this.kind, version, this.order];
    const isNew = of.some((each, i) => each !== this.of[i]);
    if (isNew) {
      this.of = of;
      this.sorted = this.sort();
    }
    const asked = this.question.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    this.found = this.sorted
      .filter(({ haystack }) => asked.every((word) => haystack.includes(word)))
      .map(({ line }) => line);
  }

  protected override updated(): void {
    const search = this.find<HTMLInputElement>("input[type=search]");
    if (search && search.value !== this.question) {
      search.value = this.question;
    }
  }

  protected override render(): TemplateResult {
    const { kind } = this;
    const stock = centreOf(this.desk).stocks.of(kind);
    const all = stock.things.length;
    return html`
      <section class="list" aria-label=${own.kinds[kind]} tabindex="-1" data-part>
        <header class="part">
          <a
            class="back button quiet"
            href=${address("administration")}
            aria-label=${own.backToSections}
            >${icons.back}</a
          >
          <div class="title">
            <h2 class="name">${own.kinds[kind]}</h2>
            <p class="hint" role="status">
              ${
                !stock.known
                  ? nothing
                  : this.question.trim() === ""
                    ? own.list.all[kind](all)
                    : own.list.found(this.found.length, all)
              }
            </p>
          </div>
          <button
            class="primary"
            ?disabled=${stock.off}
            @click=${() => this.open("new")}
          >
            ${icons.plus}<span>${own.list.add[kind]}</span>
          </button>
        </header>
        ${all > 0 ? this.tools() : nothing} ${this.body(stock.known, all)}
      </section>
    `;
  }

  private tools(): TemplateResult {
    const label = own.list.search(own.kinds[this.kind]);
    return html`<div class="tools">
      <label class="search">
        ${icons.search}<span class="sr">${label}</span>
        <input
          type="search"
          placeholder=${label}
          autocomplete="off"
          spellcheck="false"
          @input=${(event: Event) => this.ask((event.target as HTMLInputElement).value)}
          @keydown=${this.fromSearch}
        />
      </label>
    </div>`;
  }

  private body(known: boolean, all: number): TemplateResult {
    const { kind } = this;
    const { problem, off } = centreOf(this.desk).stocks.of(kind);
    if (!known) {
      return html`<div class="empty" aria-busy="true"></div>`;
    }
    if (problem !== undefined && all === 0) {
      return this.unread(problem, off);
    }
    if (all === 0) {
      const [title, hint] = own.list.empty[kind];
      return html`<div class="empty">
        ${kindIcons[kind]}
        <h3>${title}</h3>
        <p>${hint}</p>
      </div>`;
    }
    if (this.found.length === 0) {
      return html`<div class="empty">
        <h3>${own.list.nothingFound}</h3>
        <button
          @click=${() => {
            this.ask("");
            this.search();
          }}
        >
          ${own.list.clearSearch}
        </button>
      </div>`;
    }
    return html`<ow-table
      .desk=${this.desk}
      .lines=${this.found}
      .titles=${columnsOf(kind).map((column) => columnTitle(kind, column.name))}
      .label=${own.kinds[kind]}
      .order=${this.order}
      .chosen=${this.desk.route.item}
      @open=${(event: CustomEvent<string>) => this.open(event.detail)}
      @order=${(event: CustomEvent<number>) => this.sortBy(event.detail)}
    ></ow-table>`;
  }

  private unread(problem: string, off: boolean): TemplateResult {
    return html`<div class="empty">
      <h3>${off ? own.off : own.unreadable}</h3>
      <p>${off ? own.offHint : problem}</p>
      ${
        off
          ? html`<a class="button" href=${address("administration", "features")}
              >${own.toFeatures}</a
            >`
          : html`<button @click=${() => centreOf(this.desk).stocks.load()}>${own.again}</button>`
      }
    </div>`;
  }

  private open(key: string): void {
    const { route } = this.desk;
    const to = address("administration", this.kind, key);
    if (route.isNarrow || route.item === undefined) {
      route.goTo(to);
    } else {
      route.replaceBy(to);
    }
    this.dispatchEvent(new CustomEvent("opened", { bubbles: true }));
  }

  private ask(question: string): void {
    this.question = question;
    this.find<Table>("ow-table")?.scrollTo0();
    this.requestUpdate();
  }

  private sortBy(column: number): void {
    this.order = { column, down: this.order.column === column && !this.order.down };
    this.requestUpdate();
  }

  private sort(): readonly Searched[] {
    const { column, down } = this.order;
    const sign = down ? -1 : 1;
    return centreOf(this.desk)
      .stocks.of(this.kind)
      .things.map((thing) => this.searched(thing))
      .sort((a, b) => {
        const [one, other] = [a.line.cells[column] ?? "", b.line.cells[column] ?? ""];
        const order = (one === "" ? 1 : 0) - (other === "" ? 1 : 0) || texts.compare(one, other);
        return sign * order || texts.compare(a.line.cells[0] ?? "", b.line.cells[0] ?? "");
      });
  }

  private searched(thing: Thing): Searched {
    const centre = centreOf(this.desk);
    const cells = columnsOf(this.kind).map((column) => column.text(thing, centre));
    const mark = thing.values["enabled"] === false ? own.columns["disabled"] : undefined;
    const further = [thing.values["emailAddress"], mark];
    return {
      line: { key: thing.key, cells, mark },
      haystack: [...cells, ...further].join("\n").toLocaleLowerCase(),
    };
  }

  private fromSearch(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.question !== "") {
      event.preventDefault();
      event.stopPropagation();
      this.ask("");
    } else if (event.key === "ArrowDown" && this.found.length > 0) {
      event.preventDefault();
      this.find<Table>("ow-table")?.enter();
    }
  }
}

customElements.define("ow-things", Things);
