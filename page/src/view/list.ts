import { html, nothing, type TemplateResult } from "lit";
import { address, FIGURES, HANDS } from "../model/route";
import { words } from "../words";
import type { ItemGrid } from "./grid";
import "./grid";
import { icons } from "./icons";
import { Rows, type Row } from "./rows";
import "./selection";
import { View } from "./view";

/** The items of the chosen bin. */
export class ItemList extends View {
  private readonly rows = new Rows();
  private shown: readonly Row[] = [];
  private question = "";
  private list: string | undefined;

  /** Goes to the field in which the bin is searched. */
  search(): void {
    this.find<HTMLInputElement>("input[type=search]")?.focus();
  }

  focusList(): void {
    this.grid?.focus();
  }

  protected override willUpdate(): void {
    const { route } = this.desk;
    if (this.list !== route.bin) {
      this.list = route.bin;
      this.question = "";
    }
    const bin = this.desk.bin;
    const items = route.bin === HANDS ? this.desk.hands.all : (bin?.content?.items ?? []);
    const version = bin?.content?.version ?? -1;
    const ghosts = bin ? this.desk.ghosts.of(bin.key) : [];
    this.shown = this.rows.of(items, version, this.question, this.sorting, ghosts);
  }

  protected override updated(): void {
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
          <a class="back button quiet" href=${this.desk.route.top} aria-label=${words.list.back}>${icons.back}</a>
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
          ${
            desk.route.area === "team"
              ? html`<a class="button quiet figures" href=${address("team", String(bin?.key), FIGURES)}>
                ${icons.figures}<span>${words.team.figures.title}</span>
              </a>`
              : nothing
          }
        </div>
        ${
          this.shown.length > 0
            ? html`<ow-grid
                .desk=${desk}
                .rows=${this.shown}
                .name=${name}
                .sorting=${this.sorting}
              ></ow-grid>
              <ow-selection .desk=${desk}></ow-selection>`
            : this.nothing(isHands, all)
        }
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

  private nothing(isHands: boolean, all: number): TemplateResult {
    const bin = this.desk.bin;
    if (this.question !== "" && all > 0) {
      return html`<div class="empty">
        <h3>${words.list.nothingFound}</h3>
        <button @click=${() => this.clear()}>${words.list.clearSearch}</button>
      </div>`;
    }
    if (!isHands && !bin && this.desk.bins.known && this.desk.bins.all.length === 0) {
      return this.noBin();
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

  /** Whoever can set workbins up is led to where that is done. */
  private noBin(): TemplateResult {
    const { title, text, go } = words.administration.noBin;
    return html`<div class="empty">
      ${icons.Agent}
      <h3>${title}</h3>
      ${
        this.desk.reach.isAdministrator
          ? html`<p>${text}</p>
              <a class="button" href=${address("administration", "workbins")}>${go}</a>`
          : html`<p>${words.bins.none}</p>`
      }
    </div>`;
  }

  private get sorting(): { column: string; down: boolean } | undefined {
    return this.desk.preferences.sorting(this.desk.route.bin ?? "");
  }

  private get grid(): ItemGrid | null {
    return this.find<ItemGrid>("ow-grid");
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
    this.grid?.scrollTo0();
    this.requestUpdate();
  }

  private fromSearch(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.question !== "") {
      event.preventDefault();
      event.stopPropagation();
      this.clear();
    } else if (event.key === "ArrowDown" && this.shown[0]) {
      event.preventDefault();
      this.grid?.enter();
    }
  }

  private tell(what: string): void {
    this.dispatchEvent(new CustomEvent("ask", { detail: what, bubbles: true }));
  }
}

customElements.define("ow-list", ItemList);
