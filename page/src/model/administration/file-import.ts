import { Refused, type Answer, type Http } from "../../wire/http";
import { words } from "../../words";
import { sentence } from "./rules";

/** What becomes of one thing of the file. */
export interface Verdict {
  kind: string;
  name: string;
  verdict: "added" | "changed" | "unchanged";
  differences?: string[];
}

/** What is wrong in one line of the file. */
export interface LineProblem {
  line: number;
  text: string;
}

export type Step = "empty" | "chosen" | "previewing" | "previewed" | "loading" | "loaded";

/** As much as the server reads. */
const MOST = 16 * 1024 * 1024;

/** A contact-centre file on its way into the server: chosen, previewed, loaded. */
export class FileImport {
  name = "";
  step: Step = "empty";
  verdicts: readonly Verdict[] = [];
  problems: readonly LineProblem[] = [];
  problem = "";
  private written = "";

  constructor(
    private readonly http: Http,
    private readonly changed: () => void,
    private readonly loaded: () => void,
  ) {}

  get text(): string {
    return this.written;
  }

  /** Another text; what was said of the one before is of no use then. */
  set text(text: string) {
    this.written = text;
    this.verdicts = [];
    this.problem = "";
    this.step = text.trim() === "" ? "empty" : "chosen";
    this.changed();
  }

  get busy(): boolean {
    return this.step === "previewing" || this.step === "loading";
  }

  /** Reads a file of the user's. */
  async choose(file: File): Promise<void> {
    this.problems = [];
    this.name = file.name;
    try {
      if (file.size > MOST) {
        throw new RangeError();
      }
      this.text = await file.text();
    } catch {
      this.text = "";
      this.problem = words.administration.import.unreadable(file.name);
      this.changed();
    }
  }

  /** Asks what loading it would change. */
  async preview(): Promise<void> {
    await this.send(true);
  }

  async load(): Promise<void> {
    if (await this.send(false)) {
      this.loaded();
    }
  }

  clear(): void {
    this.name = "";
    this.problems = [];
    this.text = "";
  }

  private async send(preview: boolean): Promise<boolean> {
    this.step = preview ? "previewing" : "loading";
    this.problem = "";
    this.problems = [];
    this.changed();
    try {
      const path = `/administration/import${preview ? "?preview=true" : ""}`;
      const answer = await this.http.sendFile(path, "application/yaml", this.written);
      this.verdicts = answer["verdicts"] as Verdict[];
      this.step = preview ? "previewed" : "loaded";
      return true;
    } catch (error) {
      this.step = "chosen";
      this.problem = this.why(error);
      return false;
    } finally {
      this.changed();
    }
  }

  private why(error: unknown): string {
    if (error instanceof Refused) {
      this.problems = (error.answer as Answer & { problems?: LineProblem[] }).problems ?? [];
      if (error.status === 412) {
        return words.administration.import.stale;
      }
    }
    return sentence(error);
  }
}
