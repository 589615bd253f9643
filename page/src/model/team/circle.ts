import { words } from "../../words";
import { keyOf, type BinAddress, type BinNames } from "../bin";
import type { Desk } from "../desk";
import { personOf, type Person, type Wire } from "./wire";

/** Agents who are managed together. */
export interface Group {
  readonly name: string;
  readonly members: readonly Person[];
  /** Whether it is those who are in no group, whom administrators look after. */
  readonly isRest: boolean;
}

export type Definition = BinNames & { readonly id: string };

/** With more people than that one group is shown at a time. */
const MANY = 100;

/** Those whom the reader looks after, and which bins they have. */
export class Circle {
  groups: readonly Group[] = [];
  definitions: readonly Definition[] = [];
  /** Those that only administrators look after. */
  placeGroups: readonly string[] = [];

  private asked: string | undefined;

  constructor(private readonly desk: Desk) {}

  async load(): Promise<void> {
    const { http, me, reach } = this.desk;
    const [workbins, groups, places, users] = await Promise.all([
      http.get("/workbins", { fields: "*" }),
      http.get("/groups", {
        type: "AgentGroup",
        "managers.id": reach.isAdministrator ? undefined : me?.id,
        fields: "name",
        subresources: "members",
      }),
      reach.isAdministrator ? http.get("/groups", { type: "PlaceGroup", fields: "name" }) : {},
      reach.isAdministrator ? http.get("/users", { fields: "*" }) : {},
    ]);
    this.definitions = workbins["workbins"] as Definition[];
    this.groups = (groups["groups"] as Wire[]).map((group) => ({
      name: String(group["name"]),
      members: list(group, "members").map(personOf),
      isRest: false,
    }));
    this.placeGroups = list(places, "groups").map((group) => String(group["name"]));
    const rest = this.rest(list(users, "users").filter((user) => user["enabled"] !== false));
    if (rest.length > 0) {
      this.groups = [...this.groups, { name: words.team.noGroup, members: rest, isRest: true }];
    }
  }

  private rest(users: readonly Wire[]): readonly Person[] {
    const grouped = new Set(unique(this.groups).map((person) => person.id));
    return users.map(personOf).filter((person) => !grouped.has(person.id));
  }

  /** The one group that is shown; all of them where there is none. */
  get scope(): string | undefined {
    const asked = this.groups.find((group) => group.name === this.asked);
    return (asked ?? (this.isLarge ? this.groups[0] : undefined))?.name;
  }

  set scope(group: string | undefined) {
    this.asked = group;
  }

  /** Whether there are too many people to show them all at once. */
  get isLarge(): boolean {
    return unique(this.groups).length > MANY;
  }

  /** The groups that are shown, as the server knows them. */
  get shown(): readonly Group[] {
    return this.inScope.filter((group) => !group.isRest);
  }

  private get inScope(): readonly Group[] {
    const scope = this.scope;
    return scope === undefined ? this.groups : this.groups.filter((each) => each.name === scope);
  }

  /** Those of the groups that are shown, each once. */
  get people(): readonly Person[] {
    return unique(this.inScope);
  }

  /** The bins of the groups that are shown and of their people. */
  get addresses(): readonly BinAddress[] {
    return this.definitions.flatMap(({ id: workbin, type }): BinAddress[] => {
      switch (type) {
        case "AgentGroup":
          return this.shown.map((group) => ({ workbin, agentGroup: group.name }));
        case "PlaceGroup":
          return this.placeGroups.map((placeGroup) => ({ workbin, placeGroup }));
        default:
          return this.people.map(({ id }) => (this.isMe(id) ? { workbin } : { workbin, user: id }));
      }
    });
  }

  has(key: string): boolean {
    return this.addresses.some((address) => keyOf(address) === key);
  }

  /** What the bin at that address is called. */
  namesOf({ workbin, user }: BinAddress): BinNames | undefined {
    const definition = this.definitions.find((each) => each.id === workbin);
    const ownerName = this.people.find((person) => person.id === user)?.name;
    return definition && { ...definition, ownerName };
  }

  ofType(type: string): readonly Definition[] {
    return this.definitions.filter((each) => each.type === type);
  }

  isMe(id: string): boolean {
    return id === this.desk.me?.id;
  }

  /** Whether the reader is told of that bin already, because it is his or his group's. */
  isMine({ agentGroup, placeGroup, user }: Omit<BinAddress, "workbin">): boolean {
    const group = this.groups.find((each) => each.name === agentGroup);
    return group
      ? group.members.some((person) => this.isMe(person.id))
      : agentGroup === undefined && placeGroup === undefined && (!user || this.isMe(user));
  }
}

function list(wire: object, member: string): Wire[] {
  return ((wire as Wire)[member] ?? []) as Wire[];
}

function unique(groups: readonly Group[]): readonly Person[] {
  const people = groups.flatMap((group) => group.members);
  return [...new Map(people.map((person) => [person.id, person])).values()];
}
