/** What somebody typed for one item and has not saved yet. */
export interface Draft {
  /** Changed values of user data, as texts. */
  values: Record<string, string>;
  /** Keys to be taken out. */
  removed: string[];
  comment: string | undefined;
  disposition: string | undefined;
  /** What it was typed for, for whoever finds the text again. */
  subject: string;
  at: number;
}

/** The id under which the text of an item is kept that does not exist yet. */
export const NEW = "new";

/**
 * Texts that were typed and not saved, kept in the browser for their author until they are saved,
 * thrown away, or he signs out: neither a reload nor a lost item or connection takes them.
 */
export class Drafts {
  private readonly prefix: string;
  private readonly all = new Map<string, Draft>();

  constructor(
    userId: string,
    private readonly changed: () => void,
  ) {
    this.prefix = `open-workbin.draft.${userId}.`;
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(this.prefix)) {
        this.read(name.slice(this.prefix.length));
      }
    }
  }

  private read(id: string): void {
    const text = localStorage.getItem(this.prefix + id);
    if (text === null) {
      return;
    }
    try {
      this.all.set(id, { ...empty(""), ...(JSON.parse(text) as Draft) });
    } catch {
      localStorage.removeItem(this.prefix + id);
    }
  }

  /** Another page of the same browser keeps something, or keeps it no more. */
  told({ key, newValue }: StorageEvent): void {
    if (key?.startsWith(this.prefix)) {
      const id = key.slice(this.prefix.length);
      if (newValue === null) {
        this.all.delete(id);
      } else {
        this.read(id);
      }
    }
    this.changed();
  }

  of(id: string): Draft | undefined {
    return this.all.get(id);
  }

  get ids(): string[] {
    return [...this.all.keys()];
  }

  /** Changes what is kept, by whichever page; a draft with nothing in it is none. */
  edit(id: string, subject: string, change: (draft: Draft) => void): void {
    this.read(id);
    const draft = this.all.get(id) ?? empty(subject);
    change(draft);
    draft.at = Date.now();
    if (isEmpty(draft)) {
      this.drop(id);
      return;
    }
    this.all.set(id, draft);
    try {
      localStorage.setItem(this.prefix + id, JSON.stringify(draft));
    } catch {
      // Full, or not allowed: it is still kept until the page goes.
    }
    this.changed();
  }

  drop(id: string): void {
    if (this.all.delete(id)) {
      localStorage.removeItem(this.prefix + id);
      this.changed();
    }
  }

  clear(): void {
    this.ids.forEach((id) => this.drop(id));
  }
}

function empty(subject: string): Draft {
  return { values: {}, removed: [], comment: undefined, disposition: undefined, subject, at: 0 };
}

function isEmpty(draft: Draft): boolean {
  return (
    Object.keys(draft.values).length === 0 &&
    draft.removed.length === 0 &&
    draft.comment === undefined &&
    draft.disposition === undefined
  );
}
