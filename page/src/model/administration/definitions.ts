import type { Http } from "../../wire/http";
import { members, type Json } from "./json";
import type { Shelf, Thing, Values, Version } from "./thing";

/** Workbins and queues. */
export class Definitions implements Shelf {
  private readonly path: string;

  constructor(
    private readonly http: Http,
    private readonly kind: "workbins" | "queues",
  ) {
    this.path = `/administration/${kind}`;
  }

  async list(): Promise<Thing[]> {
    return members(await this.http.get(this.path), this.kind).map((object) => this.thing(object));
  }

  async read(key: string): Promise<Version> {
    const { answer, tag } = await this.http.read(`${this.path}/${encodeURIComponent(key)}`);
    return { thing: this.thing(answer[this.kind.slice(0, -1)] as Json), tag };
  }

  async create(values: Values): Promise<string> {
    const { answer } = await this.http.change("POST", this.path, values);
    return String(answer["id"]);
  }

  async change(thing: Thing, changed: Values, tag: string | undefined): Promise<void> {
    await this.http.change("PUT", `${this.path}/${encodeURIComponent(thing.key)}`, changed, tag);
  }

  async remove(thing: Thing, tag: string | undefined): Promise<void> {
    const path = `${this.path}/${encodeURIComponent(thing.key)}`;
    await this.http.change("DELETE", path, undefined, tag);
  }

  private thing({ id, name, displayName, type }: Json): Thing {
    const values = { name, displayName, type } as Record<string, string | undefined>;
    return {
      key: String(id),
      id: String(id),
      name: String(displayName ?? name),
      values: Object.fromEntries(
        Object.entries(values).filter(([, value]) => value !== undefined),
      ) as Values,
      fixed: false,
    };
  }
}
