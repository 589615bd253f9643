import { Refused } from "../../wire/http";
import { words } from "../../words";
import type { Desk } from "../desk";
import { members } from "./json";
import { sentence } from "./rules";

/** Something that a contact centre has or has not. */
export interface Feature {
  id: string;
  displayName: string;
  description: string;
  enabled: boolean;
}

/** Which features the contact centre has, and what is about to be switched. */
export class FeatureSwitches {
  all: readonly Feature[] = [];
  known = false;
  busy = false;
  problem = "";
  /** Whether somebody else switched something since I began. */
  overtaken = false;
  private tag: string | undefined;
  private readonly switched = new Set<string>();

  constructor(
    private readonly desk: Desk,
    private readonly done: () => void,
  ) {}

  async load(): Promise<void> {
    try {
      await this.read();
      this.problem = "";
    } catch (error) {
      this.problem = sentence(error);
    }
    this.desk.changed();
  }

  isOn(feature: Feature): boolean {
    return feature.enabled !== this.switched.has(feature.id);
  }

  isSwitched(feature: Feature): boolean {
    return this.switched.has(feature.id);
  }

  get isChanged(): boolean {
    return this.switched.size > 0;
  }

  flip(feature: Feature): void {
    if (!this.switched.delete(feature.id)) {
      this.switched.add(feature.id);
    }
    this.desk.changed();
  }

  discard(): void {
    this.switched.clear();
    this.overtaken = false;
    this.problem = "";
    this.desk.changed();
  }

  /** Makes it so, unless somebody else has switched features meanwhile. */
  async save(): Promise<void> {
    this.busy = true;
    this.problem = "";
    this.desk.changed();
    try {
      await this.put();
      this.switched.clear();
      this.overtaken = false;
      await this.read();
      this.desk.notices.info(words.administration.features.saved);
      this.done();
    } catch (error) {
      this.problem = sentence(error);
    } finally {
      this.busy = false;
      this.desk.changed();
    }
  }

  private async put(): Promise<void> {
    const features = this.all.filter((each) => this.isOn(each)).map((each) => each.id);
    try {
      await this.desk.http.change("PUT", "/administration/features", { features }, this.tag);
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 412) {
        throw error;
      }
      const before = this.state;
      await this.read();
      this.overtaken = this.state !== before;
      if (this.overtaken) {
        throw error;
      }
      await this.put();
    }
  }

  private get state(): string {
    return this.all.map((each) => `${each.id}=${each.enabled}`).join();
  }

  private async read(): Promise<void> {
    const { answer, tag } = await this.desk.http.read("/administration/features");
    this.all = members(answer, "features") as unknown as Feature[];
    this.tag = tag;
    this.known = true;
  }
}
