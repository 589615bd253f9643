import { html, nothing, type TemplateResult } from "lit";
import { centreOf } from "../../model/administration/centre";
import type { Edit } from "../../model/administration/edit";
import { text, texts, type Value } from "../../model/administration/thing";
import { words } from "../../words";
import { View } from "../view";
import "./chooser";
import { FORMS, type Field } from "./forms";

const own = words.administration;

/** The fields of one thing, each with what the server had against it. */
export class Form extends View {
  static override readonly properties = { edit: { attribute: false } };

  declare edit: Edit;

  protected override render(): TemplateResult {
    const fields = FORMS[this.edit.kind].filter(
      (field) => field.only !== "new" || this.edit.thing === undefined,
    );
    return html`<div class="form">${fields.map((field) => this.field(field))}</div>`;
  }

  private field(field: Field): TemplateResult {
    switch (field.input) {
      case "check":
        return this.check(field);
      case "checks":
        return this.checks(field);
      case "chooser":
        return this.chooser(field);
      case "select":
        return this.labelled(field, this.select(field));
      case "text":
      case "email":
      case "password":
        return this.labelled(field, this.input(field));
    }
  }

  private labelled(field: Field, control: TemplateResult): TemplateResult {
    return html`<label class=${field.half ? "field half" : "field"}>
      <span>${own.fields[field.name]}</span>
      ${control} ${this.remarks(field)}
    </label>`;
  }

  private input(field: Field): TemplateResult {
    const fixed = this.isFixed(field);
    return html`<input
      name=${field.name}
      type=${field.input}
      .value=${text(this.edit.values, field.name)}
      ?readonly=${fixed}
      autocomplete=${field.input === "password" ? "new-password" : "off"}
      autocapitalize="none"
      spellcheck="false"
      maxlength=${field.input === "password" ? nothing : 255}
      aria-invalid=${this.problem(field) ? "true" : nothing}
      aria-describedby=${`remark-${field.name}`}
      @input=${(event: Event) => this.typed(field, (event.target as HTMLInputElement).value)}
    />`;
  }

  private select(field: Field): TemplateResult {
    const value = text(this.edit.values, field.name);
    return html`<select
      name=${field.name}
      ?disabled=${this.isFixed(field)}
      aria-invalid=${this.problem(field) ? "true" : nothing}
      aria-describedby=${`remark-${field.name}`}
      @change=${(event: Event) => this.typed(field, (event.target as HTMLSelectElement).value)}
    >
      ${this.options(field).map(
        ([key, label]) => html`<option value=${key} .selected=${key === value}>${label}</option>`,
      )}
    </select>`;
  }

  private options(field: Field): readonly (readonly [string, string])[] {
    if (field.options) {
      return field.options;
    }
    const names = centreOf(this.desk)
      .stocks.of(field.among ?? "places")
      .things.map((thing) => thing.name);
    const value = text(this.edit.values, field.name);
    const all = value === "" || names.includes(value) ? names : [...names, value];
    return [["", own.form.nowhere], ...all.map((name) => [name, name] as const)];
  }

  private check(field: Field): TemplateResult {
    return html`<div class="field">
      <label class="check">
        <input
          type="checkbox"
          name=${field.name}
          .checked=${this.edit.values[field.name] === true}
          ?disabled=${this.isFixed(field)}
          aria-describedby=${`remark-${field.name}`}
          @change=${(event: Event) => this.typed(field, (event.target as HTMLInputElement).checked)}
        />
        <span>${own.fields[field.name]}</span>
      </label>
      ${this.remarks(field)}
    </div>`;
  }

  private checks(field: Field): TemplateResult {
    const now = texts(this.edit.values, field.name);
    return html`<fieldset class="field" aria-describedby=${`remark-${field.name}`}>
      <legend>${own.fields[field.name]}</legend>
      ${field.options?.map(
        ([key, label]) => html`<label class="check">
          <input
            type="checkbox"
            name=${field.name}
            value=${key}
            .checked=${now.includes(key)}
            @change=${(event: Event) => {
              const others = now.filter((each) => each !== key);
              this.typed(
                field,
                (event.target as HTMLInputElement).checked ? [...others, key] : others,
              );
            }}
          />
          <span>${label}</span>
        </label>`,
      )}
      ${this.remarks(field)}
    </fieldset>`;
  }

  private chooser(field: Field): TemplateResult {
    return html`<div class="field">
      <ow-chooser
        .desk=${this.desk}
        .among=${field.among}
        .name=${field.name}
        .label=${own.fields[field.name] ?? field.name}
        .chosen=${texts(this.edit.values, field.name)}
        .initial=${texts(this.edit.base, field.name)}
        .disabled=${this.isFixed(field)}
        @choose=${(event: CustomEvent<string[]>) => this.typed(field, event.detail)}
      ></ow-chooser>
      ${this.remarks(field)}
    </div>`;
  }

  /** What it is for, and what is against it. */
  private remarks(field: Field): TemplateResult {
    const problem = this.problem(field);
    const hint = this.hint(field);
    return html`<small id=${`remark-${field.name}`} aria-live="polite"
      >${problem ? html`<span class="problem">${problem}</span> ` : nothing}${hint}</small
    >`;
  }

  private hint(field: Field): string {
    const { edit } = this;
    if (
      field.name === "enabled" &&
      edit.base["enabled"] === true &&
      edit.values["enabled"] === false
    ) {
      return own.form.disabling;
    }
    if (field.only === "once" && edit.thing) {
      return "";
    }
    return own.hints[`${edit.kind}.${field.name}`] ?? own.hints[field.name] ?? "";
  }

  private problem(field: Field): string | undefined {
    const { problem } = this.edit;
    return problem?.field === field.name ? problem.text : undefined;
  }

  private isFixed(field: Field): boolean {
    return (
      this.edit.busy ||
      this.edit.thing?.fixed === true ||
      (field.only === "once" && this.edit.thing !== undefined)
    );
  }

  private typed(field: Field, value: Value): void {
    this.edit.set(field.name, value);
    this.desk.changed();
  }
}

customElements.define("ow-form", Form);
