import { html, type TemplateResult } from "lit";
import { moment, words } from "../words";
import { icons } from "./icons";
import { typedTexts } from "./item";
import { View } from "./view";

/** What I typed for items that are no longer in my hand. */
export class DraftList extends View {
  protected override render(): TemplateResult {
    const ids = this.desk.drafts.ids.filter((id) => !this.desk.hands.get(id) && id !== "new");
    return html`
      <section class="list" aria-label=${words.drafts.title} tabindex="-1" data-part>
        <header class="part">
          <a class="back button quiet" href="#/" aria-label=${words.list.back}>${icons.back}</a>
          <div class="title">
            <h2 class="name">${words.drafts.title}</h2>
            <p class="hint">${words.drafts.lead}</p>
          </div>
        </header>
        ${
          ids.length === 0
            ? html`<div class="empty">
              ${icons.drafts}
              <h3>${words.drafts.none[0]}</h3>
              <p>${words.drafts.none[1]}</p>
            </div>`
            : html`<div class="drafts">${ids.map((id) => this.draft(id))}</div>`
        }
      </section>
    `;
  }

  private draft(id: string): TemplateResult {
    const draft = this.desk.drafts.of(id);
    return draft
      ? html`<article class="kept">
          <h3>${draft.subject || words.item.noSubject}</h3>
          <p class="hint"><span class="id">${id}</span> · ${moment(draft.at)}</p>
          ${typedTexts(draft, this.desk.dispositions)}
          <button @click=${() => this.desk.drafts.drop(id)}>${words.drafts.discard}</button>
        </article>`
      : html``;
  }
}

customElements.define("ow-drafts", DraftList);
