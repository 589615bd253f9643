import { html, nothing, type TemplateResult } from "lit";
import { words } from "../words";
import { icons } from "./icons";
import { View } from "./view";

/** What can be done with all the marked lines of the list. */
export class SelectionBar extends View {
  protected override render(): TemplateResult | typeof nothing {
    const { desk } = this;
    const { bin, marked, several } = desk;
    if (!bin || marked.length === 0) {
      return nothing;
    }
    const { progress } = several;
    return html`<div class="marked-bar" role="toolbar" aria-label=${words.selection.label}>
      <p role="status">
        ${
          progress
            ? words.selection.taking(progress.done, progress.all)
            : words.selection.marked(marked.length)
        }
      </p>
      <button
        ?disabled=${progress !== undefined}
        @click=${() => void several.pull(bin, marked)}
      >
        ${icons.check}<span>${words.selection.take(marked.length)}</span>
      </button>
      ${
        desk.reach.areas.includes("team")
          ? html`<button class="primary" ?disabled=${progress !== undefined} @click=${this.move}>
              ${icons.move}<span>${words.selection.move}</span>
            </button>`
          : nothing
      }
      <button
        class="quiet small"
        aria-label=${words.selection.clear}
        title=${words.selection.clear}
        @click=${() => desk.selection.clear()}
      >
        ${icons.close}
      </button>
    </div>`;
  }

  private move(): void {
    this.dispatchEvent(new CustomEvent("ask", { detail: "move-several", bubbles: true }));
  }
}

customElements.define("ow-selection", SelectionBar);
