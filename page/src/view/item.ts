import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { Draft } from "../model/drafts";
import type { Item } from "../model/item";
import { hash } from "../model/route";
import { dispositionOf } from "../model/work";
import { age, moment, number, words } from "../words";
import "./fields";
import { icons, mediumIcons } from "./icons";
import "./timeline";
import { View } from "./view";

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
        ${id === undefined ? html`<p class="hint">${words.item.noneHint}</p>` : nothing}
      </div>
    `;
  }

  private back(): TemplateResult {
    return html`<a
      class="back button quiet"
      href=${hash({ bin: this.desk.route.bin, item: undefined })}
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
            <span>${item.mediaType ?? words.media[item.medium]}</span>
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
        ${editable ? this.wrapUp(item, draft) : this.said(item)}
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
    return name === "message" || name === "text" || name === "body"
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

  private wrapUp(item: Item, draft: Draft | undefined): TemplateResult {
    return html`
      <h3>${words.item.wrapUp}</h3>
      <div class="wrap-up">
        <label>
          <span>${words.item.disposition}</span>
          <input
            name="disposition"
            autocomplete="off"
            .value=${draft?.disposition ?? dispositionOf(item)}
            @input=${(event: Event) =>
              this.edit(item, (now) => {
                const text = (event.target as HTMLInputElement).value;
                now.disposition = text === dispositionOf(item) ? undefined : text;
              })}
          />
        </label>
        ${
          takesComment(item)
            ? html`<label>
              <span>${words.item.comment}</span>
              <textarea
                name="comment"
                rows="3"
                .value=${draft?.comment ?? item.comment}
                @input=${(event: Event) =>
                  this.edit(item, (now) => {
                    const text = (event.target as HTMLTextAreaElement).value;
                    now.comment = text === item.comment ? undefined : text;
                  })}
              ></textarea>
            </label>`
            : nothing
        }
      </div>
    `;
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
      ${typedTexts(draft)}
      <button class="quiet" @click=${() => this.desk.drafts.drop(id)}>${words.drafts.discard}</button>
    </div>`;
  }

  private edit(item: Item, change: (draft: Draft) => void): void {
    this.desk.drafts.edit(item.id, item.subject, change);
  }

  private tell(what: string): void {
    this.dispatchEvent(new CustomEvent("ask", { detail: what, bubbles: true }));
  }
}

/** Work items take one although the contract's list of what they can does not say so. */
function takesComment(item: Item): boolean {
  return (
    item.capabilities.includes("AddComment") ||
    item.medium === "workitem" ||
    item.medium === "openmedia"
  );
}

/** All that a draft holds, to be read and copied. */
export function typedTexts(draft: Draft): TemplateResult {
  const texts: [string, string][] = [
    [words.item.comment, draft.comment ?? ""],
    [words.item.disposition, draft.disposition ?? ""],
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
