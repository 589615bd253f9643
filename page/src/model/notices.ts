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
}

const SHORT = 6_000;
const MOST = 4;

/** Short messages about what happened. Those that ask for something stay until they are answered. */
export class Notices {
  private notices: Notice[] = [];
  private last = 0;

  constructor(private readonly changed: () => void) {}

  get all(): readonly Notice[] {
    return this.notices;
  }

  info(text: string): void {
    const notice = this.add("info", text);
    setTimeout(() => this.dismiss(notice), SHORT);
  }

  warn(text: string, action?: Action): void {
    this.notices = this.notices.filter((notice) => notice.text !== text);
    const notice = this.add("warn", text, action);
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

  private add(tone: Notice["tone"], text: string, action?: Action): number {
    const id = ++this.last;
    this.notices = [...this.notices, { id, tone, text, action }].slice(-MOST);
    this.changed();
    return id;
  }
}
