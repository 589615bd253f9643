import { html, nothing, type TemplateResult } from "lit";
import { SPANS, type BinFigures, type Span } from "../../model/team/figures";
import { teamOf } from "../../model/team/team";
import { number, words } from "../../words";
import { icons } from "../icons";
import { View } from "../view";
import { ageClass, stepName } from "./names";
import { ages, counts, flow, sum } from "./charts";
import "./figures.css";

/** What happened in the bin that is shown, as pictures and as numbers. */
export class FiguresView extends View {
  private span = SPANS[1] as Span;
  private width = 0;
  private readonly size = new ResizeObserver(([entry]) => {
    if (entry && Math.abs(entry.contentRect.width - this.width) > 1) {
      this.width = entry.contentRect.width;
      this.requestUpdate();
    }
  });

  override disconnectedCallback(): void {
    this.size.disconnect();
    super.disconnectedCallback();
  }

  protected override firstUpdated(): void {
    const room = this.find(".measure");
    if (room) {
      this.size.observe(room);
    }
  }

  protected override render(): TemplateResult {
    const { bin } = this.desk;
    return html`<section class="item figures" aria-label=${words.team.figures.title} tabindex="-1" data-part>
      <header class="part">
        <a class="back button quiet" href=${this.desk.route.up} aria-label=${words.team.figures.back}
          >${icons.back}</a
        >
        <div class="title"><h2>${words.team.figures.title}</h2></div>
        ${this.spans()}
      </header>
      <div class="scroll" tabindex="0" role="group" aria-label=${words.team.figures.title}>
        <div class="measure"></div>
        ${bin ? this.charts(teamOf(this.desk).figures.of(bin, this.span)) : nothing}
      </div>
    </section>`;
  }

  private spans(): TemplateResult {
    return html`<fieldset class="spans">
      <legend class="sr">${words.team.figures.span}</legend>
      ${SPANS.map(
        (span) => html`<label>
          <input
            type="radio"
            name="span"
            .checked=${span === this.span}
            @change=${() => {
              this.span = span;
              this.requestUpdate();
            }}
          />
          <span>${words.team.figures.spans[span.hours]}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  private charts(figures: BinFigures | undefined): TemplateResult {
    const text = words.team.figures;
    const { bin } = this.desk;
    if (!figures || this.width === 0) {
      const missing = bin && teamOf(this.desk).figures.isMissing(bin, this.span);
      return html`<p class="hint" role="status" aria-busy=${missing ? "false" : "true"}>
        ${missing ? text.missing : text.loading}
      </p>`;
    }
    const waiting = sum(figures.ages.map((each) => each.count));
    return html`
      <figure>
        <figcaption>
          <h3>${text.flow}</h3>
          <p class="legend">
            <span class="key arrived">${icons.up}${text.arrived} ${number(sum(figures.arrived))}</span>
            <span class="key left">${icons.down}${text.left} ${number(sum(figures.left))}</span>
          </p>
        </figcaption>
        ${flow(figures, this.width)}
      </figure>
      <figure>
        <figcaption>
          <h3>${text.count}</h3>
          <p class="soft">${text.countNow(figures.count.at(-1) ?? 0, Math.max(...figures.count, 0))}</p>
        </figcaption>
        ${counts(figures, this.width)}
      </figure>
      <figure>
        <figcaption><h3>${text.ages}</h3></figcaption>
        ${waiting === 0 ? html`<p class="hint">${text.agesNone}</p>` : ages(figures.ages)}
      </figure>
      ${this.tables(figures)}
    `;
  }

  private tables(figures: BinFigures): TemplateResult {
    const text = words.team.figures;
    return html`<details>
      <summary>${text.table}</summary>
      <table class="numbers">
        <thead>
          <tr>
            ${[text.time, text.arrived, text.left, text.items].map(
              (name) => html`<th scope="col">${name}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${figures.count.map(
            (count, i) => html`<tr>
              <th scope="row">${stepName(figures, i)}</th>
              <td>${number(figures.arrived[i] ?? 0)}</td>
              <td>${number(figures.left[i] ?? 0)}</td>
              <td>${number(count)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">${text.age}</th>
            <th scope="col">${text.items}</th>
          </tr>
        </thead>
        <tbody>
          ${figures.ages.map(
            (each, i) => html`<tr>
              <th scope="row">${ageClass(figures.ages, i)}</th>
              <td>${number(each.count)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </details>`;
  }
}

customElements.define("ow-figures", FiguresView);
