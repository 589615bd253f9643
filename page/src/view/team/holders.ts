import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { keyOf } from "../../model/bin";
import type { Held, Holder } from "../../model/team/holders";
import { teamOf } from "../../model/team/team";
import { clock, moment, words } from "../../words";
import { initials } from "../bar";
import { icons, mediumIcons } from "../icons";
import { View } from "../view";
import { binName, duration } from "./names";
import "./holders.css";

const SECOND = 1_000;
const SOON = 15 * 60_000;

/** Who has what in hand, and for how long. */
export class HolderList extends View {
  private clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.clock = setInterval(() => document.hidden || this.requestUpdate(), SECOND);
  }

  override disconnectedCallback(): void {
    clearInterval(this.clock);
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { holders } = teamOf(this.desk);
    const busy = holders.all
      .filter((each) => each.items.length + each.hidden > 0)
      .sort((a, b) => first(a) - first(b));
    const free = holders.all.filter((each) => each.items.length + each.hidden === 0);
    return html`<section class="card" aria-labelledby="holders" tabindex="-1" data-part>
      <header><h2 id="holders">${words.team.holders.title}</h2></header>
      ${
        busy.length === 0
          ? html`<div class="empty" aria-busy=${holders.known ? "false" : "true"}>
            ${icons.hands}
            <h3>${holders.known ? words.team.holders.none : words.team.holders.loading}</h3>
            ${holders.known ? html`<p>${words.team.holders.noneHint}</p>` : nothing}
          </div>`
          : repeat(
              busy,
              (each) => each.person.id,
              (each) => this.holder(each, holders.now),
            )
      }
      ${
        free.length === 0
          ? nothing
          : html`<p class="free">
            <strong>${words.team.holders.free}</strong>
            ${free.map((each) => each.person.name).join(", ")}
          </p>`
      }
      ${
        holders.people > holders.all.length
          ? html`<p class="free">
            ${words.team.holders.beyond(holders.people - holders.all.length)}
          </p>`
          : nothing
      }
    </section>`;
  }

  private holder({ person, items, hidden }: Holder, now: number): TemplateResult {
    return html`<div class="holder">
      <h3>
        <span class="avatar" aria-hidden="true">${initials(person.name)}</span>
        <span>${person.name}</span>
      </h3>
      <ul>
        ${repeat(
          items,
          (item) => item.id,
          (item) => this.item(item, person.name, now),
        )}
        ${hidden === 0 ? nothing : html`<li class="hint">${words.team.holders.hidden(hidden)}</li>`}
      </ul>
    </div>`;
  }

  private item(item: Held, who: string, now: number): TemplateResult {
    const subject = item.subject || words.item.noSubject;
    const from = item.from
      ? words.team.holders.from(binName(item.from))
      : words.team.holders.created;
    return html`<li class="held ${item.medium}" data-id=${item.id}>
      ${mediumIcons[item.medium]}
      <span class="what">
        <span class="subject" dir="auto">${subject}</span>
        <small>
          ${from}${
            item.leaseUntil === undefined
              ? nothing
              : html` ·
                <span
                  class=${item.leaseUntil - now < SOON ? "soon" : ""}
                  title=${words.team.holders.leaseHint}
                  >${words.team.holders.lease(clock(item.leaseUntil))}</span
                >`
          }
        </small>
      </span>
      ${
        item.isOffered
          ? html`<span class="chip">${words.team.holders.offered}</span>`
          : html`<button
            class="quiet small"
            aria-label=${words.team.holders.takeBackOne(subject, who)}
            title=${words.team.holders.takeBack}
            @click=${() => this.takeBack(item, who)}
          >
            ${icons.undo}
          </button>`
      }
      <time title=${words.team.holders.since(moment(item.since))}
        >${duration(item.since, now)}</time
      >
    </li>`;
  }

  /** Where it came from is offered first. */
  private takeBack(item: Held, who: string): void {
    const bin = teamOf(this.desk).get(item.from ? keyOf(item.from.address) : undefined);
    this.desk.several.asked = {
      items: [item],
      to: bin?.key,
      takenFrom: who,
    };
    this.dispatchEvent(new CustomEvent("ask", { detail: "move-several", bubbles: true }));
  }
}

/** When he took what he has had longest. */
function first(holder: Holder): number {
  return Math.min(...holder.items.map((item) => item.since), Infinity);
}

customElements.define("ow-holders", HolderList);
