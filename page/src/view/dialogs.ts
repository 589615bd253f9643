import { html, nothing, type TemplateResult } from "lit";
import type { Bin } from "../model/bin";
import { NEW } from "../model/drafts";
import { NumberText } from "../wire/http";
import type { Item, UserData } from "../model/item";
import { COLUMNS } from "../model/preferences";
import type { Colleague } from "../model/work";
import { words } from "../words";
import { icons } from "./icons";
import { columnName } from "./cells";
import { View } from "./view";

/** A question in front of the page; the browser keeps the focus in it and gives it back. */
export abstract class Dialog extends View {
  private closing = false;

  protected override firstUpdated(): void {
    this.find<HTMLDialogElement>("dialog")?.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="dialog-title"
      @close=${this.closed}
      @click=${(event: Event) => event.target === event.currentTarget && this.close()}
    >
      <div class="dialog">${this.content()}</div>
    </dialog>`;
  }

  protected abstract content(): TemplateResult;

  protected close(): void {
    this.find<HTMLDialogElement>("dialog")?.close();
  }

  private closed(): void {
    if (!this.closing) {
      this.closing = true;
      this.dispatchEvent(new CustomEvent("ask", { detail: undefined, bubbles: true }));
    }
  }
}

/** Where an item in hand is to go. */
export class MoveDialog extends Dialog {
  private question = "";
  private colleagues: Colleague[] = [];
  private item: Item | undefined;

  protected override firstUpdated(): void {
    super.firstUpdated();
    this.item = this.desk.item;
    this.desk.work.colleagues().then(
      (colleagues) => {
        this.colleagues = colleagues;
        this.requestUpdate();
      },
      () => {},
    );
  }

  protected override content(): TemplateResult {
    const bins = this.desk.bins.all.filter((bin) => this.fits(`${bin.displayName} ${bin.owner}`));
    const people = this.colleagues.filter((each) => this.fits(each.name));
    return html`
      <h2 id="dialog-title">${words.move.title}</h2>
      <label class="search">
        ${icons.search}<span class="sr">${words.move.search}</span>
        <input
          type="search"
          placeholder=${words.move.search}
          autocomplete="off"
          @input=${(event: Event) => {
            this.question = (event.target as HTMLInputElement).value;
            this.requestUpdate();
          }}
        />
      </label>
      <div class="choices">
        ${bins.length > 0 ? html`<h3>${words.move.bins}</h3>` : nothing}
        ${bins.map(
          (bin) => html`<button class="choice" @click=${() => this.toBin(bin)}>
            ${icons[bin.type as "Agent"] ?? icons.Agent}<span>${bin.displayName}</span>
            <small>${bin.owner ?? words.bins.groups[bin.type]}</small>
          </button>`,
        )}
        ${
          people.length > 0
            ? html`<h3>${words.move.people}</h3>
              <p class="hint">${words.move.hint}</p>`
            : nothing
        }
        ${people.map(
          (each) => html`<button class="choice" @click=${() => this.toColleague(each)}>
            ${icons.person}<span>${each.name}</span>
          </button>`,
        )}
        ${
          bins.length + people.length === 0
            ? html`<p class="hint">${words.move.nobody}</p>`
            : nothing
        }
      </div>
      <footer>
        <button @click=${() => this.close()}>${words.move.cancel}</button>
      </footer>
    `;
  }

  private fits(text: string): boolean {
    return text.toLocaleLowerCase().includes(this.question.trim().toLocaleLowerCase());
  }

  private toBin(bin: Bin): void {
    this.close();
    if (this.item) {
      void this.desk.work.moveTo(this.item, bin);
    }
  }

  private toColleague(colleague: Colleague): void {
    this.close();
    if (this.item) {
      void this.desk.work.transferTo(this.item, colleague);
    }
  }
}

/** A new work item; what is typed here is kept like any other text. */
export class CreateDialog extends Dialog {
  private problem = false;
  /** The bin that was open when the question came up: what comes later changes no answer. */
  private here: string | undefined;
  private busy = false;

  override connectedCallback(): void {
    this.here = this.desk.bin?.key;
    super.connectedCallback();
  }

  protected override content(): TemplateResult {
    const typed = this.desk.drafts.of(NEW)?.values ?? {};
    return html`
      <form @submit=${this.submit} @input=${this.typed} novalidate>
        <h2 id="dialog-title">${words.create.title}</h2>
        <label>
          <span>${words.create.subject}</span>
          <input
            name="Subject"
            .value=${typed["Subject"] ?? ""}
            autocomplete="off"
            required
            aria-invalid=${this.problem ? "true" : nothing}
            aria-describedby="create-problem"
          />
          <small class="problem" id="create-problem" role="alert"
            >${this.problem ? words.create.needsSubject : ""}</small
          >
        </label>
        <label>
          <span>${words.create.details}</span>
          <textarea name="Details" rows="4" .value=${typed["Details"] ?? ""}></textarea>
        </label>
        <div class="two">
          <label>
            <span>${words.create.priority}</span>
            <input
              name="Priority"
              type="number"
              step="1"
              inputmode="numeric"
              .value=${typed["Priority"] ?? "0"}
              aria-describedby="create-priority"
            />
            <small id="create-priority">${words.create.priorityHint}</small>
          </label>
          <label>
            <span>${words.create.where}</span>
            <select name="where">
              <option value="">${words.create.mine}</option>
              ${this.desk.bins.all.map(
                (bin) => html`<option value=${bin.key} ?selected=${bin.key === this.here}>
                  ${[bin.displayName, bin.owner].filter(Boolean).join(" – ")}
                </option>`,
              )}
            </select>
          </label>
        </div>
        <footer>
          <button type="button" @click=${() => this.close()}>${words.create.cancel}</button>
          <button class="primary" ?disabled=${this.busy}>${words.create.submit}</button>
        </footer>
      </form>
    `;
  }

  private typed(event: Event): void {
    const field = event.target as HTMLInputElement;
    if (field.name !== "where") {
      this.desk.drafts.edit(NEW, "", (draft) => {
        if (field.value === "") {
          delete draft.values[field.name];
        } else {
          draft.values[field.name] = field.value;
        }
      });
    }
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const subject = String(fields.get("Subject")).trim();
    this.problem = subject === "";
    this.requestUpdate();
    if (this.problem) {
      this.find<HTMLInputElement>("input[name=Subject]")?.focus();
      return;
    }
    const userData: UserData = { Subject: subject };
    const details = String(fields.get("Details")).trim();
    const priority = Math.trunc(Number(fields.get("Priority")));
    if (details !== "") {
      userData["Details"] = details;
    }
    if (Number.isSafeInteger(priority) && priority !== 0) {
      userData["Priority"] = new NumberText(String(priority));
    }
    this.busy = true;
    const bin = this.desk.bins.get(String(fields.get("where")) || undefined);
    const created = await this.desk.work.create(userData, bin);
    this.busy = false;
    if (created) {
      this.desk.drafts.drop(NEW);
      this.close();
    }
    this.requestUpdate();
  }
}

/** Which columns the list has. */
export class ColumnsDialog extends Dialog {
  protected override content(): TemplateResult {
    const items = this.desk.bin?.content?.items ?? this.desk.hands.all;
    const keys = new Set<string>();
    for (const item of items.slice(0, 500)) {
      Object.keys(item.userData).forEach((key) => keys.add(`data.${key}`));
    }
    const chosen = this.desk.preferences.columns;
    chosen.filter((column) => column.startsWith("data.")).forEach((column) => keys.add(column));
    return html`
      <h2 id="dialog-title">${words.columns.title}</h2>
      <p class="hint">${words.columns.lead}</p>
      <div class="choices checks">
        ${COLUMNS.map((column) => this.check(column, chosen))}
        ${keys.size > 0 ? html`<h3>${words.columns.fromData}</h3>` : nothing}
        ${[...keys].sort().map((column) => this.check(column, chosen))}
      </div>
      <footer>
        <button class="primary" @click=${() => this.close()}>${words.columns.done}</button>
      </footer>
    `;
  }

  private check(column: string, chosen: readonly string[]): TemplateResult {
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${chosen.includes(column)}
        @change=${(event: Event) => this.choose(column, (event.target as HTMLInputElement).checked)}
      />
      <span>${columnName(column)}</span>
    </label>`;
  }

