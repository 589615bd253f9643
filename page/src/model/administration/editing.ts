import { Refused } from "../../wire/http";
import type { Desk } from "../desk";
import type { Audit } from "./audit";
import { Edit } from "./edit";
import { BLANKS, missing, problem, sentence } from "./rules";
import type { Kind, Shelf, Thing, Values } from "./thing";

const NEW = "new";
const MOST_TRIES = 5;

/**
 * What an administrator is about to change. What he has typed stays until the server has it or he
 * throws it away.
 */
export class Editing {
  private readonly edits = new Map<string, Edit>();
  private readonly reading = new Set<string>();

  /** @param done told after each change of which kind it was; none where others may have changed too */
  constructor(
    private readonly desk: Desk,
    private readonly shelves: Record<Kind, Shelf>,
    private readonly audit: Audit,
    private readonly done: (kind?: Kind) => void,
  ) {}

  /** What is typed about that thing; undefined until it is read. */
  of(kind: Kind, key: string): Edit | undefined {
    const at = `${kind}/${key}`;
    const edit = this.edits.get(at);
    if (edit) {
      return edit;
    }
    if (key === NEW) {
      const fresh = new Edit(kind, undefined, undefined, BLANKS[kind]);
      this.edits.set(at, fresh);
      return fresh;
    }
    void this.open(kind, key, at);
    return undefined;
  }

  /** Reads the thing anew where nothing has been typed about it yet. */
  refresh(kind: Kind, key: string): void {
    const edit = this.edits.get(`${kind}/${key}`);
    if (edit?.thing && !edit.isChanged && !edit.conflict && !edit.busy) {
      this.edits.delete(`${kind}/${key}`);
      void this.open(kind, key, `${kind}/${key}`);
    }
  }

  private async open(kind: Kind, key: string, at: string): Promise<void> {
    if (this.reading.has(at)) {
      return;
    }
    this.reading.add(at);
    try {
      const { thing, tag } = await this.shelves[kind].read(key);
      this.edits.set(at, new Edit(kind, thing, tag));
    } catch (error) {
      const lost = new Edit(kind, undefined, undefined, {});
      lost.problem = { field: undefined, text: sentence(error) };
      this.edits.set(at, lost);
    } finally {
      this.reading.delete(at);
    }
    this.desk.changed();
  }

  /** Lets go of what was typed. */
  discard(kind: Kind, key: string): void {
    this.edits.delete(`${kind}/${key}`);
    this.desk.changed();
  }

  /**
   * Gives the server what was typed. Where somebody else changed something else meanwhile, it is
   * done all the same; where he changed this very thing, the edit says how.
   *
   * @returns the key of the thing, or undefined where it was refused
   */
  async save(edit: Edit): Promise<string | undefined> {
    edit.problem = missing(edit);
    if (edit.problem || edit.busy) {
      this.desk.changed();
      return undefined;
    }
    return this.busy(edit, async () => {
      const shelf = this.shelves[edit.kind];
      if (!edit.thing) {
        const key = await shelf.create(trimmed(edit.values));
        this.edits.delete(`${edit.kind}/${NEW}`);
        return key;
      }
      const changed = trimmed(edit.changed);
      await this.atNewest(edit, (thing) => shelf.change(thing, changed, edit.tag));
      const { thing, tag } = await shelf.read(edit.thing.key);
      edit.take(thing, tag);
      return thing.key;
    });
  }

  /** Changes that much of a thing at once and leaves what else is typed as it is. */
  async changeNow(edit: Edit, values: Values): Promise<boolean> {
    const done = await this.busy(edit, async () => {
      const shelf = this.shelves[edit.kind];
      await this.atNewest(edit, (thing) => shelf.change(thing, values, edit.tag));
      const key = edit.thing?.key ?? "";
      const { thing, tag } = await shelf.read(key);
      edit.onto(thing, tag);
      return key;
    });
    return done !== undefined;
  }

  async remove(edit: Edit): Promise<boolean> {
    const done = await this.busy(
      edit,
      async () => {
        const thing = edit.thing as Thing;
        await this.atNewest(edit, (newest) => this.shelves[edit.kind].remove(newest, edit.tag));
        edit.take(thing, edit.tag); // nothing that was typed about it is of use any more
        return thing.key;
      },
      false,
    );
    return done !== undefined;
  }

  /** Goes on after a conflict, from the newest state or with what was typed on top of it. */
  settle(edit: Edit, mine: boolean): void {
    const theirs = edit.conflict?.theirs;
    if (!theirs) {
      this.discard(edit.kind, edit.thing?.key ?? NEW);
    } else if (mine) {
      edit.onto(theirs, edit.tag);
    } else {
      edit.take(theirs, edit.tag);
    }
    edit.conflict = undefined;
    this.desk.changed();
  }

  /** @param alone whether nothing but the thing itself becomes another */
  private async busy(
    edit: Edit,
    work: () => Promise<string>,
    alone = true,
  ): Promise<string | undefined> {
    edit.busy = true;
    edit.problem = undefined;
    this.desk.changed();
    try {
      const key = await work();
      this.done(alone ? edit.kind : undefined);
      return key;
    } catch (error) {
      if (!edit.conflict) {
        edit.problem = problem(error, edit.kind, Object.keys(edit.values));
      }
      return undefined;
    } finally {
      edit.busy = false;
      this.desk.changed();
    }
  }

  /**
   * Every version is of the whole contact centre, so that most of what makes one stale has nothing
   * to do with the thing: then it is tried again with the newest.
   */
  private async atNewest(edit: Edit, change: (thing: Thing) => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await change(edit.thing as Thing);
        return;
      } catch (error) {
        const stale = error instanceof Refused && error.status === 412;
        if (!stale || tries === MOST_TRIES || !(await this.catchUp(edit))) {
          throw error;
        }
      }
    }
  }

  /** Whether the thing is as it was, in the newest version too; else it becomes a conflict. */
  private async catchUp(edit: Edit): Promise<boolean> {
    const before = edit.thing as Thing;
    const since = edit.tag;
    const { newest, tag } = await this.newest(edit.kind, before.key);
    const clashes = newest ? edit.clashes(newest.values) : [];
    edit.tag = tag;
    if (newest && clashes.length === 0) {
      return true;
    }
    const last = await this.audit.lastChange(edit.kind, before, since);
    edit.conflict = { who: last?.author, at: last?.at, clashes, theirs: newest };
    return false;
  }

  private async newest(
    kind: Kind,
    key: string,
  ): Promise<{ newest: Thing | undefined; tag: string | undefined }> {
    try {
      const { thing, tag } = await this.shelves[kind].read(key);
      return { newest: thing, tag };
    } catch (error) {
      if (error instanceof Refused && error.code === 6) {
        return { newest: undefined, tag: undefined };
      }
      throw error;
    }
  }
}

/** Names without what nobody sees around them. */
function trimmed(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" && name !== "password" ? value.trim() : value,
    ]),
  );
}
