import { html, nothing, type TemplateResult } from "lit";
import { centreOf } from "../../model/administration/centre";
import type { FileImport, LineProblem } from "../../model/administration/file-import";
import { address } from "../../model/route";
import { words } from "../../words";
import { icons } from "../icons";
import { View } from "../view";
import "./verdicts";

const own = words.administration.import;

/** What is longer is not shown to be changed. */
const MOST_SHOWN = 300_000;

/** Takes a contact-centre file in, after it has said what that would do, and gives one out. */
export class ImportPage extends View {
  private over = false;
  private passwords = false;

  private get file(): FileImport {
    return centreOf(this.desk).file;
  }

  protected override render(): TemplateResult {
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
        <div class="scroll import" tabindex="-1">
          ${this.choosing()} ${this.writing()} ${this.acting()} ${this.refused()}
          <ow-verdicts .desk=${this.desk}></ow-verdicts>
          ${this.exporting()}
        </div>
      </section>
    `;
  }

  private choosing(): TemplateResult {
    return html`<label
      class=${this.over ? "drop over" : "drop"}
      @dragover=${this.dragged}
      @dragleave=${() => this.dropping(false)}
      @drop=${this.dropped}
    >
      <input
        class="sr"
        type="file"
        accept=".yaml,.yml,.txt,application/yaml,text/plain"
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          this.take(input.files?.[0]);
          input.value = "";
        }}
      />
      <span class="button">${own.choose}</span>
      <span class="hint">${this.file.name || own.drop}</span>
    </label>`;
  }

  private writing(): TemplateResult {
    const { file } = this;
    return file.text.length > MOST_SHOWN
      ? html`<p class="hint">${own.tooLong(file.name)}</p>`
      : html`<label class="field">
          <span>${own.text} <small class="soft">${own.textHint}</small></span>
          <textarea
            class="code"
            rows=${Math.min(18, Math.max(5, file.text.split("\n").length))}
            spellcheck="false"
            autocomplete="off"
            autocapitalize="none"
            wrap="off"
            .value=${file.text}
            ?readonly=${file.busy}
            aria-invalid=${file.problems.length > 0 ? "true" : nothing}
            @input=${(event: Event) => (file.text = (event.target as HTMLTextAreaElement).value)}
          ></textarea>
        </label>`;
  }

  private acting(): TemplateResult {
    const { file } = this;
    if (file.busy) {
      const loading = file.step === "loading";
      return html`<div class="progress" role="status">
        <progress aria-label=${loading ? own.loading : own.previewing}></progress>
        <span>${loading ? own.loading : own.previewing} </span>
        <small class="soft">${own.loadingHint}</small>
      </div>`;
    }
    const isReady = file.step === "previewed";
    return html`<div class="answers">
      <button
        class=${isReady ? "" : "primary"}
        ?disabled=${file.step === "empty"}
        @click=${() => void file.preview()}
      >
        ${own.preview}
      </button>
      ${
        isReady
          ? html`<button class="primary" @click=${() => void file.load()}>${own.load}</button>`
          : nothing
      }
      ${
        file.step === "empty" && file.name === ""
          ? nothing
          : html`<button class="quiet" @click=${() => file.clear()}>${own.clear}</button>`
      }
    </div>`;
  }

  private refused(): TemplateResult {
    const { problem, problems } = this.file;
    return html`<div role="alert">
      ${
        problem === ""
          ? nothing
          : html`<p class="problem">
              ${problems.length > 0 ? own.problems(problems.length) : problem}
            </p>`
      }
      ${
        problems.length > 0
          ? html`<ol class="line-problems">
              ${problems.map((each) => this.lineProblem(each))}
            </ol>`
          : nothing
      }
    </div>`;
  }

  private lineProblem({ line, text }: LineProblem): TemplateResult {
    const shown = this.file.text.length <= MOST_SHOWN;
    const written = this.file.text.split("\n", line)[line - 1] ?? "";
    return html`<li data-line=${line}>
      ${
        shown
          ? html`<button
              class="small"
              aria-label=${own.goTo(line)}
              @click=${() => this.goTo(line)}
            >
              ${own.line(line)}
            </button>`
          : html`<span>${own.line(line)}</span>`
      }
      <span class="what">${text}<code>${written.trim()}</code></span>
    </li>`;
  }

  private exporting(): TemplateResult {
    const url = `/api/v2/administration/export${this.passwords ? "?passwords=true" : ""}`;
    return html`<section class="export">
      <h3>${own.exportTitle}</h3>
      <p class="hint">${own.exportLead}</p>
      <label class="check">
        <input
          type="checkbox"
          name="passwords"
          .checked=${this.passwords}
          aria-describedby="passwords-hint"
          @change=${(event: Event) => {
            this.passwords = (event.target as HTMLInputElement).checked;
            this.requestUpdate();
          }}
        />
        <span>${own.passwords}</span>
      </label>
      <p class="hint" id="passwords-hint">${own.passwordsHint}</p>
      <a class="button" href=${url} download="contact-centre.yaml">${icons.down}${own.download}</a>
    </section>`;
  }

  /** Shows that line of what is written. */
  private goTo(line: number): void {
    const area = this.find<HTMLTextAreaElement>("textarea");
    if (area) {
      const before = area.value.split("\n").slice(0, line - 1);
      const start = before.reduce((sum, each) => sum + each.length + 1, 0);
      const end = area.value.indexOf("\n", start);
      area.focus();
      area.setSelectionRange(start, end < 0 ? area.value.length : end);
      const height = area.scrollHeight / area.value.split("\n").length;
      area.scrollTop = Math.max(0, (line - 4) * height);
    }
  }

  private readonly dragged = (event: DragEvent): void => {
    event.preventDefault();
    this.dropping(true);
  };

  private readonly dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.dropping(false);
    this.take(event.dataTransfer?.files[0]);
  };

  private dropping(over: boolean): void {
    this.over = over;
    this.requestUpdate();
  }

  private take(file: File | undefined): void {
    if (file && !this.file.busy) {
      void this.file.choose(file);
    }
  }
}

customElements.define("ow-import", ImportPage);
