import { html, type TemplateResult } from "lit";
import { nameOf } from "../../model/history";
import type { Movable } from "../../model/several";
import type { Verdict } from "../../model/team/moves";
import type { Wire } from "../../model/team/wire";
import type { Answer } from "../../wire/http";
import { clock, words } from "../../words";
import { icons } from "../icons";

/** What became of each item, those that were refused first. */
export function verdictList(
  verdicts: readonly Verdict[],
  ok: string,
  items: readonly Movable[] = [],
): TemplateResult {
  const sorted = [...verdicts].sort((a, b) => Number(!!b.refused) - Number(!!a.refused));
  return html`<ul class="verdicts" tabindex="0" aria-label=${words.team.move.results}>
    ${sorted.map((verdict) => {
      const subject = items.find((each) => each.id === verdict.id)?.subject;
      return html`<li class=${verdict.refused ? "no" : "yes"} data-id=${verdict.id}>
        ${verdict.refused ? icons.close : icons.check}
        <span class="subject" dir="auto">${subject || (items.length > 0 ? words.item.noSubject : verdict.id)}</span>
        <small>${verdict.refused ? why(verdict.refused) : ok}</small>
      </li>`;
    })}
  </ul>`;
}

/** Why an item stays where it is, as far as the server told. */
export function why(refused: Answer): string {
  const conflict = (refused["conflict"] ?? {}) as Wire;
  const heldBy = conflict["heldBy"] as Wire | undefined;
  const workbin = conflict["workbin"] as Wire | undefined;
  const { reasons } = words.team.move;
  if (heldBy) {
    return reasons.held(nameOf(heldBy) ?? "", clock(Date.parse(String(conflict["since"]))));
  } else if (workbin) {
    return reasons.elsewhere(String(workbin["displayName"] ?? workbin["name"]));
  } else if (conflict["queue"] !== undefined) {
    return reasons.queued(String(conflict["queue"]));
  } else if (conflict["state"] !== undefined) {
    return reasons.ended;
  }
  return refused.statusMessage?.replace(/\.$/, "") ?? reasons.unknown;
}
