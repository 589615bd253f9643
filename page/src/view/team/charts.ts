import { html, nothing, svg, type TemplateResult } from "lit";
import type { AgeClass, BinFigures } from "../../model/team/figures";
import { number, words } from "../../words";
import { moments, ticks } from "./scale";
import { ageClass, stepName } from "./names";

const LEFT = 34;
const RIGHT = 10;
const TOP = 8;
const BOTTOM = 22;
const TIME_LABEL = 72;

/** The paper of a chart over time: where a time and a number stand on it. */
interface Paper {
  readonly width: number;
  readonly height: number;
  x(time: number): number;
  y(count: number): number;
  readonly marks: readonly number[];
}

function paper(
  figures: BinFigures,
  width: number,
  height: number,
  marks: readonly number[],
): Paper {
  const low = Math.min(...marks);
  const high = Math.max(...marks);
  const span = figures.to - figures.from;
  return {
    width,
    height,
    marks,
    x: (time) => LEFT + ((time - figures.from) / span) * (width - LEFT - RIGHT),
    y: (count) => TOP + ((high - count) / (high - low)) * (height - TOP - BOTTOM),
  };
}

/** What came as bars upwards, what left as bars downwards. */
export function flow(figures: BinFigures, width: number): TemplateResult {
  const up = ticks(Math.max(...figures.arrived, 0), 2);
  const down = ticks(Math.max(...figures.left, 0), 2);
  const step = Math.max(up[1] ?? 1, down[1] ?? 1);
  const marks = [...upTo(-Math.max(...down), step), ...upTo(Math.max(...up), step)];
  const on = paper(figures, width, 190, [...new Set(marks)]);
  const bar = on.x(figures.from + figures.step) - on.x(figures.from);
  const gap = bar > 6 ? 2 : 0.5;
  const zero = on.y(0);
  return chart(
    figures,
    on,
    words.team.figures.flowSums(sum(figures.arrived), sum(figures.left)),
    figures.arrived.map((arrived, i) => {
      const left = figures.left[i] ?? 0;
      const x = on.x(figures.from + i * figures.step) + gap / 2;
      const said = words.team.figures.flowSums(arrived, left);
      return svg`<g>
        <title>${stepName(figures, i)}: ${said}</title>
        <rect class="hit" x=${x} y=${TOP} width=${bar - gap} height=${on.height - TOP - BOTTOM}></rect>
        ${rect("arrived", x, on.y(arrived), bar - gap, zero - on.y(arrived))}
        ${rect("left", x, zero, bar - gap, on.y(-left) - zero)}
      </g>`;
    }),
  );
}

/** How many lay there, as a line over its ground. */
export function counts(figures: BinFigures, width: number): TemplateResult {
  const most = Math.max(before(figures), ...figures.count);
  const on = paper(figures, width, 150, ticks(most, 3));
  const points = [before(figures), ...figures.count].map(
    (count, i) => `${round(on.x(figures.from + i * figures.step))},${round(on.y(count))}`,
  );
  const first = on.x(figures.from);
  const last = on.x(figures.from + figures.count.length * figures.step);
  return chart(
    figures,
    on,
    words.team.figures.countNow(figures.count.at(-1) ?? 0, most),
    svg`
      <polygon class="ground" points="${first},${on.y(0)} ${points.join(" ")} ${last},${on.y(0)}"></polygon>
      <polyline class="line" points=${points.join(" ")}></polyline>
      ${figures.count.map((count, i) => {
        const x = on.x(figures.from + i * figures.step);
        const wide = on.x(figures.from + (i + 1) * figures.step) - x;
        return svg`<g>
          <title>${stepName(figures, i)}: ${number(count)}</title>
          <rect class="hit" x=${x} y=${TOP} width=${wide} height=${on.height - TOP - BOTTOM}></rect>
        </g>`;
      })}
    `,
  );
}

/** How many have waited for how long, one bar a class. */
export function ages(classes: readonly AgeClass[]): TemplateResult {
  const most = Math.max(...classes.map((each) => each.count), 1);
  return html`<ul class="ages">
    ${classes.map(
      (each, i) => html`<li>
        <span class="class">${ageClass(classes, i)}</span>
        <svg class="share"
          viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          ${svg`<rect x="0" y="0" width=${(100 * each.count) / most} height="10"></rect>`}
        </svg>
        <span class="number">${number(each.count)}</span>
      </li>`,
    )}
  </ul>`;
}

/** How many lay there lately, without axes: for a line of a table. */
export function spark(figures: BinFigures): TemplateResult {
  const most = Math.max(...figures.count, 1);
  const wide = 100 / Math.max(1, figures.count.length - 1);
  const points = figures.count.map(
    (count, i) => `${round(i * wide)},${round(23 - (21 * count) / most)}`,
  );
  return html`<svg class="spark" viewBox="0 0 100 24" preserveAspectRatio="none"
    aria-hidden="true" focusable="false">
    ${svg`<polygon class="ground" points="0,24 ${points.join(" ")} 100,24"></polygon>
      <polyline class="line" points=${points.join(" ")}></polyline>`}
  </svg>`;
}

function chart(
  figures: BinFigures,
  on: Paper,
  said: string,
  content: TemplateResult | TemplateResult[],
): TemplateResult {
  const room = Math.floor((on.width - LEFT - RIGHT) / TIME_LABEL);
  return html`<svg
    class="chart"
    role="img"
    aria-label=${said}
    width=${on.width}
    height=${on.height}
    viewBox="0 0 ${on.width} ${on.height}"
  >
    ${on.marks.map(
      (mark) => svg`
        <line class=${mark === 0 ? "axis" : "rule"} x1=${LEFT} x2=${on.width - RIGHT} y1=${on.y(mark)} y2=${on.y(mark)}></line>
        <text class="mark" x=${LEFT - 6} y=${on.y(mark)} dy="0.32em">${number(Math.abs(mark))}</text>`,
    )}
    ${content}
    ${moments(figures.from, figures.to, room).map((moment) => {
      const x = on.x(moment.at);
      return x < LEFT || x > on.width - RIGHT
        ? nothing
        : svg`<line class="tick" x1=${x} x2=${x} y1=${on.height - BOTTOM} y2=${on.height - BOTTOM + 4}></line>
          <text class="time" text-anchor=${anchor(x, on.width)} x=${x} y=${on.height - 4}>${moment.label}</text>`;
    })}
  </svg>`;
}

/** How many lay there at the beginning. */
function before({ count, arrived, left }: BinFigures): number {
  return Math.max(0, (count[0] ?? 0) - (arrived[0] ?? 0) + (left[0] ?? 0));
}

function rect(name: string, x: number, y: number, width: number, height: number): unknown {
  return height <= 0
    ? nothing
    : svg`<rect class=${name} x=${x} y=${y} width=${width} height=${height} rx="1"></rect>`;
}

function upTo(end: number, step: number): number[] {
  const sign = Math.sign(end) || 1;
  return Array.from(
    { length: Math.ceil(Math.abs(end) / step) + 1 },
    (_, i) => sign * i * step || 0,
  );
}

function anchor(x: number, width: number): string {
  return x < LEFT + 18 ? "start" : x > width - RIGHT - 18 ? "end" : "middle";
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export function sum(all: readonly number[]): number {
  return all.reduce((total, each) => total + each, 0);
}
