import { html, nothing, type TemplateResult } from "lit";
import type { Bin } from "../../model/bin";
import type { Asked, Progress } from "../../model/several";
import type { Outcome, Verdict } from "../../model/team/moves";
import { teamOf, type Team } from "../../model/team/team";
import { number, words } from "../../words";
import { Dialog } from "../dialogs";
import { icons } from "../icons";
import { binName, ownerName } from "./names";
import { verdictList } from "./verdicts";
import "./move.css";

/** Where it stands: the bin is chosen, looked at, moved to, and perhaps left again. */
type Step =
  | { name: "choose" }
  | { name: "look"; to: Bin; verdicts: readonly Verdict[] | undefined }
  | { name: "move"; to: Bin; progress: Progress }
  | { name: "moved"; to: Bin; outcome: Outcome }
  | { name: "undo" }
  | { name: "undone"; verdicts: readonly Verdict[] };

/** Moves several items together: what would happen first, then what did, and the way back. */
export class MoveSeveralDialog extends Dialog {
  private step: Step = { name: "choose" };
  private question = "";
  private comment = "";
  private asked: Asked = { items: [] };

  override connectedCallback(): void {
    super.connectedCallback();
    this.asked = this.desk.several.asked ?? { items: this.desk.marked };
    this.desk.several.asked = undefined;
    const to = this.team.get(this.asked.to);
    if (to) {
      this.look(to);
    }
  }

  /** Whoever closes the dialog may still think better of it. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    const { step } = this;
    if (step.name === "moved" && this.canUndo(step.outcome)) {
      const count = step.outcome.verdicts.filter((each) => !each.refused).length;
      const said = words.team.move.moved(count, binName(step.to));
      this.team.moves.offerUndo(said, step.outcome.moves);
    }
  }

  protected override content(): TemplateResult {
    const { takenFrom, items } = this.asked;
    return html`
      <h2 id="dialog-title" tabindex="-1">
        ${takenFrom === undefined ? words.team.move.title(items.length) : words.team.move.takeBack}
      </h2>
      ${this.stage()}
    `;
  }

  private stage(): TemplateResult {
    const { step } = this;
    switch (step.name) {
      case "choose":
        return this.choosing();
      case "look":
        return this.looking(step.to, step.verdicts);
      case "move":
        return this.moving(step.progress);
      case "moved":
        return this.moved(step.to, step.outcome);
      case "undo":
        return html`<p role="status">${words.team.move.undoing}</p>`;
      case "undone":
        return this.undone(step.verdicts);
    }
  }

  private choosing(): TemplateResult {
    const here = this.desk.bin?.key;
    const bins = this.team.bins.filter(
      (bin) =>
        bin.key !== here &&
        `${bin.displayName} ${ownerName(bin)}`
          .toLocaleLowerCase()
          .includes(this.question.trim().toLocaleLowerCase()),
    );
    return html`
      <label class="search">
        ${icons.search}<span class="sr">${words.team.move.search}</span>
        <input
          type="search"
          autofocus
          placeholder=${words.team.move.search}
          autocomplete="off"
          @input=${(event: Event) => {
            this.question = (event.target as HTMLInputElement).value;
            this.requestUpdate();
          }}
        />
      </label>
      <div class="choices">
        ${bins.map(
          (bin) => html`<button class="choice" @click=${() => this.look(bin)}>
            ${icons[bin.type as "Agent"] ?? icons.Agent}
            <span>${bin.displayName}</span>
            <small>${ownerName(bin)}</small>
            <span class="count none">${number(bin.count ?? 0)}</span>
          </button>`,
        )}
        ${bins.length === 0 ? html`<p class="hint">${words.team.move.nothing}</p>` : nothing}
      </div>
      <footer>
        <button @click=${() => this.close()}>${words.team.move.cancel}</button>
      </footer>
    `;
  }

  private looking(to: Bin, verdicts: readonly Verdict[] | undefined): TemplateResult {
    const { move } = words.team;
    if (!verdicts) {
      return html`<p role="status" aria-busy="true">${move.looking}</p>`;
    }
    const going = verdicts.filter((each) => !each.refused).length;
    const where = binName(to);
    return html`
      <p role="status">${going === 0 ? move.none(where) : move.goes(going, where)}</p>
      ${
        this.asked.takenFrom === undefined
          ? nothing
          : html`<p class="hint">${move.takenFrom(this.asked.takenFrom)}</p>`
      }
      ${verdictList(verdicts, move.would, this.asked.items)}
      <label>
        <span>${move.comment}</span>
        <input
          name="comment"
          autocomplete="off"
          maxlength="255"
          .value=${this.comment}
          aria-describedby="move-comment"
          @input=${(event: Event) => (this.comment = (event.target as HTMLInputElement).value)}
        />
        <small id="move-comment">${move.commentHint}</small>
      </label>
      <footer>
        <button class="quiet first" @click=${() => this.go({ name: "choose" })}>
          ${icons.back}<span>${move.other}</span>
        </button>
        <button @click=${() => this.close()}>${move.cancel}</button>
        <button
          class="primary"
          data-next
          ?disabled=${going === 0}
          @click=${() => this.move(to, verdicts)}
        >
          ${this.asked.takenFrom === undefined ? move.submit(going) : move.takeBack}
        </button>
      </footer>
    `;
  }

  private moving({ done, all }: Progress): TemplateResult {
    const said = words.team.move.moving(done, all);
    return html`
      <p role="status">${said}</p>
      <progress max=${all} value=${done} aria-label=${said}></progress>
    `;
  }

  private moved(to: Bin, outcome: Outcome): TemplateResult {
    const { move } = words.team;
    const { verdicts, moves, unanswered } = outcome;
    const count = verdicts.filter((each) => !each.refused).length;
    const stays = verdicts.length - count - unanswered;
    return html`
      <p role="status">
        ${count === 0 ? move.movedNone : move.moved(count, binName(to))}
        ${unanswered === 0 ? nothing : move.unanswered(unanswered)}
        ${stays === 0 ? nothing : move.stays(stays)}
      </p>
      ${verdictList(verdicts, move.ok, this.asked.items)}
      <footer>
        ${
          this.canUndo(outcome)
            ? html`<button class="first" @click=${() => this.undo(moves)}>
              ${icons.undo}<span>${move.undo}</span>
            </button>`
            : nothing
        }
        <button class="primary" data-next @click=${() => this.close()}>${move.close}</button>
      </footer>
    `;
  }

  private undone(verdicts: readonly Verdict[]): TemplateResult {
    const { move } = words.team;
    const back = verdicts.filter((each) => !each.refused).length;
    const gone = verdicts.length - back;
    return html`
      <p role="status">
        ${move.undone(back)} ${gone === 0 ? nothing : move.notUndone(gone)}
      </p>
      ${verdictList(verdicts, move.back, this.asked.items)}
      <footer>
        <button class="primary" data-next @click=${() => this.close()}>${move.close}</button>
      </footer>
    `;
  }

  private get team(): Team {
    return teamOf(this.desk);
  }

  /** What was taken out of a hand cannot be put back into it. */
  private canUndo({ moves }: Outcome): boolean {
    return moves.length > 0 && this.asked.takenFrom === undefined;
  }

