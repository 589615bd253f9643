import { html, type TemplateResult } from "lit";
import { teamOf } from "../../model/team/team";
import { age, number, words } from "../../words";
import { View } from "../view";
import { binName } from "./names";

/** How much there is altogether, at a glance. */
export class TeamTotals extends View {
  protected override render(): TemplateResult {
    const { bins, holders } = teamOf(this.desk);
    const totals = words.team.totals;
    const full = bins.filter((bin) => (bin.count ?? 0) > 0);
    const parked = full.reduce((sum, bin) => sum + (bin.count ?? 0), 0);
    const oldest = full
      .filter((bin) => bin.oldest !== undefined)
      .sort((a, b) => Number(a.oldest) - Number(b.oldest))[0];
    const busy = holders.all.filter((each) => each.items.length + each.hidden > 0).length;
    return html`<dl class="totals" aria-label=${totals.label}>
      ${this.total(totals.parked, number(parked), totals.inBins(full.length))}
      ${this.total(
        totals.oldest,
        oldest ? age(Number(oldest.oldest), this.desk.now) : "–",
        oldest ? binName(oldest) : totals.nothing,
      )}
      ${this.total(
        totals.hands,
        holders.known ? number(holders.count) : "–",
        totals.with(busy, holders.people),
      )}
    </dl>`;
  }

  private total(name: string, value: string, more: string): TemplateResult {
    return html`<div>
      <dt>${name}</dt>
      <dd><strong>${value}</strong> <span class="soft">${more}</span></dd>
    </div>`;
  }
}

customElements.define("ow-team-totals", TeamTotals);
