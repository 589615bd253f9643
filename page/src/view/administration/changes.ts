import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { AUDITED, EVERYTHING, type Entry, type Filter } from "../../model/administration/audit";
import { centreOf } from "../../model/administration/centre";
import { text } from "../../model/administration/thing";
import { address } from "../../model/route";
import { moment, words } from "../../words";
import { icons } from "../icons";
import { View } from "../view";
import { compared, verbOf } from "./compared";
import { pageIcons } from "./kind-icons";

const own = words.administration.changes;
const MOST_NAMES = 20;

/** Who changed what in the contact centre. */
export class ChangesPage extends View {
  private filter: Filter = EVERYTHING;
  private who = "";
  private shownFor: string | undefined;

  /** The address may name a kind and an id. */
  protected override willUpdate(): void {
    const [, kind = "", id = ""] = this.desk.route.parts;
    const at = `${kind}/${id}`;
    if (this.shownFor !== at) {
      this.shownFor = at;
      void this.ask({ ...EVERYTHING, kind, id });
    }
  }

  protected override render(): TemplateResult {
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
        </header>
        ${this.filters()}
        <div class="scroll changes" tabindex="0">
          ${this.body()}
        </div>
      </section>
    `;
  }

  private filters(): TemplateResult {
    const { filter } = this;
    return html`<form class="filters" @submit=${(event: Event) => event.preventDefault()}>
      <label>
        <span>${own.kind}</span>
        <select name="kind" @change=${(event: Event) => this.byKind(event)}>
          <option value="" .selected=${filter.kind === ""}>${own.anything}</option>
          ${AUDITED.map(
            (kind) => html`<option value=${kind} .selected=${filter.kind === kind}>
              ${own.kinds[kind]}
            </option>`,
          )}
        </select>
      </label>
      <label>
        <span>${own.who}</span>
        <input
          name="who"
          list="changers"
          autocomplete="off"
          placeholder=${own.anybody}
          .value=${this.who}
          aria-describedby="no-changer"
          aria-invalid=${this.isNobody ? "true" : nothing}
          @input=${(event: Event) => this.byWhom((event.target as HTMLInputElement).value)}
        />
        <datalist id="changers">
          ${this.names().map((name) => html`<option value=${name}></option>`)}
        </datalist>
        <small class="problem" id="no-changer">${this.isNobody ? own.nobody : ""}</small>
      </label>
      ${(["from", "to"] as const).map(
        (end) => html`<label>
          <span>${own[end]}</span>
          <input
            type="date"
            name=${end}
            .value=${filter[end]}
            @change=${(event: Event) =>
              void this.ask({ ...filter, [end]: (event.target as HTMLInputElement).value })}
          />
        </label>`,
      )}
      ${
        filter.id === ""
          ? nothing
          : html`<a class="button" href=${address("administration", "changes")}>${own.all}</a>`
      }
    </form>`;
  }

  private body(): TemplateResult {
    const { audit } = centreOf(this.desk);
    const asked = Object.values(this.filter).some((each) => each !== "");
    if (audit.known && audit.entries.length === 0) {
      return html`<div class="empty">
        ${pageIcons.changes}
        <h3>${asked ? own.nothingFound : own.none[0]}</h3>
        ${asked ? nothing : html`<p>${own.none[1]}</p>`}
      </div>`;
    }
    return html`
      <p class="problem" role="alert">${audit.problem}</p>
      <ol class="entries">
        ${repeat(
          audit.entries,
          (entry) => entry.number,
          (entry) => this.entry(entry),
        )}
      </ol>
      ${
        audit.busy
          ? html`<p class="hint" role="status">${own.loading}</p>`
          : audit.more
            ? html`<button class="older" @click=${() => void audit.older()}>${own.older}</button>`
            : nothing
      }
    `;
  }

  private entry(entry: Entry): TemplateResult {
    const verb = verbOf(entry);
    return html`<li>
      <details data-number=${entry.number}>
        <summary>
          <span class=${`verdict ${verb}`}>${own[verb]}</span>
          <span class="what"
            ><span class="soft">${own.kinds[entry.kind] ?? entry.kind}</span>
            <strong>${entry.name}</strong></span
          >
          <span class="by">${entry.author}</span>
          <time datetime=${new Date(entry.at).toISOString()}>${moment(entry.at)}</time>
        </summary>
        ${compared(entry)}
      </details>
    </li>`;
  }

  private byKind(event: Event): void {
    const kind = (event.target as HTMLSelectElement).value;
    const parts = kind === "" ? [] : [kind];
    this.desk.route.replaceBy(address("administration", "changes", ...parts));
  }

  private byWhom(name: string): void {
    this.who = name;
    const user = this.userNamed(name);
    if ((user?.id ?? "") !== this.filter.user) {
      void this.ask({ ...this.filter, user: user?.id ?? "" });
    }
    this.requestUpdate();
  }

  private get isNobody(): boolean {
    return this.who !== "" && this.names().length === 0;
  }

  private userNamed(name: string): { id: string | undefined } | undefined {
    return centreOf(this.desk)
      .stocks.of("users")
      .things.find((user) => text(user.values, "userName") === name);
  }

  /** Some user names that begin like what is typed. */
  private names(): string[] {
    return centreOf(this.desk)
      .stocks.of("users")
      .things.map((user) => text(user.values, "userName"))
      .filter((name) => name.startsWith(this.who))
      .slice(0, MOST_NAMES);
  }

  private async ask(filter: Filter): Promise<void> {
    this.filter = filter;
    await centreOf(this.desk).audit.show(filter);
  }
}

customElements.define("ow-changes", ChangesPage);
