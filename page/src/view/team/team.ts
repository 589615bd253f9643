import { html, nothing, type TemplateResult } from "lit";
import { address, FIGURES } from "../../model/route";
import { teamOf, type Team } from "../../model/team/team";
import { number, words } from "../../words";
import { View } from "../view";
import "./bins";
import "./figures";
import "./holders";
import "./move";
import "./past";
import "./team.css";
import "./totals";

/** The lists of the team that are no bins. */
const VIEWS = [undefined, "hands", "moves"] as const;

/** What supervisors see of their teams: an overview, who has what, a bin, what was moved. */
export class TeamView extends View {
  protected override render(): TemplateResult {
    const team = teamOf(this.desk);
    return html`
      <div class="team">
        <div class="strip">
          <nav aria-label=${words.team.views}>${VIEWS.map((view) => this.link(team, view))}</nav>
          ${this.scope(team)}
        </div>
        ${this.view(team)}
      </div>
    `;
  }

  private link(team: Team, view: (typeof VIEWS)[number]): TemplateResult {
    const count = view === "hands" && team.holders.known ? number(team.holders.count) : undefined;
    return html`<a
      href=${address("team", ...(view === undefined ? [] : [view]))}
      aria-current=${this.desk.route.bin === view ? "page" : nothing}
      >${words.team[view ?? "overview"]}${count === undefined ? nothing : html` <span class="count none">${count}</span>`}</a
    >`;
  }

  private scope(team: Team): TemplateResult | typeof nothing {
    const { circle } = team;
    return circle.groups.length < 2
      ? nothing
      : html`<label class="scope">
          <span class="sr">${words.team.group}</span>
          <select
            @change=${(event: Event) =>
              team.show((event.target as HTMLSelectElement).value || undefined)}
          >
            ${circle.isLarge ? nothing : html`<option value="">${words.team.allGroups}</option>`}
            ${circle.groups.map(
              (group) => html`<option value=${group.name} ?selected=${circle.scope === group.name}>
                ${group.name}
              </option>`,
            )}
          </select>
        </label>`;
  }

  private view(team: Team): TemplateResult {
    const { desk } = this;
    switch (desk.route.bin) {
      case undefined:
        return this.overview(team);
      case "hands":
        return html`<main class="one"><ow-holders .desk=${desk}></ow-holders></main>`;
      case "moves":
        return html`<main class="one"><ow-past-moves .desk=${desk}></ow-past-moves></main>`;
      default:
        return this.bin(team);
    }
  }

  private overview(team: Team): TemplateResult {
    const { desk } = this;
    return team.known
      ? html`<main class="overview">
          <ow-team-totals .desk=${desk}></ow-team-totals>
          <ow-team-bins .desk=${desk}></ow-team-bins>
          <ow-holders .desk=${desk}></ow-holders>
        </main>`
      : html`<main class="empty" aria-busy="true"><p>${words.team.loading}</p></main>`;
  }

  private bin(team: Team): TemplateResult {
    const { desk } = this;
    const { route } = desk;
    if (team.known && !desk.bin) {
      return html`<main class="empty">
        <h2>${words.team.noSuchBin}</h2>
        <a class="button" href=${address("team")}>${words.team.toOverview}</a>
      </main>`;
    }
    return html`<main class="panes">
      <ow-team-bins .desk=${desk} .compact=${true}></ow-team-bins>
      <ow-list .desk=${desk}></ow-list>
      ${
        route.item === undefined || route.item === FIGURES
          ? html`<ow-figures .desk=${desk}></ow-figures>`
          : html`<ow-item .desk=${desk}></ow-item>`
      }
    </main>`;
  }
}

customElements.define("ow-team", TeamView);
