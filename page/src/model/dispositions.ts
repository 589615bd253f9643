import { Refused, type Http } from "../wire/http";

/** What may be said to have become of an item: its name on the wire, and what people call it. */
export interface Disposition {
  readonly name: string;
  readonly displayName: string;
}

/** The dispositions of the contact centre, in its order. Where there are none any text is one. */
export class Dispositions {
  all: readonly Disposition[] = [];
  /** Whether the server has been asked. */
  known = false;

  constructor(
    private readonly http: Http,
    private readonly changed: () => void,
  ) {}

  async load(): Promise<void> {
    this.all = await this.read();
    this.known = true;
    this.changed();
  }

  /** What people call that one; itself where it is none of the contact centre's. */
  nameOf(disposition: string): string {
    return this.all.find((each) => each.name === disposition)?.displayName ?? disposition;
  }

  private async read(): Promise<Disposition[]> {
    try {
      const { settings } = await this.http.get("/settings/dispositions");
      return Array.isArray(settings) ? settings.map(dispositionOf) : [];
    } catch (error) {
      if (error instanceof Refused) {
        return [];
      }
      throw error;
    }
  }
}

/** The value is the name for people, or an object with it. */
function dispositionOf(setting: Record<string, unknown>): Disposition {
  const name = String(setting["name"]);
  const value = setting["value"];
  const label =
    typeof value === "object" && value !== null
      ? (value as Record<string, unknown>)["displayName"]
      : (value ?? setting["displayName"]);
  return { name, displayName: typeof label === "string" && label !== "" ? label : name };
}
