import { html, nothing, type TemplateResult } from "lit";
import type { Theme } from "../model/preferences";
import { DRAFTS } from "../model/route";
import { clock, words } from "../words";
import "./bins";
import "./dialogs";
import "./drafts";
import { icons } from "./icons";
import "./item";
import type { ItemList } from "./list";
import "./list";
import "./sign-in";
import { View } from "./view";

type Asked = "move" | "create" | "columns" | "keys" | "sign-out" | undefined;

/** The whole page: the log-in, or the desk with its three parts. */
export class Page extends View {
  private asked: Asked;
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
    return this.desk.me ? this.work() : html`<ow-sign-in .desk=${this.desk}></ow-sign-in>`;
  }

  protected override updated(): void {
    const bin = this.desk.me ? this.desk.bin?.displayName : undefined;
    document.title = bin ? `${bin} – ${words.product}` : words.product;
  }

  private work(): TemplateResult {
    const { desk } = this;
    const { route } = desk;
    const pane = route.bin === undefined ? "bins" : route.item === undefined ? "list" : "item";
    return html`
      <div class="desk" data-pane=${pane}>
        <header class="bar">
          <h1 class="brand">${icons.logo}<span>${words.product}</span></h1>
          ${this.connection()}
          <button class="quiet new" @click=${() => this.ask("create")}>
            ${icons.plus}<span>${words.list.newItem}</span>
          </button>
          ${this.menu()}
        </header>
        <main>
          <ow-bins .desk=${desk}></ow-bins>
          ${
            route.bin === DRAFTS
              ? html`<ow-drafts .desk=${desk}></ow-drafts>`
              : html`<ow-list .desk=${desk}></ow-list>`
          }
          <ow-item .desk=${desk}></ow-item>
        </main>
        ${this.notices()} ${this.dialog()}
      </div>
    `;
  }

  private connection(): TemplateResult {
    const { connection, awaySince } = this.desk;
    const said =
      connection === "away"
        ? words.connection.away(clock(awaySince))
        : words.connection[connection];
    return html`<span class="connection ${connection}" role="status">
      <span class="dot" aria-hidden="true"></span><span class="said">${said}</span>
    </span>`;
  }

  private menu(): TemplateResult {
    const me = this.desk.me;
    const name = [me?.firstName, me?.lastName].filter(Boolean).join(" ") || me?.userName;
    const themes: Theme[] = ["system", "light", "dark"];
    return html`<details class="menu" @focusout=${this.leftMenu}>
      <summary>
        <span class="avatar" aria-hidden="true">${initials(name ?? "")}</span>
        <span class="sr">${words.menu.open}:</span>
        <span class="name">${name}</span>
      </summary>
      <div class="sheet">
        <fieldset>
          <legend>${words.menu.theme}</legend>
          ${themes.map(
            (theme) => html`<label class="check">
              <input
                type="radio"
                name="theme"
                .checked=${this.desk.preferences.theme === theme}
                @change=${() => (this.desk.preferences.theme = theme)}
              />
              <span>${words.menu[theme as "light"]}</span>
            </label>`,
          )}
        </fieldset>
        <button class="choice" @click=${() => this.ask("keys")}>${words.menu.keys}</button>
        <button class="choice" @click=${this.signOut}>${words.menu.signOut}</button>
      </div>
    </details>`;
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
                  class="primary next"
                  @click=${() => {
                    this.desk.notices.dismiss(notice.id);
                    notice.action?.run();
                  }}
                >
                  <span>${notice.action.label}</span><kbd>n</kbd>
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
    this.closeMenu();
    this.asked = asked;
    this.requestUpdate();
  }

  private signOut(): void {
    if (this.desk.hands.all.length + this.desk.drafts.ids.length > 0) {
      this.ask("sign-out");
    } else {
      this.closeMenu();
      this.desk.signOut().catch((error: unknown) => this.desk.failed(error));
    }
  }

  private leftMenu(event: FocusEvent): void {
    const menu = event.currentTarget as HTMLElement;
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) {
      this.closeMenu();
    }
  }

  private closeMenu(): void {
    this.find<HTMLDetailsElement>("details.menu")?.removeAttribute("open");
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
    } else if (isSingle(event) && this.desk.preferences.shortcuts) {
      this.single(event);
    }
  }

  private single(event: KeyboardEvent): void {
    const { hands, work, route, bin } = this.desk;
    const item = hands.get(route.item);
    const mine = item !== undefined && item.state !== "Invited";
    const keys: Record<string, (() => void) | undefined> = {
      n: () => this.next(),
      "/": () => this.find<ItemList>("ow-list")?.search(),
      c: mine && item.capabilities.includes("Complete") ? () => work.complete(item) : undefined,
      r: mine ? () => work.release(item) : undefined,
      m: mine ? () => this.ask("move") : undefined,
      w: () => this.ask("create"),
      "?": () => this.ask("keys"),
    };
    const action = keys[event.key];
    if (action && (event.key !== "n" || bin || this.offer)) {
      event.preventDefault();
      action();
    }
  }

  /** What the newest message offers to do. */
  private get offer(): (() => void) | undefined {
    const notice = this.desk.notices.all.findLast((each) => each.action);
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
      this.closeMenu();
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

function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.at(0) ?? "")
    .slice(0, 2)
    .join("")
    .toLocaleUpperCase();
}

customElements.define("ow-page", Page);
