import type { Kind, Thing, Value, Values } from "./thing";
import { differences, sameValue } from "./thing";

/** What was refused, and the field that it is about, where it is about one. */
export interface Problem {
  field: string | undefined;
  text: string;
}

/** A field that somebody else has changed while I typed. */
export interface Clash {
  name: string;
  theirs: Value;
  /** What I typed, where I changed it too. */
  mine: Value | undefined;
}

/** Somebody else changed or removed the thing while I typed. */
export interface Conflict {
  who: string | undefined;
  at: number | undefined;
  /** None where it was removed. */
  clashes: readonly Clash[];
  theirs: Thing | undefined;
}

/** What somebody types about a thing, until the server has it. */
export class Edit {
  values: Record<string, Value>;
  problem: Problem | undefined;
  conflict: Conflict | undefined;
  busy = false;

  constructor(
    readonly kind: Kind,
    /** As it was read; none where it is to be new. */
    public thing: Thing | undefined,
    public tag: string | undefined,
    private readonly blank: Values = {},
  ) {
    this.values = { ...this.base };
  }

  get base(): Values {
    return this.thing?.values ?? this.blank;
  }

  get changed(): Values {
    return differences(this.values, this.base);
  }

  get isChanged(): boolean {
    return Object.keys(this.changed).length > 0;
  }

  set(name: string, value: Value): void {
    this.values[name] = value;
    if (this.problem?.field === undefined || this.problem.field === name) {
      this.problem = undefined;
    }
  }

  /** How the newest state differs from the one that I began with. */
  clashes(newest: Values): Clash[] {
    return Object.entries(differences(newest, this.base)).map(([name, theirs]) => {
      const mine = this.values[name] ?? "";
      const touched = !sameValue(mine, this.base[name]) && !sameValue(mine, theirs);
      return { name, theirs, mine: touched ? mine : undefined };
    });
  }

  /** Goes on from the newest state with what I typed in it. */
  onto(newest: Thing, tag: string | undefined): void {
    const mine = this.changed;
    this.thing = newest;
    this.tag = tag;
    this.values = { ...newest.values, ...mine };
  }

  /** Takes the newest state as it is. */
  take(newest: Thing, tag: string | undefined): void {
    this.thing = newest;
    this.tag = tag;
    this.values = { ...newest.values };
    this.problem = undefined;
    this.conflict = undefined;
  }
}
