import { html, nothing, type TemplateResult } from "lit";
import { Away, Refused } from "../wire/http";
import { words } from "../words";
import { icons } from "./icons";
import { View } from "./view";

/** Asks for name and password. */
export class SignIn extends View {
  private problem = "";
  private busy = false;
  /** Who has to choose a new password before he is let in. */
  private due: { userName: string; password: string } | undefined;

  protected override firstUpdated(): void {
    this.find<HTMLInputElement>("input")?.focus();
  }

  protected override render(): TemplateResult {
    const said = this.problem || (this.desk.sessionEnded ? words.signIn.ended : "");
    return html`
      <main class="sign-in">
        <form @submit=${this.submit} aria-labelledby="sign-in-title" novalidate>
          ${icons.logo}
          <h1 id="sign-in-title">${words.product}</h1>
          <p class="lead">${this.due ? words.signIn.mustChange : words.signIn.lead}</p>
          <p class="problem" role="alert" ?hidden=${said === ""}>${said}</p>
          ${this.due ? this.newPassword() : this.credentials()}
          <button class="primary wide" ?disabled=${this.busy}>
            ${this.busy ? words.signIn.busy : this.due ? words.signIn.change : words.signIn.submit}
          </button>
        </form>
      </main>
    `;
  }

  private credentials(): TemplateResult {
    return html`<label>
            <span>${words.signIn.userName}</span>
            <input
              name="userName"
              autocomplete="username"
              autocapitalize="none"
              spellcheck="false"
              required
              aria-invalid=${this.problem === words.signIn.wrong ? "true" : nothing}
            />
          </label>
          <label>
            <span>${words.signIn.password}</span>
            <input
              name="password"
              type="password"
              autocomplete="current-password"
              required
              aria-invalid=${this.problem === words.signIn.wrong ? "true" : nothing}
            />
          </label>`;
  }

  private newPassword(): TemplateResult {
    return html`<label>
      <span>${words.signIn.newPassword}</span>
      <input
        name="newPassword"
        type="password"
        autocomplete="new-password"
        required
        aria-invalid=${this.problem === "" ? nothing : "true"}
      />
    </label>`;
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    this.busy = true;
    this.problem = "";
    this.requestUpdate();
    try {
      await this.enter(fields);
    } catch (error) {
      this.problem = explain(error);
      this.find<HTMLInputElement>("input[type=password]")?.select();
    } finally {
      this.busy = false;
      this.requestUpdate();
    }
  }

  private async enter(fields: FormData): Promise<void> {
    const { due } = this;
    if (due) {
      await this.desk.changePassword(due.userName, due.password, String(fields.get("newPassword")));
      return;
    }
    const userName = String(fields.get("userName")).trim();
    const password = String(fields.get("password"));
    if (!(await this.desk.signIn(userName, password))) {
      this.due = { userName, password };
      this.requestUpdate();
      await this.updateComplete;
      this.find<HTMLInputElement>("input[name=newPassword]")?.focus();
    }
  }
}

function explain(error: unknown): string {
  if (error instanceof Refused) {
    if (error.status === 429) {
      return words.signIn.tooMany;
    }
    return error.code === 10 ? error.message : words.signIn.wrong;
  } else if (error instanceof Away) {
    return words.signIn.away;
  }
  throw error;
}

customElements.define("ow-sign-in", SignIn);
