import { Refused, type Answer, type Done } from "../wire/http";
import { clock, words } from "../words";
import type { Bin } from "./bin";
import type { Desk } from "./desk";
import { nameOf } from "./history";
import { MEDIA, textOf, valueOf, type Item, type Medium, type UserData, type Value } from "./item";
import { HANDS } from "./route";

/** A person that an item can be given to. */
export interface Colleague {
  id: string;
  name: string;
}

/** What stopped the work was told already. */
class Said extends Error {}

const NOTES = [
  ["comment", "AddComment"],
  ["disposition", "SetDisposition"],
] as const;

const WRAP_UP = "DispositionCode";

/**
 * What I do with items. Each does one thing through the public API and says how it ended; what was
 * typed goes out first and stays where it is until the server has it.
 */
export class Work {
  private readonly acting = new Map<string, Promise<void>>();
  private readonly saving = new Map<string, Promise<void>>();

  constructor(private readonly desk: Desk) {}

  /** Whether an item leaves its bin because of me. */
  isMine(id: string): boolean {
    return this.acting.has(id) || this.desk.hands.get(id) !== undefined;
  }

  /** Whether something is under way with that item. */
  isBusy(id: string): boolean {
    return this.acting.has(id);
  }

  async pull(bin: Bin, item: Item): Promise<void> {
    await this.act(item.id, async () => {
      try {
        await this.desk.http.post(bin.target, { operationName: "PullInteraction", id: item.id });
      } catch (error) {
        if (error instanceof Refused && (error.status === 404 || error.status === 409)) {
          this.lost(bin, item, error);
          return;
        }
        throw error;
      }
      await this.took(item.medium, item.id);
    });
  }

  async pullNext(bin: Bin): Promise<void> {
    await this.act(bin.key, async () => {
      let done: Done;
      try {
        done = await this.desk.http.post(bin.target, { operationName: "PullNext" });
      } catch (error) {
        if (error instanceof Refused && error.status === 404) {
          this.desk.notices.info(words.notices.nothingLeft(bin.displayName));
          return;
        }
        throw error;
      }
      const id = String(done.item);
      const known = bin.content?.get(id);
      if (known) {
        await this.took(known.medium, id);
      } else {
        await this.desk.hands.load();
        this.desk.route.show(id);
      }
    });
  }

  async release(item: Item): Promise<void> {
    await this.leave(item, "Release", words.notices.released(subjectOf(item)));
  }

  async complete(item: Item): Promise<void> {
    await this.leave(item, "Complete", words.notices.completed(subjectOf(item)));
  }

  async accept(item: Item): Promise<void> {
    await this.act(item.id, async () => {
      await this.operate(item, { operationName: "Accept" });
      await this.took(item.medium, item.id);
    });
  }

  async reject(item: Item): Promise<void> {
    await this.act(item.id, async () => {
      await this.operate(item, { operationName: "Reject" });
      this.desk.hands.let(item.id);
    });
  }

  async moveTo(item: Item, bin: Bin): Promise<void> {
    await this.saving.get(item.id);
    await this.act(item.id, async () => {
      await this.saveFirst(item);
      await this.desk.http.post(
        bin.target,
        { operationName: "AddInteraction", id: item.id },
        item.hold,
      );
      this.gone(item, words.notices.moved(subjectOf(item), bin.displayName));
    });
  }

  async transferTo(item: Item, colleague: Colleague): Promise<void> {
    await this.saving.get(item.id);
    await this.act(item.id, async () => {
      await this.saveFirst(item);
      await this.operate(item, { operationName: "Transfer", userUri: `/users/${colleague.id}` });
      this.gone(item, words.notices.offered(subjectOf(item), colleague.name));
    });
  }

  /** Saves what was typed, when that is done which is under way with the item. */
  async save(item: Item): Promise<void> {
    await this.acting.get(item.id);
    const held = this.desk.hands.get(item.id);
    if (held) {
      const saved = this.act(item.id, () => this.saveFirst(held));
      this.saving.set(item.id, saved);
      await saved;
      this.saving.delete(item.id);
    }
  }

  /** Creates a work item in my hand and puts it into that bin, if there is one. */
  async create(userData: UserData, bin: Bin | undefined): Promise<boolean> {
    let created = false;
    await this.act("new", async () => {
      const done = await this.desk.http.post("/me/workitems", {
        operationName: "Create",
        userData,
      });
      created = true;
      const id = String(done.item);
      const subject = textOf(userData["Subject"]);
      if (bin) {
        await this.act(id, async () => {
          await this.desk.http.post(bin.target, { operationName: "AddWorkitem", id }, done.hold);
          this.desk.notices.info(words.notices.created(subject, bin.displayName));
        });
      } else {
        await this.took("workitem", id, HANDS);
      }
    });
    return created;
  }

  /** Who an item can be given to; nobody where the server does not tell. */
  async colleagues(): Promise<Colleague[]> {
    try {
      const answer = await this.desk.http.get("/users", { fields: "*" });
      return (answer["users"] as Record<string, unknown>[])
        .filter((user) => user["enabled"] !== false && user["id"] !== this.desk.me?.id)
        .map((user) => ({ id: String(user["id"]), name: nameOf(user) ?? String(user["id"]) }));
    } catch (error) {
      if (error instanceof Refused) {
        return [];
      }
      throw error;
    }
  }

