import { html, type TemplateResult } from "lit";

import type { Item } from "../model/item";
import { age, moment, number, words } from "../words";
import { mediumIcons } from "./icons";
import { cell } from "./rows";

const WIDTHS: Record<string, string> = {
  medium: "minmax(7.4rem, 0.9fr)",
  subject: "minmax(11rem, 3.2fr)",
  customer: "minmax(7rem, 1.3fr)",
  priority: "5.2rem",
  age: "6.4rem",
  id: "11.5rem",
};

/** How wide the columns are, as the tracks of a CSS grid. */
export function tracks(columns: readonly string[]): string {
  return columns.map((column) => WIDTHS[column] ?? "minmax(6rem, 1fr)").join(" ");
}

/** What a column is called. */
export function columnName(column: string): string {
  const names: Record<string, unknown> = words.columns;
  const name = names[column];
  return typeof name === "string" ? name : column.replace(/^data\./, "");
}

/** What stands in one column of an item's line. */
export function cellOf(item: Item, column: string, narrow: boolean, now: number): TemplateResult {
  switch (column) {
    case "medium":
      return html`<div role="gridcell" class="cell medium ${item.medium}">
        ${mediumIcons[item.medium]}<span class=${narrow ? "sr" : "cut"}>${cell(item, column)}</span>
      </div>`;
    case "subject":
      return html`<div role="gridcell" class="cell subject" title=${item.subject}>
        ${item.subject || words.item.noSubject}
      </div>`;
    case "priority":
      return html`<div role="gridcell" class="cell right priority">
        ${
          item.priority === 0
            ? html`<span class="zero">0</span>`
            : html`<span class=${item.priority >= 7 ? "high" : ""}>${number(item.priority)}</span>`
        }
      </div>`;
    case "age":
      return html`<div role="gridcell" class="cell right age" title=${moment(item.received)}>
        ${Number.isNaN(item.received) ? "" : age(item.received, now)}
      </div>`;
    default:
      return html`<div role="gridcell" class="cell ${column === "id" ? "id" : "text"}">
        ${cell(item, column)}
      </div>`;
  }
}
