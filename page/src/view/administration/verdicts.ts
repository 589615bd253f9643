import { html, nothing, type TemplateResult } from "lit";
import { centreOf } from "../../model/administration/centre";
import type { Verdict } from "../../model/administration/file-import";
import { words } from "../../words";
import { View } from "../view";

const own = words.administration.import;
const MOST = 500;

/** What became, or would become, of each thing of a file. */
export class Verdicts extends View {
  private all = false;

  protected override render(): TemplateResult {
    const { file } = centreOf(this.desk);
    const { verdicts, step } = file;
    if (step !== "previewed" && step !== "loaded") {
      return html``;
    }
    const count = (verdict: string): number =>
      verdicts.filter((each) => each.verdict === verdict).length;
    const unchanged = count("unchanged");
    const shown = this.all ? verdicts : verdicts.filter((each) => each.verdict !== "unchanged");
    return html`<section class="verdicts" role="status">
      <h3>${step === "loaded" ? own.did : own.would}</h3>
      <p>
        ${
          unchanged === verdicts.length
            ? own.nothing
            : own.counts(count("added"), count("changed"), unchanged, step === "loaded")
        }
      </p>
      ${
        unchanged > 0
          ? html`<label class="check">
              <input
                type="checkbox"
                .checked=${!this.all}
                @change=${(event: Event) => {
                  this.all = !(event.target as HTMLInputElement).checked;
                  this.requestUpdate();
                }}
              />
              <span>${own.onlyChanges}</span>
            </label>`
          : nothing
      }
      ${shown.length > 0 ? this.table(shown) : nothing}
    </section>`;
  }

  private table(shown: readonly Verdict[]): TemplateResult {
    return html`<table class="stacked">
        <thead>
          <tr>
            <th scope="col">${own.kind}</th>
            <th scope="col">${own.name}</th>
            <th scope="col">${own.verdict}</th>
            <th scope="col">${own.differences}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.slice(0, MOST).map(
            (each) => html`<tr data-verdict=${each.verdict}>
              <td>${each.kind}</td>
              <th scope="row">${each.name}</th>
              <td><span class=${`verdict ${each.verdict}`}>${own.verdicts[each.verdict]}</span></td>
              <td>${each.differences?.map((difference) => html`<div>${difference}</div>`)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      ${shown.length > MOST ? html`<p class="hint">${own.more(shown.length - MOST)}</p>` : nothing}`;
  }
}

customElements.define("ow-verdicts", Verdicts);
