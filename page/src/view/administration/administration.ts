import { html, nothing, type TemplateResult } from "lit";
import { centreOf } from "../../model/administration/centre";
import { KINDS, type Kind } from "../../model/administration/thing";
import { address } from "../../model/route";
import { number, words } from "../../words";
import { View } from "../view";
import "./administration.css";
import "./changes";
import "./features";
import "./import";
import { kindIcons, pageIcons } from "./kind-icons";
import "./sessions";
import type { ThingView } from "./thing";
import "./thing";
import type { Things } from "./things";
import "./things";

const own = words.administration;

type PageName = keyof typeof own.pages;

/** The parts, in the order in which one sets up a contact centre. */
const PARTS: readonly (readonly [string, readonly (Kind | PageName)[]])[] = [
  [own.people, ["users", "agent-groups", "places", "place-groups"]],
  [own.work, ["workbins", "queues", "dispositions", "agent-states"]],
  [own.centre, ["sessions", "features", "import", "changes"]],
];

/** What administrators see and change of the contact centre. */
export class Administration extends View {
  private entering = false;

  private readonly returned = (): void => {
    if (document.visibilityState === "visible") {
      centreOf(this.desk).stocks.load();
    }
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const typing = target.matches("input, textarea, select, dialog *");
    if (event.key === "/" && !typing && this.desk.preferences.shortcuts) {
      event.preventDefault();
      this.find<Things>("ow-things")?.search();
    }
  };

  override connectedCallback(): void {
    super.connectedCallback();
    centreOf(this.desk).stocks.load();
    document.addEventListener("visibilitychange", this.returned);
    document.addEventListener("keydown", this.pressed);
    this.addEventListener("opened", () => {
      this.entering = true;
      this.requestUpdate();
    });
    this.addEventListener("leave", () => this.left());
  }

  override disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.returned);
    document.removeEventListener("keydown", this.pressed);
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { bin: part, item } = this.desk.route;
    const pane = part === undefined ? "parts" : item === undefined ? "list" : "item";
    return html`<main class="administration" data-pane=${pane}>
      <nav class="parts" aria-label=${own.sections} tabindex="-1" data-part>
        ${PARTS.map(
          ([heading, parts]) => html`<h2>${heading}</h2>
            <ul>
              ${parts.map((each) => this.entry(each, each === (part ?? "users")))}
            </ul>`,
        )}
      </nav>
      ${this.section(part ?? "users", item)}
    </main>`;
  }

  /** What was opened is where the keys go on. */
  protected override updated(): void {
    const thing = this.find<ThingView>("ow-thing");
    if (this.entering && thing) {
      this.entering = false;
      thing.enter();
    }
  }

  private entry(part: Kind | PageName, current: boolean): TemplateResult {
    const isKind = (KINDS as readonly string[]).includes(part);
    const stock = isKind ? centreOf(this.desk).stocks.of(part as Kind) : undefined;
    const icon = isKind ? kindIcons[part as Kind] : pageIcons[part as PageName];
    const name = isKind ? own.kinds[part as Kind] : own.pages[part as PageName];
    return html`<li>
      <a
        href=${address("administration", part)}
        aria-current=${current ? "page" : nothing}
        data-section=${part}
      >
        ${icon}<span class="name">${name}</span>
        ${
          stock?.known && !stock.off
            ? html`<span class=${stock.things.length > 0 ? "count" : "count none"}
                >${number(stock.things.length)}</span
              >`
            : nothing
        }
      </a>
    </li>`;
  }

  private section(part: string, item: string | undefined): TemplateResult {
    const { desk } = this;
    switch (part) {
      case "sessions":
        return html`<ow-sessions class="wide" .desk=${desk}></ow-sessions>`;
      case "features":
        return html`<ow-features class="wide" .desk=${desk}></ow-features>`;
      case "import":
        return html`<ow-import class="wide" .desk=${desk}></ow-import>`;
      case "changes":
        return html`<ow-changes class="wide" .desk=${desk}></ow-changes>`;
      default: {
        const kind = KINDS.find((each) => each === part) ?? "users";
        return html`<ow-things .desk=${desk} .kind=${kind}></ow-things>
          ${
            item === undefined
              ? html`<div class="nobody empty"><p>${own.list.choose[kind]}</p></div>`
              : html`<ow-thing .desk=${desk} .kind=${kind} .key=${item}></ow-thing>`
          }`;
      }
    }
  }

  private left(): void {
    const { route } = this.desk;
    if (route.isNarrow && route.item !== undefined) {
      history.back();
    } else {
      this.find<Things>("ow-things")?.focusTable();
    }
  }
}

customElements.define("ow-administration", Administration);
