import { html, nothing, type TemplateResult } from "lit";
import type { Theme } from "../model/preferences";
import { hash, type Area } from "../model/route";
import { clock, words } from "../words";
import { icons } from "./icons";
import { View } from "./view";

/** The line at the top: where in the page one is, how the connection is, one's own menu. */
export class Bar extends View {
  protected override render(): TemplateResult {
    return html`
      <header class="bar">
        <h1 class="brand">${icons.logo}<span>${words.product}</span></h1>
        ${this.areas()} ${this.connection()}
        <button class="quiet new" @click=${() => this.ask("create")}>
          ${icons.plus}<span>${words.list.newItem}</span>
        </button>
        ${this.menu()}
      </header>
    `;
  }

  closeMenu(): void {
    this.find<HTMLDetailsElement>("details.menu")?.removeAttribute("open");
  }

  /** Whoever has one only needs no way to others. */
  private areas(): TemplateResult | typeof nothing {
    const { areas } = this.desk.reach;
    return areas.length < 2
      ? nothing
      : html`<nav class="areas" aria-label=${words.areas.label}>
          ${areas.map((area) => this.area(area))}
        </nav>`;
  }

  private area(area: Area): TemplateResult {
    return html`<a
      href=${hash({ area, bin: undefined, item: undefined })}
      aria-current=${this.desk.route.area === area ? "page" : nothing}
      >${words.areas[area]}</a
    >`;
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

  private ask(what: string): void {
    this.dispatchEvent(new CustomEvent("ask", { detail: what, bubbles: true }));
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
}

export function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.at(0) ?? "")
    .slice(0, 2)
    .join("")
    .toLocaleUpperCase();
}

customElements.define("ow-bar", Bar);
