import { html, type TemplateResult } from "lit";
import { history, type Step, type Whereabouts } from "../model/history";
import type { Item } from "../model/item";
import { Away, Refused } from "../wire/http";
import { age, moment, words } from "../words";
import { View } from "./view";

/** What happened to an item, the newest first. */
export class Timeline extends View {
  item!: Item;
  private asked = "";
  private steps: Step[] | undefined;
  private problem = "";

  protected override willUpdate(): void {
    const asked = `${this.item.id} ${this.item.hold} ${this.item.seq} ${this.item.priority}`;
    if (asked !== this.asked) {
      if (!this.asked.startsWith(`${this.item.id} `)) {
        this.steps = undefined;
      }
      this.asked = asked;
      void this.ask(asked);
    }
  }

  protected override render(): TemplateResult {
    return html`
      <h3 id="history-title">${words.item.history}</h3>
      ${
        this.steps
          ? html`<ol class="timeline" aria-labelledby="history-title">
            ${this.steps.map((step) => this.step(step))}
          </ol>`
          : html`<p class="hint" role="status">${this.problem || words.history.loading}</p>`
      }
    `;
  }

  private step(step: Step): TemplateResult {
    return html`<li>
      <span class="what">${this.what(step)}</span>
      <time datetime=${new Date(step.at).toISOString()} title=${moment(step.at)}
        >${age(step.at, this.desk.now)}</time
      >
    </li>`;
  }

  private what({ reason, actor, actorId, to }: Step): string {
    const what = words.history.reasons[reason] ?? reason;
    const who = actorId === this.desk.me?.id ? words.history.you : actor;
    const by = who === undefined ? "" : words.history.by(who);
    return [what, reason === "Update" ? "" : whither(to), by].filter(Boolean).join(" ");
  }

  private async ask(asked: string): Promise<void> {
    try {
      const steps = await history(this.desk.http, this.item.id);
      if (asked === this.asked) {
        this.steps = steps;
        this.problem = words.history.none;
      }
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Away)) {
        throw error;
      }
      this.problem = error instanceof Away ? words.history.away : words.history.none;
    }
    this.requestUpdate();
  }
}

function whither({ kind, name }: Whereabouts): string {
  switch (kind) {
    case "bin":
      return words.history.to.bin(name ?? words.history.somewhere);
    case "offer":
      return words.history.to.offer(name ?? "");
    case "queue":
      return words.history.to.queue(name ?? "");
    case "hidden":
      return words.history.to.bin(words.history.somewhere);
    case "hand":
    case "ended":
    case "nowhere":
      return "";
  }
}

customElements.define("ow-timeline", Timeline);