  private look(to: Bin): void {
    this.go({ name: "look", to, verdicts: undefined });
    this.team.moves.preview(this.asked.items, to).then(
      (verdicts) => this.go({ name: "look", to, verdicts }),
      (error: unknown) => this.failed(error, { name: "choose" }),
    );
  }

  /** All are tried, for what could not go a moment ago may go now. */
  private move(to: Bin, verdicts: readonly Verdict[]): void {
    const show = (progress: Progress): void => this.go({ name: "move", to, progress });
    this.team.moves.move(this.asked.items, to, this.comment.trim(), show).then(
      (outcome) => {
        this.desk.selection.clear();
        this.team.holders.nudge();
        this.go({ name: "moved", to, outcome });
      },
      (error: unknown) => this.failed(error, { name: "look", to, verdicts }),
    );
  }

  private undo(moves: readonly string[]): void {
    this.go({ name: "undo" });
    this.team.moves.undo(moves).then(
      (verdicts) => this.go({ name: "undone", verdicts }),
      (error: unknown) => {
        this.failed(error, this.step);
        this.close();
      },
    );
  }

  private failed(error: unknown, step: Step): void {
    this.desk.failed(error);
    this.go(step);
  }

  /** Where the pressed button is gone the focus goes to what comes next. */
  private go(step: Step): void {
    this.step = step;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const next = this.find<HTMLElement>(
        step.name === "choose" ? "input[type=search]" : "[data-next]:not(:disabled)",
      );
      (next ?? this.find<HTMLElement>("h2"))?.focus();
    });
  }
}

customElements.define("ow-move-several", MoveSeveralDialog);
