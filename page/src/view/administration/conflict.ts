import { html, type TemplateResult } from "lit";
import { centreOf } from "../../model/administration/centre";
import type { Clash, Edit } from "../../model/administration/edit";
import { clock, words } from "../../words";
import { View } from "../view";
import { FORMS, inWords } from "./forms";

const own = words.administration;

/** Says that somebody else was faster, shows the new state and asks how to go on. */
export class ConflictNote extends View {
  static override readonly properties = { edit: { attribute: false } };

  declare edit: Edit;

  protected override firstUpdated(): void {
    this.find<HTMLElement>(".overtaken")?.focus();
  }

  protected override render(): TemplateResult {
    const { conflict } = this.edit;
    if (!conflict) {
      return html``;
    }
    const { who } = conflict;
    const when = conflict.at === undefined ? undefined : clock(conflict.at);
    return html`<div class="overtaken" role="alert" tabindex="-1">
      <p>
        <strong
          >${
            conflict.theirs
              ? own.conflict.title(this.nameOf(who), when)
              : own.conflict.gone(this.nameOf(who))
          }</strong
        >
      </p>
      <dl class="facts">${conflict.clashes.map((clash) => this.clash(clash))}</dl>
      <div class="answers">
        ${
          conflict.theirs
            ? html`<button type="button" @click=${() => this.settle(true)}>${own.conflict.keep}</button>
              <button type="button" @click=${() => this.settle(false)}>${own.conflict.take}</button>`
            : html`<button type="button" @click=${() => this.settle(false)}>${own.conflict.let}</button>`
        }
      </div>
    </div>`;
  }

  private clash({ name, theirs, mine }: Clash): TemplateResult {
    const centre = centreOf(this.desk);
    const field = FORMS[this.edit.kind].find((each) => each.name === name);
    const said = (value: unknown): string =>
      inWords(field, value, (kind, key) => centre.stocks.name(kind, key));
    return html`<div>
      <dt>${own.fields[name] ?? name}</dt>
      <dd>
        ${own.conflict.theirs} <strong>${said(theirs)}</strong>${
          mine === undefined ? "" : html`, ${own.conflict.mine} <strong>${said(mine)}</strong>`
        }
      </dd>
    </div>`;
  }

  private nameOf(userName: string | undefined): string | undefined {
    const users = centreOf(this.desk).stocks.of("users").things;
    return users.find((user) => user.values["userName"] === userName)?.name ?? userName;
  }

  private settle(mine: boolean): void {
    centreOf(this.desk).editing.settle(this.edit, mine);
    this.dispatchEvent(new CustomEvent("settled", { bubbles: true }));
  }
}

customElements.define("ow-conflict", ConflictNote);
