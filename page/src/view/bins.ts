import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Bin } from "../model/bin";
import { address, DRAFTS, HANDS, hash } from "../model/route";
import { age, moment, number, words } from "../words";
import { icons } from "./icons";
import { View } from "./view";

/** The bins that I may see, each with how many lie in it and for how long. */
export class BinList extends View {
  protected override render(): TemplateResult {
    const { hands, drafts, bins, route } = this.desk;
    const kept = drafts.ids.filter((id) => !hands.get(id) && id !== "new");
    const groups = new Map<string, Bin[]>();
    for (const bin of bins.known ? bins.all : []) {
      const heading = bin.owner ?? words.bins.groups[bin.type] ?? bin.type;
      groups.set(heading, [...(groups.get(heading) ?? []), bin]);
    }
    return html`
      <nav aria-label=${words.bins.label} tabindex="-1" data-part>
        <ul>
          ${this.entry(HANDS, icons.hands, words.bins.hands, hands.all.length, route.bin === HANDS)}
          ${
            kept.length > 0 || route.bin === DRAFTS
              ? this.entry(
                  DRAFTS,
                  icons.drafts,
                  words.bins.drafts,
                  kept.length,
                  route.bin === DRAFTS,
                )
              : nothing
          }
        </ul>
        ${repeat(
          groups,
          ([heading]) => heading,
          ([heading, members]) => html`
            <h2>${heading}</h2>
            <ul>
              ${repeat(
                members,
                (bin) => bin.key,
                (bin) => this.bin(bin, bin.key === route.bin),
              )}
            </ul>
          `,
        )}
        ${bins.known && bins.all.length === 0 ? this.none() : nothing}
      </nav>
    `;
  }

  /** Whoever can set workbins up is led to where that is done. */
  private none(): TemplateResult {
    const { title, go } = words.administration.noBin;
    return this.desk.reach.isAdministrator
      ? html`<p class="hint">${title}</p>
          <a href=${address("administration", "workbins")}>${go}</a>`
      : html`<p class="hint">${words.bins.none}</p>`;
  }

  private entry(
    key: string,
    icon: TemplateResult,
    name: string,
    count: number,
    current: boolean,
  ): TemplateResult {
    return html`<li>
      <a href=${hash({ bin: key, item: undefined })} aria-current=${current ? "page" : nothing}>
        ${icon}<span class="name">${name}</span>
        <span class=${count > 0 ? "count" : "count none"}>
          <span aria-hidden="true">${number(count)}</span>
          <span class="sr">, ${words.bins.items(count)}</span>
        </span>
      </a>
    </li>`;
  }

  private bin(bin: Bin, current: boolean): TemplateResult {
    const old =
      bin.oldest === undefined
        ? bin.count === 0
          ? words.bins.empty
          : ""
        : words.bins.oldest(age(bin.oldest, this.desk.now));
    return html`<li>
      <a
        href=${hash({ bin: bin.key, item: undefined })}
        aria-current=${current ? "page" : nothing}
        data-bin=${bin.name}
      >
        ${icons[bin.type as "Agent"] ?? icons.Agent}
        <span class="name">
          ${bin.displayName}
          <small title=${bin.oldest === undefined ? "" : moment(bin.oldest)}
            >${old}</small
          >
        </span>
        ${
          bin.count === undefined
            ? nothing
            : html`<span class=${bin.count > 0 ? "count" : "count none"}>
              <span aria-hidden="true">${number(bin.count)}</span>
              <span class="sr">, ${words.bins.items(bin.count)}</span>
            </span>`
        }
      </a>
    </li>`;
  }
}

customElements.define("ow-bins", BinList);
