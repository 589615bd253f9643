import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { isPlain, textOf, type Item } from "../model/item";
import { words } from "../words";
import { icons } from "./icons";
import { View } from "./view";

/** The user data of an item: to read, and to change by whoever has it in hand. */
export class Fields extends View {
  item!: Item;
  editable = false;

  protected override render(): TemplateResult {
    const keys = this.keys();
    return html`
      <h3 id="data-title">${words.item.data}</h3>
      ${keys.length === 0 ? html`<p class="hint">${words.item.noData}</p>` : nothing}
      <dl class="fields" aria-labelledby="data-title">
        ${repeat(
          keys,
          (key) => `${this.item.id} ${key}`,
          (key, index) => this.field(key, index),
        )}
      </dl>
      ${this.editable ? this.adding() : nothing}
    `;
  }

  /** Those that it has, then those that were typed and are not there yet. */
  private keys(): string[] {
    const there = Object.keys(this.item.userData);
    const typed = Object.keys(this.draft?.values ?? {}).filter((key) => !there.includes(key));
    return this.editable ? [...there, ...typed] : there;
  }

  private field(key: string, index: number): TemplateResult {
    const value = this.item.userData[key];
    const id = `field-${index}`;
    if (!this.editable || !isPlain(value)) {
      return html`<div>
        <dt>${key}</dt>
        <dd dir="auto">${textOf(value)}</dd>
      </div>`;
    }
    const draft = this.draft;
    const removed = draft?.removed.includes(key) === true;
    const typed = draft?.values[key];
    return html`<div class=${typed !== undefined || removed ? "changed" : ""}>
      <dt><label for=${id}>${key}</label></dt>
      <dd>
        <input
          id=${id}
          .value=${typed ?? textOf(value)}
          ?disabled=${removed}
          autocomplete="off"
          @input=${(event: Event) => this.typed(key, (event.target as HTMLInputElement).value)}
        />
        <button
          class="quiet small"
          aria-label=${removed ? words.item.undo(key) : words.item.remove(key)}
          title=${removed ? words.item.undo(key) : words.item.remove(key)}
          @click=${() => this.takeOut(key, !removed)}
        >
          ${removed ? icons.undo : icons.close}
        </button>
      </dd>
    </div>`;
  }

  private adding(): TemplateResult {
    return html`<form class="adding" @submit=${this.add} aria-label=${words.item.addField}>
      <input name="key" aria-label=${words.item.fieldName} placeholder=${words.item.addField} autocomplete="off" maxlength="255" />
      <button class="quiet">${icons.plus}<span>${words.item.add}</span></button>
    </form>`;
  }

  private get draft(): ReturnType<typeof this.desk.drafts.of> {
    return this.desk.drafts.of(this.item.id);
  }

  private typed(key: string, text: string): void {
    const before = this.item.userData[key];
    this.desk.drafts.edit(this.item.id, this.item.subject, (draft) => {
      if (key in this.item.userData && text === textOf(before)) {
        delete draft.values[key];
      } else {
        draft.values[key] = text;
      }
    });
  }

  private takeOut(key: string, removed: boolean): void {
    this.desk.drafts.edit(this.item.id, this.item.subject, (draft) => {
      delete draft.values[key];
      draft.removed = draft.removed.filter((each) => each !== key);
      if (removed && key in this.item.userData) {
        draft.removed.push(key);
      }
    });
  }

  private async add(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const key = String(new FormData(form).get("key")).trim();
    if (key === "") {
      return;
    }
    if (!(key in this.item.userData)) {
      this.typed(key, this.draft?.values[key] ?? "");
    }
    form.reset();
    this.requestUpdate();
    await this.updateComplete;
    this.find<HTMLInputElement>(`#field-${this.keys().indexOf(key)}`)?.focus();
  }
}

customElements.define("ow-fields", Fields);
