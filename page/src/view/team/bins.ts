import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Bin } from "../../model/bin";
import { address } from "../../model/route";
import { SPANS, type Span } from "../../model/team/figures";
import { teamOf, type Team } from "../../model/team/team";
import { age, moment, number, words } from "../../words";
import { icons } from "../icons";
import { View } from "../view";
import { spark } from "./charts";
import { binName, ownerName } from "./names";
import "./bins.css";

const COLUMNS = ["bin", "oldest", "count"] as const;

type Column = (typeof COLUMNS)[number];

const HOUR = 3_600_000;
const DAY = SPANS[1] as Span;
const SPARK_AGE = 300_000;
/** More lines than that have no picture: each is a question to the server. */
const SPARKS = 60;

/** The bins of the team, those where something waits longest on top. */
export class TeamBins extends View {
  /** As a way from bin to bin beside one that is open. */
  compact = false;

  private sorting: Column = "oldest";
  /** While somebody aims at a line none of them moves. */
  private held: readonly string[] | undefined;

  protected override render(): TemplateResult {
    const team = teamOf(this.desk);
    const bins = this.inOrder(team.bins);
    return this.compact ? this.list(team, bins) : this.table(team, bins);
  }

  private table(team: Team, bins: readonly Bin[]): TemplateResult {
    return html`<section class="card" aria-labelledby="team-bins" tabindex="-1" data-part>
      ${this.orphans(team)}
      <header>
        <h2 id="team-bins">${words.team.bins.title}</h2>
        <p class="hint">${words.team.bins.lead}</p>
      </header>
      ${
        bins.length === 0
          ? html`<p class="hint">${words.team.noBins}</p>`
          : html`<table
            class="lines"
            aria-labelledby="team-bins"
            @pointerenter=${this.hold}
            @pointerleave=${this.loose}
            @focusin=${this.hold}
            @focusout=${this.loose}
          >
            <thead>
              <tr>
                ${COLUMNS.map((column) => this.header(column))}
                <th scope="col" class="day">${words.team.bins.day}</th>
              </tr>
            </thead>
            <tbody>
              ${repeat(
                bins,
                (bin) => bin.key,
                (bin, index) => this.line(team, bin, index),
              )}
            </tbody>
          </table>`
      }
    </section>`;
  }

  private header(column: Column): TemplateResult {
    const name = words.team.bins[column];
    const mine = this.sorting === column;
    return html`<th
      scope="col"
      class=${column}
      aria-sort=${mine ? (column === "bin" ? "ascending" : "descending") : "none"}
    >
      <button
        class="sort"
        title=${words.team.bins.sortBy(name)}
        @click=${() => {
          this.sorting = column;
          this.held = undefined;
          this.requestUpdate();
        }}
      >
        ${name}${mine ? (column === "bin" ? icons.up : icons.down) : nothing}
      </button>
    </th>`;
  }

  private line(team: Team, bin: Bin, index: number): TemplateResult {
    const figures = index < SPARKS ? team.figures.of(bin, DAY, SPARK_AGE) : undefined;
    return html`<tr data-bin=${binName(bin)}>
      <th scope="row" class="bin">
        ${icons[bin.type as "Agent"] ?? icons.Agent}
        <a href=${address("team", bin.key)}>
          ${bin.displayName}
          <small>${ownerName(bin)}</small>
        </a>
      </th>
      <td class="oldest">${this.oldest(bin)}</td>
      <td class="count">${bin.count === undefined ? "" : number(bin.count)}</td>
      <td class="day">
        ${
          figures
            ? html`${spark(figures)}
              <span class="sr"
                >${words.team.bins.trend(
                  figures.count[0] ?? 0,
                  figures.count.at(-1) ?? 0,
                  Math.max(...figures.count, 0),
                )}</span
              >`
            : nothing
        }
      </td>
    </tr>`;
  }

  private oldest(bin: Bin): TemplateResult {
    return bin.oldest === undefined
      ? html`<span class="soft">${bin.count === 0 ? words.team.bins.empty : ""}</span>`
      : html`<span class="wait ${trouble(bin.oldest, this.desk.now)}" title=${moment(bin.oldest)}
          >${age(bin.oldest, this.desk.now)}</span
        >`;
  }

  private orphans(team: Team): TemplateResult | typeof nothing {
    const orphans = team.orphans.all;
    return orphans.length === 0
      ? nothing
      : html`<div class="orphans" role="region" aria-labelledby="orphans">
          <h2 id="orphans">${words.team.orphans.title}</h2>
          <p>${words.team.orphans.lead}</p>
          <ul>
            ${orphans.map(
              ({ bin, reason }) => html`<li>
                <a href=${address("team", bin.key)}>${binName(bin)}</a>
                <span class="soft">${words.team.orphans.reasons[reason] ?? reason}</span>
                ${this.oldest(bin)}
                <span class="number">${words.bins.items(bin.count ?? 0)}</span>
              </li>`,
            )}
          </ul>
        </div>`;
  }

  private list(team: Team, bins: readonly Bin[]): TemplateResult {
    const orphans = team.orphans.all.map((each) => each.bin);
    return html`<nav
      class="bins"
      aria-label=${words.bins.label}
      tabindex="-1"
      data-part
      @pointerenter=${this.hold}
      @pointerleave=${this.loose}
    >
      <ul>
        ${repeat(
          [...orphans, ...bins],
          (bin) => bin.key,
          (bin) => html`<li>
            <a
              href=${address("team", bin.key)}
              aria-current=${bin.key === this.desk.route.bin ? "page" : nothing}
              title=${bin.oldest === undefined ? "" : words.bins.oldest(age(bin.oldest, this.desk.now))}
            >
              ${icons[bin.type as "Agent"] ?? icons.Agent}
              <span class="name">${bin.displayName}<small>${ownerName(bin)}</small></span>
              <span class=${bin.count === 0 ? "count none" : "count"}>
                <span aria-hidden="true">${number(bin.count ?? 0)}</span>
                <span class="sr">, ${words.bins.items(bin.count ?? 0)}</span>
              </span>
            </a>
          </li>`,
        )}
      </ul>
    </nav>`;
  }

  private inOrder(bins: readonly Bin[]): readonly Bin[] {
    const sorted = [...bins].sort(BY[this.sorting]);
    if (!this.held) {
      return sorted;
    }
    const held = new Map(this.held.map((key, i) => [key, i]));
    const place = (bin: Bin): number => held.get(bin.key) ?? held.size;
    return sorted.sort((a, b) => place(a) - place(b));
  }

  private readonly hold = (): void => {
    this.held ??= this.inOrder(teamOf(this.desk).bins).map((bin) => bin.key);
  };

  private readonly loose = (): void => {
    this.held = undefined;
    this.requestUpdate();
  };
}

const byName = (a: Bin, b: Bin): number =>
  (a.owner ?? "").localeCompare(b.owner ?? "") || a.displayName.localeCompare(b.displayName);

const BY: Record<Column, (a: Bin, b: Bin) => number> = {
  bin: byName,
  count: (a, b) => (b.count ?? 0) - (a.count ?? 0) || BY.oldest(a, b),
  oldest: (a, b) =>
    (a.oldest ?? Infinity) - (b.oldest ?? Infinity) ||
    (b.count ?? 0) - (a.count ?? 0) ||
    byName(a, b),
};

/** How bad it is that something has waited since then. */
function trouble(since: number, now: number): string {
  const waited = now - since;
  return waited > 24 * HOUR ? "bad" : waited > 4 * HOUR ? "warn" : "";
}

customElements.define("ow-team-bins", TeamBins);
