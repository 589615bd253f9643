import { Refused, type Http } from "../../wire/http";
import { isObject, members, type Json } from "./json";
import { text, type Shelf, type Thing, type Values, type Version } from "./thing";

/** The settings of a group that the server itself goes by. */
abstract class SettingsShelf implements Shelf {
  private readonly path: string;

  constructor(
    private readonly http: Http,
    private readonly group: string,
    private readonly key: string,
  ) {
    this.path = `/settings/${group}`;
  }

  async list(): Promise<Thing[]> {
    return members(await this.http.get(this.path), "settings").map((each) => this.whole(each));
  }

  async read(key: string): Promise<Version> {
    const { answer, tag } = await this.http.read(this.path);
    const setting = members(answer, "settings").find((each) => each[this.key] === key);
    if (!setting) {
      throw new Refused(404, { statusCode: 6, statusMessage: "There is no such setting" });
    }
    return { thing: this.whole(setting), tag };
  }

  async create(values: Values): Promise<string> {
    const name = text(values, this.key);
    const body = { [this.key]: name, value: this.value(values, undefined) };
    await this.http.change("POST", this.path, body);
    return name;
  }

  async change(thing: Thing, changed: Values, tag: string | undefined): Promise<void> {
    const value = this.value({ ...thing.values, ...changed }, thing);
    await this.http.change("PUT", this.path, { [this.key]: thing.key, value }, tag);
  }

  async remove(thing: Thing, tag: string | undefined): Promise<void> {
    await this.http.change("DELETE", this.path, { [this.key]: thing.key }, tag);
  }

  /** What the setting is to be; what the page does not show of it stays. */
  protected abstract value(values: Values, before: Thing | undefined): unknown;

  protected abstract thing(setting: Json): Pick<Thing, "name" | "values" | "fixed">;

  private whole(setting: Json): Thing {
    const key = String(setting[this.key]);
    return { key, id: `${this.group}/${key}`, ...this.thing(setting) };
  }
}

/** What agents may say became of an item. */
export class Dispositions extends SettingsShelf {
  /** The values as they are, by their things. */
  private readonly stored = new WeakMap<Values, unknown>();

  constructor(http: Http) {
    super(http, "dispositions", "name");
  }

  protected override thing({ name, value }: Json): Pick<Thing, "name" | "values" | "fixed"> {
    const label = isObject(value) ? value["displayName"] : value;
    const displayName = typeof label === "string" ? label : String(name);
    const values = { name: String(name), displayName };
    this.stored.set(values, value);
    return { name: displayName, values, fixed: false };
  }

  protected override value(values: Values, before: Thing | undefined): unknown {
    const label = text(values, "displayName") || text(values, "name");
    const value = before && this.stored.get(before.values);
    return isObject(value) ? { ...value, displayName: label } : label;
  }
}

/** The operations of the states that there are everywhere. */
const EVERYWHERE = new Set(["Ready", "NotReady", "AfterCallWork", "Offline"]);

/** What agents may be besides what they may be everywhere. */
export class AgentStates extends SettingsShelf {
  private readonly ids = new WeakMap<Values, unknown>();

  constructor(http: Http) {
    super(http, "agent-states", "operationName");
  }

  protected override thing(setting: Json): Pick<Thing, "name" | "values" | "fixed"> {
    const operationName = String(setting["operationName"]);
    const displayName = String(setting["displayName"]);
    const values = { operationName, displayName, state: String(setting["state"]) };
    this.ids.set(values, setting["id"]);
    return { name: displayName, values, fixed: EVERYWHERE.has(operationName) };
  }

  protected override value(values: Values, before: Thing | undefined): unknown {
    const name = text(values, "displayName") || text(values, "operationName");
    const id = before && this.ids.get(before.values);
    return { state: text(values, "state") || "NotReady", displayName: name, id };
  }
}
