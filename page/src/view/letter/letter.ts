import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { Letter } from "../../model/item";
import type { Theme } from "../../model/preferences";
import { words } from "../../words";
import { View } from "../view";
import "./letter.css";
import { sheet } from "./sheet";

/**
 * What an e-mail says, as its author structured it. It is markup of a stranger, so three things
 * stand before it, each of them enough: it is purified, the policy of its frame lets nothing run or
 * load, and the frame is a sandbox without scripts, forms and an origin.
 */
export class LetterView extends View {
  letter!: Letter;

  private asText = false;
  private waiting: HTMLIFrameElement | undefined;
  private made: { letter: Letter; theme: Theme; sheet: string } | undefined;

  protected override render(): TemplateResult {
    const { plain } = this.letter;
    return html`
      <h3>${words.item.body}</h3>
      ${
        this.asText
          ? html`<blockquote dir="auto">${plain}</blockquote>`
          : // A frame that got another document would have a past that one can go back to.
            keyed(
              this.sheet,
              html`<iframe
                title=${words.letter.label}
                sandbox="allow-popups allow-popups-to-escape-sandbox"
                referrerpolicy="no-referrer"
              ></iframe>`,
            )
      }
      <p class="hint">
        ${this.asText ? nothing : words.letter.hint}
        ${
          plain === ""
            ? nothing
            : html`<button class="quiet small" @click=${() => this.turn()}>
              ${this.asText ? words.letter.asSent : words.letter.asText}
            </button>`
        }
      </p>
    `;
  }

  /**
   * A frame without an origin gets a process of its own. Chromium (156) now and then never lays it
   * out, and shows nothing, where that happens before the frame itself has its place on the page.
   */
  protected override updated(): void {
    const frame = this.find<HTMLIFrameElement>("iframe:not([srcdoc])");
    if (frame && frame !== this.waiting) {
      this.waiting = frame;
      const { sheet } = this;
      requestAnimationFrame(() => requestAnimationFrame(() => (frame.srcdoc = sheet)));
    }
  }

  private get sheet(): string {
    const { letter } = this;
    const theme = this.desk.preferences.theme;
    if (this.made?.letter.html !== letter.html || this.made.theme !== theme) {
      const colours = theme === "system" ? "light dark" : theme;
      this.made = { letter, theme, sheet: sheet(letter.html, colours) };
    }
    return this.made.sheet;
  }

  private turn(): void {
    this.asText = !this.asText;
    this.requestUpdate();
  }
}

customElements.define("ow-letter", LetterView);
