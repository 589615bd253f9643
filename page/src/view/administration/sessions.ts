import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { centreOf } from "../../model/administration/centre";
import type { Login } from "../../model/administration/sessions";
import { address } from "../../model/route";
import { age, moment, words } from "../../words";
import { icons } from "../icons";
import { View } from "../view";
import { pageIcons } from "./kind-icons";
import { live, programOf } from "./logins";

const own = words.administration.sessions;
const MOST = 200;

/** Who is logged in, to be logged out. */
export class SessionsPage extends View {
  private question = "";

  override connectedCallback(): void {
    super.connectedCallback();
    void centreOf(this.desk).sessions.load();
  }

  protected override render(): TemplateResult {
    const { sessions } = centreOf(this.desk);
    const found = sessions.logins.filter((login) => this.fits(login));
    return html`
      <section class="list page" aria-label=${own.title} tabindex="-1" data-part>
        <header class="part">
          <a
            class="back button quiet"
            href=${address("administration")}
            aria-label=${words.administration.backToSections}
            >${icons.back}</a
          >
          <div class="title">
            <h2 class="name">${own.title}</h2>
            <p class="hint">${own.lead}</p>
          </div>
          <button @click=${() => sessions.load()}>${own.refresh}</button>
        </header>
        <div class="tools">
          <label class="search">
            ${icons.search}<span class="sr">${own.search}</span>
            <input
              type="search"
              placeholder=${own.search}
              autocomplete="off"
              spellcheck="false"
              @input=${(event: Event) => {
                this.question = (event.target as HTMLInputElement).value;
                this.requestUpdate();
              }}
            />
          </label>
        </div>
        <div class="scroll" tabindex="0">
          <p class="problem" role="alert">${sessions.problem}</p>
          ${sessions.known && found.length === 0 ? this.nobody() : nothing}
          ${found.length > 0 ? this.table(found) : nothing}
        </div>
      </section>
    `;
  }

  private nobody(): TemplateResult {
    return html`<div class="empty">
      ${pageIcons.sessions}
      <h3>${this.question === "" ? own.none[0] : words.administration.list.nothingFound}</h3>
      ${this.question === "" ? html`<p>${own.none[1]}</p>` : nothing}
    </div>`;
  }

  private table(found: readonly Login[]): TemplateResult {
    return html`<table class="stacked">
      <thead>
        <tr>
          <th scope="col">${own.who}</th>
          <th scope="col">${own.with}</th>
          <th scope="col">${own.address}</th>
          <th scope="col">${own.since}</th>
          <th scope="col">${own.heard}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          found.slice(0, MOST),
          (login) => login.id,
          (login) => this.login(login),
        )}
      </tbody>
    </table>`;
  }

  private login(login: Login): TemplateResult {
    const { now } = this.desk;
    const who = this.name(login);
    const program = programOf(login);
    return html`<tr data-user=${login.userName}>
      <th scope="row">
        ${who}${
          login.userId === this.desk.me?.id
            ? html` <span class="mark-off">${own.yours}</span>`
            : nothing
        }
      </th>
      <td>${program}${live(login)}</td>
      <td data-label=${own.address}>${login.address}</td>
      <td data-label=${own.since}>${moment(login.since)}</td>
      <td data-label=${own.heard} title=${moment(login.lastHeard)}>${age(login.lastHeard, now)}</td>
      <td class="end">
        <button
          aria-label=${own.endOf(who, program)}
          @click=${() => centreOf(this.desk).sessions.end(login)}
        >
          ${own.end}
        </button>
      </td>
    </tr>`;
  }

  private name(login: Login): string {
    const users = centreOf(this.desk).stocks.of("users").things;
    return users.find((user) => user.id === login.userId)?.name ?? login.userName;
  }

  private fits(login: Login): boolean {
    const text = `${this.name(login)} ${login.userName} ${login.address} ${programOf(login)}`;
    return this.question
      .toLocaleLowerCase()
      .split(/\s+/)
      .every((word) => text.toLocaleLowerCase().includes(word));
  }
}

customElements.define("ow-sessions", SessionsPage);
