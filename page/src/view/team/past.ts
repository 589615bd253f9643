import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { PastItem, PastMove } from "../../model/team/moves";
import { teamOf } from "../../model/team/team";
import { clock, words } from "../../words";
import { icons } from "../icons";
import { View } from "../view";
import { binName } from "./names";
import { why } from "./verdicts";
import "./move.css";

const LOOK = 15_000;

/** The moves of several items in the last day, and the way back. */
export class PastMoves extends View {
  private readonly items = new Map<string, readonly PastItem[]>();
  private busy: string | undefined;
  private clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.load();
    this.clock = setInterval(() => document.hidden || this.load(), LOOK);
  }

  override disconnectedCallback(): void {
    clearInterval(this.clock);
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { moves } = teamOf(this.desk);
    const { past } = words.team;
    return html`<section class="card" aria-labelledby="past" tabindex="-1" data-part>
      <header>
        <h2 id="past">${past.title}</h2>
        <p class="hint">${past.lead}</p>
      </header>
      ${
        moves.recent.length === 0
          ? html`<div class="empty" aria-busy=${moves.known ? "false" : "true"}>
            ${icons.move}
            <h3>${moves.known ? past.none : past.loading}</h3>
            ${moves.known ? html`<p>${past.noneHint}</p>` : nothing}
          </div>`
          : html`<ul class="past">
            ${repeat(
              moves.recent,
              (move) => move.id,
              (move) => this.move(move),
            )}
          </ul>`
      }
    </section>`;
  }

  private move(move: PastMove): TemplateResult {
    const { past } = words.team;
    const what = past.what(move.count, move.to ? binName(move.to) : past.somewhere);
    const from = move.from ? binName(move.from) : past.somewhere;
    const who = move.by === undefined ? "" : ` ${past.by(move.by)}`;
    const items = this.items.get(move.id);
    return html`<li data-move=${move.id}>
      <p class="what">
        <strong>${what}</strong>
        <span class="soft">${past.from(from)}${who}</span>
      </p>
      <time datetime=${new Date(move.at).toISOString()}>${clock(move.at)}</time>
      ${this.undoing(move, what)}
      ${move.comment === "" ? nothing : html`<p class="why" dir="auto">${move.comment}</p>`}
      <details @toggle=${(event: Event) => this.opened(event, move.id)}>
        <summary>${past.items}</summary>
        <ul>${items?.map((item) => this.item(item))}</ul>
      </details>
    </li>`;
  }

  private undoing(move: PastMove, what: string): TemplateResult {
    const { past } = words.team;
    if (move.isUndone) {
      return html`<span class="chip">${past.isUndone}</span>`;
    } else if (!(move.undoUntil > this.desk.now)) {
      return html`<span class="soft">${past.over}</span>`;
    }
    return html`<button
      aria-label=${past.undoOf(what)}
      title=${past.until(clock(move.undoUntil))}
      ?disabled=${this.busy !== undefined}
      @click=${() => this.undo(move.id)}
    >
      ${icons.undo}<span>${words.team.move.undo}</span>
    </button>`;
  }

  private item({ id, from, holder, isUndone, refused }: PastItem): TemplateResult {
    const { past, move } = words.team;
    const where = holder ?? (from ? binName(from) : past.somewhere);
    const what = refused ? why(refused) : isUndone ? move.back : past.from(where);
    return html`<li>
      <span class="id">${id}</span>
      <span class="soft">${what}</span>
    </li>`;
  }

  private async undo(id: string): Promise<void> {
    this.busy = id;
    this.requestUpdate();
    await teamOf(this.desk).moves.takeBack([id]);
    this.busy = undefined;
    this.requestUpdate();
  }

  private opened(event: Event, id: string): void {
    if ((event.target as HTMLDetailsElement).open) {
      teamOf(this.desk)
        .moves.items(id)
        .then(
          (items) => {
            this.items.set(id, items);
            this.requestUpdate();
          },
          (error: unknown) => this.desk.failed(error),
        );
    }
  }

  private load(): void {
    teamOf(this.desk)
      .moves.load()
      .catch(() => {});
  }
}

customElements.define("ow-past-moves", PastMoves);
