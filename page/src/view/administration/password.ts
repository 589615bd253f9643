import { html, nothing, type TemplateResult } from "lit";
import { centreOf } from "../../model/administration/centre";
import type { Edit } from "../../model/administration/edit";
import { words } from "../../words";
import { Asking } from "./asking";

const own = words.administration.password;

/** Gives a user another password. */
export class PasswordDialog extends Asking {
  edit!: Edit;
  private problem = "";
  private busy = false;

  protected override content(): TemplateResult {
    return html`
      <form @submit=${this.submit} novalidate>
        <h2 id="dialog-title">${own.title(this.edit.thing?.name ?? "")}</h2>
        <label>
          <span>${own.label}</span>
          <input
            name="password"
            type="password"
            autocomplete="new-password"
            aria-invalid=${this.problem === "" ? nothing : "true"}
            aria-describedby="password-problem password-hint"
          />
          <small class="problem" id="password-problem" role="alert">${this.problem}</small>
        </label>
        <label class="check">
          <input type="checkbox" name="own" checked />
          <span>${own.own}</span>
        </label>
        <p class="hint" id="password-hint">${own.hint}</p>
        <footer>
          <button type="button" @click=${() => this.close()}>${own.cancel}</button>
          <button class="primary" ?disabled=${this.busy}>${own.submit}</button>
        </footer>
      </form>
    `;
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const password = String(fields.get("password"));
    if (password === "") {
      this.refused(own.needed);
      return;
    }
    this.busy = true;
    this.requestUpdate();
    const changePasswordOnFirstLogin = fields.has("own");
    const done = await centreOf(this.desk).editing.changeNow(this.edit, {
      password,
      changePasswordOnFirstLogin,
    });
    this.busy = false;
    if (done) {
      this.desk.notices.info(own.done(this.edit.thing?.name ?? ""));
      this.close();
    } else if (this.edit.conflict) {
      this.close();
    } else {
      this.refused(this.edit.problem?.text ?? "");
      this.edit.problem = undefined;
      this.desk.changed();
    }
  }

  private refused(why: string): void {
    this.problem = why;
    this.requestUpdate();
    this.find<HTMLInputElement>("input[type=password]")?.select();
  }
}

customElements.define("ow-password", PasswordDialog);
