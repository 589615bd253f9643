import { html, nothing, type TemplateResult } from "lit";
import { centreOf } from "../../model/administration/centre";
import type { Feature } from "../../model/administration/features";
import { address } from "../../model/route";
import { words } from "../../words";
import { icons } from "../icons";
import { View } from "../view";

const own = words.administration.features;

/** Those without which there is little to administer here. */
const NEEDED = [
  "api-provisioning-read",
  "api-provisioning-write",
  "api-platform-configuration-read",
  "api-platform-configuration-write",
];

const GROUPS = ["multimedia", "api", "ui"] as const;

/** What the contact centre has and has not. */
export class FeaturesPage extends View {
  override connectedCallback(): void {
    super.connectedCallback();
    void centreOf(this.desk).features.load();
  }

  protected override render(): TemplateResult {
    const { features } = centreOf(this.desk);
    return html`
      <section class="list page" aria-label=${own.title} tabindex="-1" data-part>
        <header class="part">
          <a
            class="back button quiet"
            href=${address("administration")}
            aria-label=${words.administration.backToSections}
            >${icons.back}</a
          >
          <div class="title">
            <h2 class="name">${own.title}</h2>
            <p class="hint">${own.lead}</p>
          </div>
        </header>
        <div class="scroll" tabindex="0">
          ${GROUPS.map(
            (group) => html`<fieldset class="switches">
              <legend>${own.groups[group]}</legend>
              ${features.all
                .filter((feature) => groupOf(feature) === group)
                .map((feature) => this.feature(feature))}
            </fieldset>`,
          )}
        </div>
        ${features.isChanged || features.problem ? this.saving() : nothing}
      </section>
    `;
  }

  private feature(feature: Feature): TemplateResult {
    const { features } = centreOf(this.desk);
    return html`<label class=${features.isSwitched(feature) ? "switch changed" : "switch"}>
      <input
        type="checkbox"
        role="switch"
        name=${feature.id}
        .checked=${features.isOn(feature)}
        ?disabled=${features.busy}
        @change=${() => features.flip(feature)}
      />
      <span
        >${feature.displayName}
        <small>${feature.description} <span class="id">${feature.id}</span></small></span
      >
    </label>`;
  }

  private saving(): TemplateResult {
    const { features } = centreOf(this.desk);
    const losing = features.all.some(
      (each) => NEEDED.includes(each.id) && features.isSwitched(each) && !features.isOn(each),
    );
    const count = features.all.filter((each) => features.isSwitched(each)).length;
    const said = features.overtaken
      ? own.overtaken
      : features.problem || (losing ? own.self : own.changed(count));
    return html`<div class="saving">
      <span role="status" class=${features.problem ? "problem" : ""}>${said}</span>
      <button ?disabled=${features.busy} @click=${() => features.discard()}>${own.discard}</button>
      <button
        class="primary"
        ?disabled=${features.busy || !features.isChanged}
        @click=${() => features.save()}
      >
        ${features.busy ? words.administration.form.saving : own.save}
      </button>
    </div>`;
  }
}

function groupOf({ id }: Feature): (typeof GROUPS)[number] {
  return id.startsWith("api-multimedia") ? "multimedia" : id.startsWith("ui-") ? "ui" : "api";
}

customElements.define("ow-features", FeaturesPage);
