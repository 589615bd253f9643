import { html, type TemplateResult } from "lit";
import type { Entry } from "../../model/administration/audit";
import { words } from "../../words";

const own = words.administration.changes;

export function verbOf({ before, after }: Entry): "added" | "changed" | "removed" {
  return before === undefined ? "added" : after === undefined ? "removed" : "changed";
}

/** What a thing was and what it became, side by side; what is another stands out. */
export function compared({ before = {}, after = {} }: Entry): TemplateResult {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => name !== "id",
  );
  return html`<table class="compared">
    <thead>
      <tr>
        <th scope="col">${own.member}</th>
        <th scope="col">${own.before}</th>
        <th scope="col">${own.after}</th>
      </tr>
    </thead>
    <tbody>
      ${names.map((name) => {
        const [old, now] = [lines(before[name]), lines(after[name])];
        const same = old.join("\n") === now.join("\n");
        return html`<tr class=${same ? "same" : "other"}>
          <th scope="row">${name === "passwordChanged" ? own.passwordChanged : name}</th>
          <td>${old.map((line) => part(line, "del", now))}</td>
          <td>${now.map((line) => part(line, "ins", old))}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function part(line: string, kind: "del" | "ins", other: readonly string[]): TemplateResult {
  if (other.includes(line)) {
    return html`<div>${line}</div>`;
  }
  return kind === "del" ? html`<div><del>${line}</del></div>` : html`<div><ins>${line}</ins></div>`;
}

/** A value line by line: each entry of a list, each member of an object. */
function lines(value: unknown): string[] {
  if (value === undefined || value === null) {
    return [];
  } else if (Array.isArray(value)) {
    return value.map(plain);
  } else if (typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.entries(value).map(([name, member]) => `${name}: ${plain(member)}`);
  }
  return [plain(value)];
}

function plain(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
