import { html, nothing, type TemplateResult } from "lit";
import type { Draft } from "../model/drafts";
import type { Item } from "../model/item";
import { dispositionOf } from "../model/work";
import { words } from "../words";
import { View } from "./view";

/** What became of the item that I have in hand, and what there is to say about it. */
export class WrapUp extends View {
  item!: Item;

  protected override render(): TemplateResult {
    return html`
      <h3>${words.item.wrapUp}</h3>
      <div class="wrap-up">
        <label>
          <span>${words.item.disposition}</span>
          ${this.desk.dispositions.all.length > 0 ? this.choice() : this.freely()}
        </label>
        ${takesComment(this.item) ? this.comment() : nothing}
      </div>
    `;
  }

  /** What was set by others may be none of these; what was set cannot be taken back. */
  private choice(): TemplateResult {
    const { all } = this.desk.dispositions;
    const set = dispositionOf(this.item);
    const chosen = this.draft?.disposition ?? set;
    const others = [...new Set([set, chosen])].filter(
      (each) => each !== "" && !all.some((known) => known.name === each),
    );
    const option = (name: string, label: string): TemplateResult =>
      html`<option value=${name} .selected=${name === chosen}>${label}</option>`;
    return html`<select name="disposition" @change=${this.disposed}>
      ${set === "" ? option("", words.item.noDisposition) : nothing}
      ${others.map((each) => option(each, each))}
      ${all.map((each) => option(each.name, each.displayName))}
    </select>`;
  }

  private freely(): TemplateResult {
    return html`<input
      name="disposition"
      autocomplete="off"
      ?disabled=${!this.desk.dispositions.known}
      .value=${this.draft?.disposition ?? dispositionOf(this.item)}
      @input=${this.disposed}
    />`;
  }

  private readonly disposed = (event: Event): void => {
    const text = (event.target as HTMLInputElement | HTMLSelectElement).value;
    this.edit((now) => (now.disposition = text === dispositionOf(this.item) ? undefined : text));
  };

  private comment(): TemplateResult {
    return html`<label>
      <span>${words.item.comment}</span>
      <textarea
        name="comment"
        rows="3"
        .value=${this.draft?.comment ?? this.item.comment}
        @input=${(event: Event) => {
          const text = (event.target as HTMLTextAreaElement).value;
          this.edit((now) => (now.comment = text === this.item.comment ? undefined : text));
        }}
      ></textarea>
    </label>`;
  }

  private get draft(): Draft | undefined {
    return this.desk.drafts.of(this.item.id);
  }

  private edit(change: (draft: Draft) => void): void {
    this.desk.drafts.edit(this.item.id, this.item.subject, change);
  }
}

/** Work items take one although the contract's list of what they can does not say so. */
function takesComment(item: Item): boolean {
  return (
    item.capabilities.includes("AddComment") ||
    item.medium === "workitem" ||
    item.medium === "openmedia"
  );
}

customElements.define("ow-wrap-up", WrapUp);
