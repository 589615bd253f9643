import { html, nothing, type TemplateResult } from "lit";
import { DRAFTS, type Area } from "../model/route";
import { words } from "../words";
import { Areas } from "./areas";
import "./bar";
import type { Bar } from "./bar";
import "./bins";
import "./dialogs";
import "./drafts";
import { icons } from "./icons";
import "./item";
import type { ItemList } from "./list";
import "./list";
import "./sign-in";
import { View } from "./view";

type Asked = "move" | "move-several" | "create" | "columns" | "keys" | "sign-out" | undefined;

/** The whole page: the log-in, or the desk with whatever part of it the address names. */
export class Page extends View {
  private asked: Asked;
  private readonly areas = new Areas(() => this.requestUpdate());
  private readonly pressed = (event: KeyboardEvent): void => this.key(event);

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.pressed);
    this.addEventListener("ask", (event) =>
      this.ask(((event as CustomEvent).detail as Asked | null) ?? undefined),
    );
  }

  override disconnectedCallback(): void {
    document.removeEventListener("keydown", this.pressed);
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    if (!this.desk.asked) {
      return html`<div class="empty" aria-busy="true">
        <p>${words.connection.connecting}</p>
      </div>`;
    }
    return this.desk.me ? this.desktop() : html`<ow-sign-in .desk=${this.desk}></ow-sign-in>`;
  }

  protected override updated(): void {
    document.title = [...this.whereabouts(), words.product].join(" – ");
  }

  private whereabouts(): string[] {
    if (!this.desk.me) {
      return [];
    }
    const { area } = this.desk.route;
    const names = [this.desk.bin?.displayName, area === "work" ? undefined : words.areas[area]];
    return names.filter((name) => name !== undefined);
  }

  private desktop(): TemplateResult {
    const { area } = this.desk.route;
    return html`
      <div class="desk" data-area=${area} data-pane=${this.pane}>
        <ow-bar .desk=${this.desk}></ow-bar>
        ${area === "work" ? this.work() : this.area(area)} ${this.notices()} ${this.dialog()}
      </div>
    `;
  }

  /** Which part is seen where there is no room for all. */
  private get pane(): string {
    const { bin, item } = this.desk.route;
    return bin === undefined ? "bins" : item === undefined ? "list" : "item";
  }

  private work(): TemplateResult {
    const { desk } = this;
    return html`<main class="panes">
      <ow-bins .desk=${desk}></ow-bins>
      ${
        desk.route.bin === DRAFTS
          ? html`<ow-drafts .desk=${desk}></ow-drafts>`
          : html`<ow-list .desk=${desk}></ow-list>`
      }
      <ow-item .desk=${desk}></ow-item>
    </main>`;
  }

  private area(area: Exclude<Area, "work">): TemplateResult {
    const { desk } = this;
    if (!desk.reach.areas.includes(area)) {
      return desk.reach.known
        ? html`<main class="empty">
            <h2>${words.areas.notYours}</h2>
            <a class="button" href="#/">${words.areas.toWork}</a>
          </main>`
        : html`<main class="empty" aria-busy="true"></main>`;
    }
    switch (this.areas.visit(area)) {
      case "coming":
        return html`<main class="empty" aria-busy="true"><p>${words.areas.coming}</p></main>`;
      case "failed":
        return html`<main class="empty">
          <h2>${words.areas.failed}</h2>
          <p>${words.areas.failedHint}</p>
          <button @click=${() => this.areas.forget(area)}>${words.areas.again}</button>
        </main>`;
      case "here":
        return area === "team"
          ? html`<ow-team .desk=${desk}></ow-team>`
          : html`<ow-administration .desk=${desk}></ow-administration>`;
    }
  }

  private notices(): TemplateResult {
    return html`<div class="notices" role="region" aria-label=${words.notices.label}>
      <div aria-live="polite">
        ${this.desk.notices.all.map(
          (notice) => html`<div class="notice ${notice.tone}">
            <p>${notice.text}</p>
            ${
              notice.action
                ? html`<button
                  class=${notice.tone === "warn" ? "primary next" : ""}
                  @click=${() => {
                    this.desk.notices.dismiss(notice.id);
                    notice.action?.run();
                  }}
                >
                  <span>${notice.action.label}</span>${
                    notice.tone === "warn" ? html`<kbd>n</kbd>` : nothing
                  }
                </button>`
                : nothing
            }
            <button
              class="quiet small"
              aria-label=${words.notices.dismiss}
              @click=${() => this.desk.notices.dismiss(notice.id)}
            >
              ${icons.close}
            </button>
          </div>`,
        )}
      </div>
    </div>`;
  }

  private dialog(): TemplateResult | typeof nothing {
    const { desk } = this;
    switch (this.asked) {
      case "move":
        return html`<ow-move .desk=${desk}></ow-move>`;
      case "move-several":
        return this.areas.visit("team") === "here"
          ? html`<ow-move-several .desk=${desk}></ow-move-several>`
          : nothing;
      case "create":
        return html`<ow-create .desk=${desk}></ow-create>`;
      case "columns":
        return html`<ow-columns .desk=${desk}></ow-columns>`;
      case "keys":
        return html`<ow-keys .desk=${desk}></ow-keys>`;
      case "sign-out":
        return html`<ow-sign-out .desk=${desk}></ow-sign-out>`;
      case undefined:
        return nothing;
    }
  }

  private ask(asked: Asked): void {
    this.bar?.closeMenu();
    this.asked = asked;
    this.requestUpdate();
  }

  private key(event: KeyboardEvent): void {
    if (!this.desk.me || this.asked !== undefined || event.defaultPrevented) {
      return;
    }
    const item = this.desk.hands.get(this.desk.route.item);
    if (event.key === "F6") {
      event.preventDefault();
      this.nextPart(event.shiftKey);
    } else if (event.key === "s" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (item && this.desk.drafts.of(item.id)) {
        void this.desk.work.save(item);
      }
    } else if (event.key === "Escape") {
      this.escape(event);
    } else if (isSingle(event) && !event.repeat && this.desk.preferences.shortcuts) {
      this.single(event);
    }
  }

  /** Among the administrators' forms the keys of the work mean nothing, but for what a message offers. */
  private single(event: KeyboardEvent): void {
    const { hands, work, route, bin } = this.desk;
    if (route.area === "administration" && !(event.key === "n" && this.offer)) {
      return;
    }
    const item = hands.get(route.item);
    const mine = item !== undefined && item.state !== "Invited";
    const keys: Record<string, (() => void) | undefined> = {
      n: () => this.next(),
      "/": () => this.find<ItemList>("ow-list")?.search(),
      c: mine && item.capabilities.includes("Complete") ? () => work.complete(item) : undefined,
      r: mine ? () => work.release(item) : undefined,
      m: this.moving(mine),
      w: () => this.ask("create"),
      "?": () => this.ask("keys"),
    };
    const action = keys[event.key];
    if (action && (event.key !== "n" || bin || this.offer)) {
      event.preventDefault();
      action();
    }
  }

  /** The marked items, by who may; else the one that is shown, by who has it. */
  private moving(mine: boolean): (() => void) | undefined {
    const { marked, reach } = this.desk;
    if (marked.length > 0 && reach.areas.includes("team")) {
      return () => this.ask("move-several");
    }
    return mine ? () => this.ask("move") : undefined;
  }

  private get bar(): Bar | null {
    return this.find<Bar>("ow-bar");
  }

  /** What the newest message offers to do that waits for an answer. */
  private get offer(): (() => void) | undefined {
    const notice = this.desk.notices.all.findLast((each) => each.action && each.tone === "warn");
    return notice
      ? () => {
          this.desk.notices.dismiss(notice.id);
          notice.action?.run();
        }
      : undefined;
  }

  private next(): void {
    const offer = this.offer;
    if (offer) {
      offer();
    } else if (this.desk.bin) {
      void this.desk.work.pullNext(this.desk.bin);
    }
  }

  private escape(event: KeyboardEvent): void {
    const menu = this.find<HTMLDetailsElement>("details.menu[open]");
    if (menu) {
      this.bar?.closeMenu();
      menu.querySelector("summary")?.focus();
    } else if ((event.target as HTMLElement).closest("ow-item")) {
      if (this.desk.route.isNarrow) {
        history.back();
      } else {
        this.find<ItemList>("ow-list")?.focusList();
      }
    }
  }

  /** The parts that can be seen now, round and round. */
  private nextPart(back: boolean): void {
    const parts = [...this.querySelectorAll<HTMLElement>("[data-part]")].filter(
      (part) => part.offsetParent !== null,
    );
    const now = parts.findIndex((part) => part.contains(document.activeElement));
    const part = parts.at((now + (back ? -1 : 1) + parts.length) % parts.length);
    (part?.querySelector<HTMLElement>("[role=grid]") ?? part)?.focus();
  }
}

function isSingle(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  const typing = target.matches("input, textarea, select, [contenteditable]");
  return !typing && !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1;
}

customElements.define("ow-page", Page);
