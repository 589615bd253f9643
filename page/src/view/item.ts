import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { Dispositions } from "../model/dispositions";
import type { Draft } from "../model/drafts";
import type { Item } from "../model/item";
import { HANDS } from "../model/route";
import { age, mediumName, moment, number, words } from "../words";
import "./fields";
import { icons, mediumIcons } from "./icons";
import "./letter/letter";
import "./timeline";
import { View } from "./view";
import "./wrap-up";

/** Texts that are no line of facts. */
const LONG = new Set(["message", "text", "body", "bodyAsPlainText"]);

/** The chosen item, and what I can do with it. */
export class ItemView extends View {
  protected override render(): TemplateResult {
    const item = this.desk.item;
    return html`
      <section class="item" aria-label=${words.item.label} tabindex="-1" data-part>
        ${item ? keyed(item.id, this.whole(item)) : this.none()}
      </section>
    `;
  }

  private none(): TemplateResult {
    const id = this.desk.route.item;
    const draft = id === undefined ? undefined : this.desk.drafts.of(id);
    return html`
      ${this.back()}
      ${id !== undefined && draft ? this.kept(id, draft) : nothing}
      <div class="empty">
        <p>${id === undefined ? words.item.none : words.item.gone}</p>
        ${
          id === undefined
            ? html`<p class="hint">
              ${this.desk.route.bin === HANDS ? words.item.handsHint : words.item.noneHint}
            </p>`
            : nothing
        }
      </div>
    `;
  }

  private back(): TemplateResult {
    return html`<a
      class="back button quiet"
      href=${this.desk.route.up}
      aria-label=${words.item.back}
      >${icons.back}</a
    >`;
  }

  private whole(item: Item): TemplateResult {
    const inHand = this.desk.hands.get(item.id) !== undefined;
    const offered = inHand && item.state === "Invited";
    const editable = inHand && !offered;
    const draft = this.desk.drafts.of(item.id);
    return html`
      <header class="part">
        ${this.back()}
        <div class="title">
          <p class="kind ${item.medium}">
            ${mediumIcons[item.medium]}
            <span>${mediumName(item.medium, item.mediaType)}</span>
            ${
              inHand
                ? html`<span class="chip">${offered ? words.item.offered : words.item.inHand}</span>`
                : nothing
            }
          </p>
          <h2>${item.subject || words.item.noSubject}</h2>
          <p class="customer">${item.customer}</p>
        </div>
      </header>
      ${this.actions(item, editable, offered)}
      <div class="scroll" tabindex="0" role="group" aria-label=${words.item.label}>
        ${!editable && draft ? this.kept(item.id, draft) : nothing}
        <dl class="facts">
          <div>
            <dt>${words.item.received}</dt>
            <dd title=${moment(item.received)}>
              ${
                Number.isNaN(item.received)
                  ? ""
                  : html`<time datetime=${new Date(item.received).toISOString()}
                    >${moment(item.received)}</time
                  >`
              }
              <span class="soft">${age(item.received, this.desk.now)}</span>
            </dd>
          </div>
          <div>
            <dt>${words.item.priority}</dt>
            <dd>${number(item.priority)}</dd>
          </div>
          <div>
            <dt>${words.item.id}</dt>
            <dd class="id">${item.id}</dd>
          </div>
        </dl>
        ${[...item.texts].map(([name, text]) => this.text(name, text))}
        ${
          item.letter
            ? html`<ow-letter .desk=${this.desk} .letter=${item.letter}></ow-letter>`
            : nothing
        }
        ${
          editable
            ? html`<ow-wrap-up .desk=${this.desk} .item=${item}></ow-wrap-up>`
            : this.said(item)
        }
        <ow-fields .desk=${this.desk} .item=${item} .editable=${editable}></ow-fields>
        <ow-timeline .desk=${this.desk} .item=${item}></ow-timeline>
      </div>
      ${editable && draft ? this.saving(item) : nothing}
    `;
  }

