import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { centreOf } from "../../model/administration/centre";
import type { Kind, Thing } from "../../model/administration/thing";
import { words } from "../../words";
import { icons } from "../icons";
import { View } from "../view";

const own = words.administration.choose;
const names = new Intl.Collator(undefined, { numeric: true });
const MOST = 60;

/** Chooses some of many things. Tells "choose" with the keys of all that are chosen. */
export class Chooser extends View {
  static override readonly properties = {
    among: { attribute: false },
    name: { attribute: false },
    label: { attribute: false },
    chosen: { attribute: false },
    initial: { attribute: false },
    disabled: { attribute: false },
  };

  declare among: Kind;
  declare name: string;
  declare label: string;
  declare chosen: readonly string[];
  /** Those that were chosen at first: they stay in sight. */
  declare initial: readonly string[];
  declare disabled: boolean;

  private question = "";

  protected override render(): TemplateResult {
    const things = this.things();
    const seen = things.slice(0, MOST);
    return html`<fieldset class="chooser">
      <legend>
        ${this.label}
        <span class=${this.chosen.length > 0 ? "count" : "count none"}
          >${own.count(this.chosen.length)}</span
        >
      </legend>
      <label class="search">
        ${icons.search}<span class="sr">${this.label}: ${own.find[this.name]}</span>
        <input
          type="search"
          placeholder=${own.find[this.name] ?? ""}
          autocomplete="off"
          spellcheck="false"
          .value=${this.question}
          @input=${(event: Event) => {
            event.stopPropagation();
            this.question = (event.target as HTMLInputElement).value;
            this.requestUpdate();
          }}
          @keydown=${this.pressed}
        />
      </label>
      <div class="options">
        ${repeat(
          seen,
          (thing) => thing.key,
          (thing) => this.option(thing),
        )}
        ${
          things.length > MOST
            ? html`<p class="hint">${own.more(things.length - MOST)}</p>`
            : nothing
        }
        ${
          things.length === 0
            ? html`<p class="hint">
              ${this.question === "" ? own.nobody[this.name] : own.nothingFound}
            </p>`
            : nothing
        }
      </div>
    </fieldset>`;
  }

  private option(thing: Thing): TemplateResult {
    const user = thing.values["userName"];
    return html`<label class="check">
      <input
        type="checkbox"
        data-key=${thing.key}
        .checked=${this.chosen.includes(thing.key)}
        ?disabled=${this.disabled}
        @change=${(event: Event) =>
          this.choose(thing.key, (event.target as HTMLInputElement).checked)}
      />
      <span>${thing.name}${user ? html` <small>${user}</small>` : nothing}</span>
    </label>`;
  }

  /** What is asked for; without a question those that are chosen, or were at first. */
  private things(): readonly Thing[] {
    const all = centreOf(this.desk).stocks.of(this.among).things;
    const asked = this.question.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const mine = new Set([...this.chosen, ...this.initial]);
    const fits = (thing: Thing): boolean => {
      const text = `${thing.name} ${String(thing.values["userName"] ?? "")}`.toLocaleLowerCase();
      return asked.every((word) => text.includes(word));
    };
    return all
      .filter((thing) => (asked.length > 0 ? fits(thing) : mine.has(thing.key)))
      .sort((a, b) => names.compare(a.name, b.name));
  }

  private choose(key: string, on: boolean): void {
    const others = this.chosen.filter((each) => each !== key);
    this.dispatchEvent(new CustomEvent("choose", { detail: on ? [...others, key] : others }));
  }

  /** Enter takes the only one that is left of the search, instead of sending the form. */
  private pressed(event: KeyboardEvent): void {
    if (event.key === "Enter") {
      event.preventDefault();
      const things = this.things();
      const only = things[0];
      if (this.question !== "" && things.length === 1 && only) {
        this.question = "";
        this.choose(only.key, true);
        this.requestUpdate();
      }
    } else if (event.key === "Escape" && this.question !== "") {
      event.preventDefault();
      event.stopPropagation();
      this.question = "";
      this.requestUpdate();
    }
  }
}

customElements.define("ow-chooser", Chooser);
