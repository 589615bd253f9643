import { html, nothing, type TemplateResult } from "lit";
import { centreOf } from "../../model/administration/centre";
import type { Login } from "../../model/administration/sessions";
import { age, moment, words } from "../../words";
import { View } from "../view";
import { live, programOf } from "./logins";

const own = words.administration.sessions;

/** What one user is logged in with. */
export class UserSessions extends View {
  static override readonly properties = { user: { attribute: false } };

  declare user: string;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("user") && this.user !== "") {
      void centreOf(this.desk).sessions.loadOf(this.user);
    }
  }

  protected override render(): TemplateResult {
    const { sessions } = centreOf(this.desk);
    const logins = sessions.of(this.user);
    return html`<div class="user-sessions">
      <h3>${own.of}</h3>
      <p class="problem" role="alert">${sessions.problem}</p>
      ${
        logins === undefined
          ? nothing
          : logins.length === 0
            ? html`<p class="hint">${own.noneOf}</p>`
            : html`<ul class="logins">
                ${logins.map((login) => this.login(login))}
              </ul>`
      }
      ${
        logins && logins.length > 1
          ? html`<button type="button" @click=${() => sessions.endAll(this.user)}>
              ${own.endAll}
            </button>`
          : nothing
      }
      ${
        this.user === this.desk.me?.id && logins && logins.length > 0
          ? html`<p class="hint">${own.endOwn}</p>`
          : nothing
      }
    </div>`;
  }

  private login(login: Login): TemplateResult {
    const program = programOf(login);
    return html`<li>
      <span class="what"
        >${program}${live(login)}
        <small title=${moment(login.lastHeard)}
          >${login.address} · ${age(login.lastHeard, this.desk.now)}</small
        ></span
      >
      <button
        type="button"
        aria-label=${own.endOf(login.userName, program)}
        @click=${() => centreOf(this.desk).sessions.end(login)}
      >
        ${own.end}
      </button>
    </li>`;
  }
}

customElements.define("ow-user-sessions", UserSessions);
