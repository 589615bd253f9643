import type { Http } from "../../wire/http";
import { isObject, members, type Json } from "./json";
import { text, type Shelf, type Thing, type Values, type Version } from "./thing";

const PERSONS = "/platform/configuration/persons";

/** What is read of users beside what is told of persons, which lack it. */
const FIELDS = "id,userName,changePasswordOnFirstLogin";

/**
 * Users, who are persons with a version on one side of the API and have an id on the other. They
 * are found by the numbers of persons, since groups name them so.
 */
export class Users implements Shelf {
  constructor(private readonly http: Http) {}

  async list(): Promise<Thing[]> {
    const [persons, users, places] = await Promise.all([
      this.http.get(PERSONS),
      this.http.get("/users", { fields: FIELDS }),
      this.places(),
    ]);
    const byName = new Map(members(users, "users").map((user) => [user["userName"], user]));
    return members(persons, "persons").map((person) =>
      thing(person, byName.get(person["userName"]), places),
    );
  }

  /** The version is asked for first: where something changes meanwhile, it is out of date. */
  async read(key: string): Promise<Version> {
    const { answer, tag } = await this.http.read(`${PERSONS}/${key}`);
    const person = answer["person"] as Json;
    const [users, places] = await Promise.all([
      this.http.get("/users", { fields: FIELDS, userName: String(person["userName"]) }),
      this.places(),
    ]);
    const found = members(users, "users").find((user) => user["userName"] === person["userName"]);
    return { thing: thing(person, found, places), tag };
  }

  /** Returns the number that he has as a person. */
  async create(values: Values): Promise<string> {
    const { password, ...rest } = values;
    await this.http.change("POST", "/users", password === "" ? rest : values);
    const name = text(values, "userName");
    const persons = await this.http.get(PERSONS, { user_name: `"${name}"` });
    const person = members(persons, "persons").find((each) => each["userName"] === name);
    return String(person?.["DBID"] ?? "");
  }

  async change(user: Thing, changed: Values, tag: string | undefined): Promise<void> {
    await this.http.change("PUT", path(user), changed, tag);
  }

  async remove(user: Thing, tag: string | undefined): Promise<void> {
    await this.http.change("DELETE", path(user), undefined, tag);
  }

  /** The names of places by their numbers. */
  private async places(): Promise<Map<unknown, string>> {
    const places = members(await this.http.get("/platform/configuration/places"), "places");
    return new Map(places.map((place) => [place["DBID"], String(place["name"])]));
  }
}

function path(user: Thing): string {
  return `/users/${user.id ?? ""}`;
}

function thing(person: Json, user: Json | undefined, places: Map<unknown, string>): Thing {
  const string = (name: string): string => String(person[name] ?? "");
  const fullName = [string("firstName"), string("lastName")].filter(Boolean).join(" ");
  return {
    key: string("DBID"),
    id: user && String(user["id"]),
    name: fullName || string("userName"),
    fixed: false,
    values: {
      userName: string("userName"),
      firstName: string("firstName"),
      lastName: string("lastName"),
      emailAddress: string("emailAddress"),
      roles: roles(person),
      defaultPlace: places.get(person["placeDBID"]) ?? "",
      enabled: person["state"] === "1",
      changePasswordOnFirstLogin: user?.["changePasswordOnFirstLogin"] === true,
    },
  };
}

/** Persons have their roles as a text among their properties. */
function roles(person: Json): string[] {
  const properties = person["userProperties"];
  const section = isObject(properties) ? properties["htcc"] : undefined;
  const roles = isObject(section) ? String(section["roles"] ?? "") : "";
  return roles
    .split(",")
    .filter(Boolean)
    .map((role) => `ROLE_${role.toUpperCase()}`);
}
