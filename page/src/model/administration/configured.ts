import type { Http } from "../../wire/http";
import { members, type Json } from "./json";
import type { Kind, Shelf, Thing, Values, Version } from "./thing";

/** Groups and places, in the form of a configuration server: what they refer to has a number. */
export class Configured implements Shelf {
  private readonly path: string;

  /** @param lists what the wire calls the lists of a thing, by what the page calls them */
  constructor(
    private readonly http: Http,
    kind: Kind,
    private readonly singular: string,
    private readonly lists: Record<string, string> = {},
  ) {
    this.path = `/platform/configuration/${kind}`;
  }

  async list(): Promise<Thing[]> {
    const answer = await this.http.get(this.path);
    return members(answer, this.path.slice(this.path.lastIndexOf("/") + 1)).map((object) =>
      this.thing(object),
    );
  }

  async read(key: string): Promise<Version> {
    const { answer, tag } = await this.http.read(`${this.path}/${key}`);
    return { thing: this.thing(answer[this.singular] as Json), tag };
  }

  async create(values: Values): Promise<string> {
    const { answer } = await this.http.change("POST", this.path, this.body(values));
    return String(answer["DBID"]);
  }

  async change(thing: Thing, changed: Values, tag: string | undefined): Promise<void> {
    await this.http.change("PUT", `${this.path}/${thing.key}`, this.body(changed), tag);
  }

  async remove(thing: Thing, tag: string | undefined): Promise<void> {
    await this.http.change("DELETE", `${this.path}/${thing.key}`, undefined, tag);
  }

  private body(values: Values): object {
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [this.lists[name] ?? name, value]),
    );
  }

  private thing(object: Json): Thing {
    const name = String(object["name"]);
    const lists = Object.entries(this.lists).map(([page, wire]) => [page, object[wire] ?? []]);
    return {
      key: String(object["DBID"]),
      id: undefined,
      name,
      values: { name, ...Object.fromEntries(lists) },
      fixed: false,
    };
  }
}
