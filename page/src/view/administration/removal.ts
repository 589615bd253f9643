import { html, nothing, type TemplateResult } from "lit";
import { centreOf } from "../../model/administration/centre";
import type { Edit } from "../../model/administration/edit";
import { consequences } from "../../model/administration/consequences";
import { words } from "../../words";
import { Asking } from "./asking";

const own = words.administration.removal;

/** Says what follows before something is removed, and removes it. */
export class RemovalDialog extends Asking {
  edit!: Edit;
  private found: readonly string[] | undefined;
  private problem = "";
  private busy = false;

  protected override firstUpdated(): void {
    super.firstUpdated();
    consequences(this.desk, this.edit).then(
      (found) => this.know(found),
      () => this.know([]),
    );
  }

  protected override content(): TemplateResult {
    const { kind, thing } = this.edit;
    return html`
      <h2 id="dialog-title">${own.title(thing?.name ?? "")}</h2>
      <ul class="follows">
        ${own.what[kind].map((each) => html`<li>${each}</li>`)}
        ${
          this.found === undefined
            ? html`<li class="hint" aria-busy="true">${own.looking}</li>`
            : this.found.map((each) => html`<li>${each}</li>`)
        }
      </ul>
      ${kind === "users" ? html`<p class="hint">${own.disableInstead}</p>` : nothing}
      <p class="problem" role="alert">${this.problem}</p>
      <footer>
        <button @click=${() => this.close()}>${own.cancel}</button>
        <button class="primary danger" ?disabled=${this.busy} @click=${this.confirm}>
          ${this.busy ? own.removing : own.remove}
        </button>
      </footer>
    `;
  }

  private know(found: readonly string[]): void {
    this.found = found;
    this.requestUpdate();
  }

  private async confirm(): Promise<void> {
    this.busy = true;
    this.problem = "";
    this.requestUpdate();
    const { kind, thing } = this.edit;
    const done = await centreOf(this.desk).editing.remove(this.edit);
    this.busy = false;
    if (done) {
      this.desk.notices.info(words.administration.form.removed(thing?.name ?? ""));
      this.close();
      this.dispatchEvent(new CustomEvent("removed", { detail: kind, bubbles: true }));
    } else if (this.edit.conflict) {
      this.close();
    } else {
      this.problem = this.edit.problem?.text ?? "";
      this.edit.problem = undefined;
      this.desk.changed();
      this.requestUpdate();
    }
  }
}

customElements.define("ow-removal", RemovalDialog);
