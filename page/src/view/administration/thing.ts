import { html, nothing, type TemplateResult } from "lit";
import { centreOf } from "../../model/administration/centre";
import type { Edit } from "../../model/administration/edit";
import { auditKind } from "../../model/administration/audit";
import type { Kind } from "../../model/administration/thing";
import { address } from "../../model/route";
import { words } from "../../words";
import { icons } from "../icons";
import { View } from "../view";
import "./conflict";
import type { Form } from "./form";
import "./form";
import { kindIcons } from "./kind-icons";
import "./password";
import "./removal";
import "./user-sessions";

const own = words.administration;

/** One thing of the contact centre, to be changed. */
export class ThingView extends View {
  static override readonly properties = {
    kind: { attribute: false },
    key: { attribute: false },
  };

  declare kind: Kind;
  declare key: string;

  private entering = false;
  /** What is asked, about the thing as it was then. */
  private asked: { what: "password" | "removal"; edit: Edit } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("ask", this.answered);
    this.addEventListener("removed", this.left);
    this.addEventListener("keydown", this.pressed);
  }

  /** Goes to the first thing that can be typed as soon as it is there. */
  enter(): void {
    this.entering = true;
    this.requestUpdate();
  }

  protected override updated(): void {
    const form = this.find<Form>("ow-form");
    if (this.entering && form) {
      this.entering = false;
      void form.updateComplete.then(() => this.focus());
    }
  }

  /** Where there is little room, a field would bring up a keyboard that nobody asked for. */
  override focus(): void {
    const field = this.find<HTMLElement>(".form :is(input, select):not([readonly], :disabled)");
    const quiet = this.desk.route.isNarrow && this.key !== "new";
    (quiet || !field ? this.find<HTMLElement>(".part h2") : field)?.focus();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("kind") || changed.has("key")) {
      this.asked = undefined;
      centreOf(this.desk).editing.refresh(this.kind, this.key);
    }
  }

  protected override render(): TemplateResult {
    const edit = centreOf(this.desk).editing.of(this.kind, this.key);
    return html`
      <section class="item thing" aria-label=${own.kind[this.kind]} tabindex="-1" data-part>
        ${edit ? this.known(edit) : html`<div class="empty" aria-busy="true"></div>`}
      </section>
      ${this.question()}
    `;
  }

  private question(): TemplateResult | typeof nothing {
    if (!this.asked) {
      return nothing;
    }
    const { what, edit } = this.asked;
    return what === "password"
      ? html`<ow-password .desk=${this.desk} .edit=${edit}></ow-password>`
      : html`<ow-removal .desk=${this.desk} .edit=${edit}></ow-removal>`;
  }

  private known(edit: Edit): TemplateResult {
    const isLost = edit.thing === undefined && this.key !== "new";
    return html`
      <header class="part">
        <a
          class="back button quiet"
          href=${address("administration", this.kind)}
          aria-label=${own.back}
          >${icons.back}</a
        >
        <div class="title">
          <p class="kind">${kindIcons[this.kind]} ${own.kind[this.kind]}</p>
          <h2 tabindex="-1">
            ${edit.thing?.name ?? (isLost ? own.form.gone : own.form.newOf[this.kind])}
          </h2>
          ${this.isMe(edit) ? html`<p class="hint">${own.form.you}</p>` : nothing}
        </div>
      </header>
      ${isLost ? this.lost(edit) : html`${this.actions(edit)} ${this.body(edit)}`}
    `;
  }

  private lost(edit: Edit): TemplateResult {
    return html`<div class="empty">
      <p>${edit.problem?.text}</p>
      <button @click=${() => centreOf(this.desk).editing.discard(this.kind, this.key)}>${own.again}</button>
    </div>`;
  }

  private actions(edit: Edit): TemplateResult {
    const { thing } = edit;
    if (!thing) {
      return html`<div class="actions"></div>`;
    }
    const changes = ["administration", "changes", auditKind(this.kind), thing.id ?? ""] as const;
    const parts = changes.slice(1).filter(Boolean);
    return html`<div class="actions">
      ${
        this.kind === "users"
          ? html`<button ?disabled=${edit.busy} @click=${() => this.ask("password", edit)}>
              ${own.password.button}
            </button>`
          : nothing
      }
      <a class="button" href=${address("administration", ...parts)}>${own.form.changes}</a>
      ${
        thing.fixed
          ? nothing
          : html`<button class="danger" ?disabled=${edit.busy} @click=${() => this.ask("removal", edit)}>
              ${own.form.remove}
            </button>`
      }
    </div>`;
  }

  private body(edit: Edit): TemplateResult {
    const isNew = edit.thing === undefined;
    return html`<form class="sheet-form" @submit=${this.submit} novalidate>
      <div class="scroll" tabindex="-1">
        ${
          edit.conflict
            ? html`<ow-conflict
              .desk=${this.desk}
              .edit=${edit}
              @settled=${() => this.focus()}
            ></ow-conflict>`
            : nothing
        }
        ${edit.thing?.fixed ? html`<p class="hint">${own.form.fixed}</p>` : nothing}
        <ow-form .desk=${this.desk} .edit=${edit}></ow-form>
        ${this.kind === "users" && edit.thing ? this.around(edit) : nothing}
      </div>
      ${isNew || edit.isChanged || edit.problem ? this.saving(edit, isNew) : nothing}
    </form>`;
  }

  /** What else there is about a user. */
  private around(edit: Edit): TemplateResult {
    const groups = centreOf(this.desk).stocks.groupsOf(this.key);
    return html`
      ${
        groups.length > 0
          ? html`<h3>${own.kinds["agent-groups"]}</h3>
            <ul class="links">
              ${groups.map(
                (group) => html`<li>
                  <a href=${address("administration", "agent-groups", group.key)}>${group.name}</a>
                </li>`,
              )}
            </ul>`
          : nothing
      }
      <ow-user-sessions .desk=${this.desk} .user=${edit.thing?.id ?? ""}></ow-user-sessions>
    `;
  }

  private saving(edit: Edit, isNew: boolean): TemplateResult {
    const { problem, busy } = edit;
    const general = problem?.field === undefined ? problem?.text : undefined;
    const label = busy ? own.form.saving : isNew ? own.form.create : own.form.save;
    return html`<div class="saving">
      <span role="status" class=${general ? "problem" : ""}
        >${general ?? (isNew ? "" : own.typed)}</span
      >
      <button type="button" ?disabled=${busy} @click=${() => this.discard(isNew)}>
        ${own.form.discard}
      </button>
      <button class="primary" ?disabled=${busy || edit.conflict !== undefined}>${label}</button>
    </div>`;
  }

  private readonly submit = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    const centre = centreOf(this.desk);
    const edit = centre.editing.of(this.kind, this.key);
    if (!edit || edit.conflict || (edit.thing && !edit.isChanged)) {
      return;
    }
    const isNew = edit.thing === undefined;
    const name = String(
      edit.values["displayName"] || edit.values["name"] || edit.values["userName"],
    );
    const key = await centre.editing.save(edit);
    if (key === undefined) {
      await this.updateComplete;
      this.find<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    const said = isNew ? own.form.created(name) : own.form.saved(edit.thing?.name ?? name);
    this.desk.notices.info(said);
    if (isNew) {
      this.desk.route.replaceBy(address("administration", this.kind, key));
    }
  };

  private discard(isNew: boolean): void {
    centreOf(this.desk).editing.discard(this.kind, this.key);
    if (isNew) {
      this.desk.route.replaceBy(address("administration", this.kind));
    }
  }

  private isMe(edit: Edit): boolean {
    return this.kind === "users" && edit.thing?.id === this.desk.me?.id;
  }

  private ask(what: "password" | "removal", edit: Edit): void {
    this.asked = { what, edit };
    this.requestUpdate();
  }

  private readonly answered = (event: Event): void => {
    event.stopPropagation();
    this.asked = undefined;
    this.requestUpdate();
  };

  private readonly left = (): void => {
    this.desk.route.replaceBy(address("administration", this.kind));
    this.dispatchEvent(new CustomEvent("leave", { bubbles: true }));
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === "s" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.submit();
    } else if (event.key === "Escape" && !event.defaultPrevented) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent("leave", { bubbles: true }));
    }
  };
}

customElements.define("ow-thing", ThingView);