  private actions(item: Item, editable: boolean, offered: boolean): TemplateResult {
    const work = this.desk.work;
    const bin = this.desk.bin;
    const busy = work.isBusy(item.id);
    if (offered) {
      return html`<div class="actions">
        <button class="primary" ?disabled=${busy} @click=${() => work.accept(item)}>
          ${icons.check}<span>${words.item.accept}</span>
        </button>
        <button ?disabled=${busy} @click=${() => work.reject(item)}>
          ${icons.close}<span>${words.item.reject}</span>
        </button>
      </div>`;
    } else if (editable) {
      return html`<div class="actions">
        ${
          item.capabilities.includes("Complete")
            ? html`<button class="primary" ?disabled=${busy} @click=${() => work.complete(item)}>
              ${icons.check}<span>${words.item.complete}</span>
            </button>`
            : nothing
        }
        <button ?disabled=${busy} @click=${() => work.release(item)}>
          ${icons.undo}<span>${words.item.release}</span>
        </button>
        <button ?disabled=${busy} @click=${() => this.tell("move")}>
          ${icons.move}<span>${words.item.move}</span>
        </button>
      </div>`;
    }
    return html`<div class="actions">
      ${
        bin
          ? html`<button class="primary" ?disabled=${busy} @click=${() => work.pull(bin, item)}>
            ${icons.check}<span>${words.item.take}</span>
          </button>`
          : nothing
      }
    </div>`;
  }

  /** What a customer wrote is text and nothing else, whatever stands in it. */
  private text(name: string, text: string): TemplateResult {
    const labels: Record<string, unknown> = words.item;
    const label = typeof labels[name] === "string" ? labels[name] : name;
    return LONG.has(name)
      ? html`<h3>${label}</h3>
          <blockquote dir="auto">${text}</blockquote>`
      : html`<dl class="facts">
          <div>
            <dt>${label}</dt>
            <dd dir="auto">${text}</dd>
          </div>
        </dl>`;
  }

  private said(item: Item): TemplateResult | typeof nothing {
    return item.comment === ""
      ? nothing
      : html`<h3>${words.item.comment}</h3>
          <blockquote dir="auto">${item.comment}</blockquote>`;
  }

  private saving(item: Item): TemplateResult {
    return html`<footer class="saving">
      <span role="status">${words.item.unsaved}</span>
      <button class="quiet" @click=${() => this.desk.drafts.drop(item.id)}>
        ${words.item.discard}
      </button>
      <button
        class="primary"
        ?disabled=${this.desk.work.isBusy(item.id)}
        @click=${() => this.desk.work.save(item)}
      >
        ${words.item.save}
      </button>
    </footer>`;
  }

  private kept(id: string, draft: Draft): TemplateResult {
    return html`<div class="kept">
      <h3>${words.item.keptTitle}</h3>
      <p class="hint">${words.item.keptHint}</p>
      ${typedTexts(draft, this.desk.dispositions)}
      <button class="quiet" @click=${() => this.desk.drafts.drop(id)}>${words.drafts.discard}</button>
    </div>`;
  }

  private tell(what: string): void {
    this.dispatchEvent(new CustomEvent("ask", { detail: what, bubbles: true }));
  }
}

/** All that a draft holds, to be read and copied. */
export function typedTexts(draft: Draft, dispositions: Dispositions): TemplateResult {
  const texts: [string, string][] = [
    [words.item.comment, draft.comment ?? ""],
    [words.item.disposition, dispositions.nameOf(draft.disposition ?? "")],
    ...Object.entries(draft.values),
    ...draft.removed.map((key): [string, string] => [key, words.drafts.removed]),
  ];
  return html`<dl class="facts">
    ${texts
      .filter(([, text]) => text !== "")
      .map(
        ([name, text]) => html`<div>
          <dt>${name}</dt>
          <dd dir="auto" class="typed">${text}</dd>
        </div>`,
      )}
  </dl>`;
}

customElements.define("ow-item", ItemView);
