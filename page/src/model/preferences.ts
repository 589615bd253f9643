/** How the lights are set. */
export type Theme = "system" | "light" | "dark";

/** By which column a list is sorted; the order of the bin where it is not. */
export interface Sorting {
  column: string;
  down: boolean;
}

interface Stored {
  theme: Theme;
  columns: string[];
  sorting: Record<string, Sorting>;
  shortcuts: boolean;
  bin: string | undefined;
}

/** Columns that every item has; others are keys of user data, with `data.` before them. */
export const COLUMNS = ["medium", "subject", "customer", "priority", "age", "id"] as const;

const DEFAULT_COLUMNS = ["medium", "subject", "customer", "priority", "age"];

/** What somebody set for himself, remembered by his browser. */
export class Preferences {
  private readonly name: string;
  private readonly stored: Stored;

  constructor(
    userId: string,
    private readonly changed: () => void,
  ) {
    this.name = `open-workbin.preferences.${userId}`;
    this.stored = {
      theme: theme(),
      columns: DEFAULT_COLUMNS,
      sorting: {},
      shortcuts: true,
      bin: undefined,
      ...(read(this.name) as Partial<Stored>),
    };
  }

  get theme(): Theme {
    return theme();
  }

  set theme(theme: Theme) {
    localStorage.setItem(THEME, theme);
    applyTheme();
    this.changed();
  }

  get columns(): readonly string[] {
    return this.stored.columns;
  }

  set columns(columns: readonly string[]) {
    this.save({ columns: columns.length > 0 ? [...columns] : DEFAULT_COLUMNS });
  }

  get shortcuts(): boolean {
    return this.stored.shortcuts;
  }

  set shortcuts(shortcuts: boolean) {
    this.save({ shortcuts });
  }

  get bin(): string | undefined {
    return this.stored.bin;
  }

  set bin(bin: string | undefined) {
    this.save({ bin });
  }

  sorting(bin: string): Sorting | undefined {
    return this.stored.sorting[bin];
  }

  sort(bin: string, sorting: Sorting | undefined): void {
    const all = { ...this.stored.sorting };
    if (sorting) {
      all[bin] = sorting;
    } else {
      delete all[bin];
    }
    this.save({ sorting: all });
  }

  private save(part: Partial<Stored>): void {
    Object.assign(this.stored, part);
    localStorage.setItem(this.name, JSON.stringify(this.stored));
    this.changed();
  }
}

/** The browser's, not the user's, so that it holds before anybody has logged in. */
const THEME = "open-workbin.theme";

function theme(): Theme {
  const stored = localStorage.getItem(THEME);
  return stored === "light" || stored === "dark" ? stored : "system";
}

export function applyTheme(): void {
  const chosen = theme();
  document.documentElement.style.colorScheme = chosen === "system" ? "light dark" : chosen;
}

function read(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "{}");
  } catch {
    return {};
  }
}
