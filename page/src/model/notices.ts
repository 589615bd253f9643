/** One thing to do about a notice. */
export interface Action {
  label: string;
  run: () => void;
}

export interface Notice {
  id: number;
  tone: "info" | "warn";
  text: string;
  action: Action | undefined;
  /** Whether there still is anything to do about it. */
  holds: () => boolean;
}

const SHORT = 6_000;
const MOST = 4;

/** Short messages about what happened. Warnings that ask for something stay until they are answered. */
export class Notices {
  private notices: Notice[] = [];
  private last = 0;

  constructor(private readonly changed: () => void) {}

  get all(): readonly Notice[] {
    return this.notices.filter((notice) => notice.holds());
  }

  /** Goes by itself, with what it offers. */
  info(text: string, action?: Action, holds: () => boolean = () => true): void {
    const notice = this.add("info", text, action, holds);
    setTimeout(() => this.dismiss(notice), action ? 2 * SHORT : SHORT);
  }

  warn(text: string, action?: Action, holds: () => boolean = () => true): void {
    this.notices = this.notices.filter((notice) => notice.text !== text);
    const notice = this.add("warn", text, action, holds);
    if (!action) {
      setTimeout(() => this.dismiss(notice), 2 * SHORT);
    }
  }

  dismiss(id: number): void {
    this.notices = this.notices.filter((notice) => notice.id !== id);
    this.changed();
  }

  clear(): void {
    this.notices = [];
    this.changed();
  }

  private add(
    tone: Notice["tone"],
    text: string,
    action?: Action,
    holds: () => boolean = () => true,
  ): number {
    const id = ++this.last;
    this.notices = [...this.all, { id, tone, text, action, holds }].slice(-MOST);
    this.changed();
    return id;
  }
}