  private choose(column: string, on: boolean): void {
    const now = this.desk.preferences.columns.filter((each) => each !== column);
    const fixed: readonly string[] = COLUMNS;
    const place = (each: string): number =>
      fixed.includes(each) ? fixed.indexOf(each) : fixed.length;
    this.desk.preferences.columns = on ? [...now, column].sort((a, b) => place(a) - place(b)) : now;
  }
}

/** What the keys do, and the switch that turns single keys off. */
export class KeysDialog extends Dialog {
  protected override content(): TemplateResult {
    return html`
      <h2 id="dialog-title">${words.keys.title}</h2>
      <dl class="keys">
        ${words.keys.rows.map(
          ([key, what]) => html`<div>
            <dt><kbd>${key}</kbd></dt>
            <dd>${what}</dd>
          </div>`,
        )}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.desk.preferences.shortcuts}
          @change=${(event: Event) => {
            this.desk.preferences.shortcuts = (event.target as HTMLInputElement).checked;
          }}
        />
        <span>${words.keys.on}</span>
      </label>
      <footer>
        <button class="primary" @click=${() => this.close()}>${words.keys.close}</button>
      </footer>
    `;
  }
}

/** Asks before text or items in hand are let go. */
export class SignOutDialog extends Dialog {
  protected override content(): TemplateResult {
    const hands = this.desk.hands.all.length;
    const drafts = this.desk.drafts.ids.length;
    return html`
      <h2 id="dialog-title">${words.menu.signOut}</h2>
      ${hands > 0 ? html`<p>${words.menu.signOutHands(hands)}</p>` : nothing}
      ${drafts > 0 ? html`<p>${words.menu.signOutDrafts}</p>` : nothing}
      <footer>
        <button @click=${() => this.close()}>${words.move.cancel}</button>
        <button
          class="primary"
          @click=${() => {
            this.close();
            this.desk.signOut().catch((error: unknown) => this.desk.failed(error));
          }}
        >
          ${words.menu.signOutAnyway}
        </button>
      </footer>
    `;
  }
}

customElements.define("ow-move", MoveDialog);
customElements.define("ow-create", CreateDialog);
customElements.define("ow-columns", ColumnsDialog);
customElements.define("ow-keys", KeysDialog);
customElements.define("ow-sign-out", SignOutDialog);