  /** One thing at a time with one item; what goes wrong is said. */
  private async act(what: string, work: () => Promise<void>): Promise<void> {
    if (!this.acting.has(what)) {
      const done = this.perform(what, work);
      this.acting.set(what, done);
      this.desk.changed();
      await done;
    }
  }

  private async perform(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Said)) {
        this.desk.failed(error);
      }
    } finally {
      this.acting.delete(what);
      this.desk.changed();
    }
  }

  private async took(medium: Medium, id: string, list?: string): Promise<void> {
    const item = await this.desk.hands.loadOne(medium, id);
    if (list !== undefined) {
      this.desk.route.replace({ bin: list, item: id });
    } else {
      this.desk.route.show(id);
    }
    if (item) {
      this.desk.notices.info(words.notices.took(subjectOf(item)));
    }
  }

  private async leave(item: Item, operationName: string, said: string): Promise<void> {
    await this.saving.get(item.id);
    await this.act(item.id, async () => {
      await this.saveFirst(item);
      await this.operate(item, { operationName });
      this.gone(item, said);
    });
  }

  private gone(item: Item, said: string): void {
    this.desk.hands.let(item.id);
    if (this.desk.route.item === item.id) {
      this.desk.route.replace({ bin: this.desk.route.bin, item: undefined });
    }
    this.desk.notices.info(said);
  }

  private async operate(item: Item, body: object): Promise<void> {
    const path = `/me/${MEDIA[item.medium].resource}/${item.id}`;
    try {
      await this.desk.http.post(path, body, item.hold);
    } catch (error) {
      if (error instanceof Refused && error.code === 19) {
        this.desk.hands.let(item.id);
        const kept = this.desk.drafts.of(item.id) ? ` ${words.notices.kept}` : "";
        this.desk.notices.warn(this.whereIs(item, error.answer) + kept);
        throw new Said();
      }
      throw error;
    }
  }

  /** Each part of the draft is let go when the server has it. */
  private async saveFirst(item: Item): Promise<void> {
    const drafts = this.desk.drafts;
    const draft = drafts.of(item.id);
    if (!draft) {
      return;
    }
    const subject = draft.subject;
    if (Object.keys(draft.values).length > 0) {
      const sent = { ...draft.values };
      const userData = Object.fromEntries(
        Object.entries(sent).map(([key, text]) => [key, newValue(key, text, item.userData[key])]),
      );
      await this.operate(item, { operationName: "UpdateUserData", userData });
      drafts.edit(item.id, subject, (now) => {
        for (const [key, text] of Object.entries(sent)) {
          if (now.values[key] === text) {
            delete now.values[key];
          }
        }
      });
    }
    if (draft.removed.length > 0) {
      const keys = draft.removed.filter((key) => key in item.userData);
      if (keys.length > 0) {
        await this.operate(item, { operationName: "DeleteUserData", keys });
      }
      drafts.edit(item.id, subject, (now) => (now.removed = []));
    }
    // Neither can be taken back to nothing, so an emptied field leaves what is there.
    for (const [part, operationName] of NOTES) {
      const text = draft[part];
      if (text) {
        await this.operate(item, { operationName, [part]: text });
      }
      drafts.edit(item.id, subject, (now) => {
        if (now[part] === text) {
          now[part] = undefined;
        }
      });
    }
    await this.desk.hands.loadOne(item.medium, item.id);
  }

  /** Somebody was faster: says who, and offers what comes next. */
  private lost(bin: Bin, item: Item, error: Refused): void {
    const next = error.answer["next"] as string | undefined;
    const other = next === undefined ? undefined : bin.content?.get(next);
    this.desk.notices.warn(
      this.whereIs(item, error.answer),
      next === undefined
        ? undefined
        : {
            label: words.notices.next(other ? subjectOf(other) : next),
            run: () => void (other ? this.pull(bin, other) : this.pullNext(bin)),
          },
    );
  }

  /** Says what the server told of an item that cannot be had. */
  whereIs(item: Item, answer: Answer): string {
    const subject = subjectOf(item);
    const conflict = (answer["conflict"] ?? {}) as Record<string, unknown>;
    const heldBy = conflict["heldBy"] as Record<string, unknown> | undefined;
    const workbin = conflict["workbin"] as Record<string, unknown> | undefined;
    if (heldBy?.["id"] === this.desk.me?.id && heldBy) {
      return words.notices.lostYours(subject);
    } else if (heldBy) {
      const since = clock(Date.parse(String(conflict["since"])));
      return words.notices.lost(subject, nameOf(heldBy) ?? "", since);
    } else if (workbin) {
      const name = String(workbin["name"]);
      return words.notices.lostMoved(subject, this.desk.bins.named(name)?.displayName ?? name);
    } else if (conflict["queue"] !== undefined) {
      return words.notices.lostQueued(subject, String(conflict["queue"]));
    } else if (conflict["state"] !== undefined) {
      return words.notices.lostEnded(subject);
    }
    return words.notices.lostElsewhere(subject);
  }
}

export function subjectOf(item: Item): string {
  return item.subject || words.item.noSubject;
}

export function dispositionOf(item: Item): string {
  return textOf(item.userData[WRAP_UP]);
}

/** The priority is a number even where there was none. */
function newValue(key: string, text: string, before: Value | undefined): Value {
  return valueOf(text, key === "Priority" ? (before ?? 0) : before);
}
