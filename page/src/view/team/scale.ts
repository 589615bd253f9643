const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const PACES = [15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY];

const times = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });
const days = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric" });

/** Round numbers from 0 that reach at least that far; whole ones, because items are. */
export function ticks(most: number, wanted: number): number[] {
  const rough = Math.max(1, most / wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power);
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}

/** A time on an axis. */
export interface Moment {
  at: number;
  label: string;
}

/** Round times of the reader's zone, not more than fit; changes of the clock are minded. */
export function moments(from: number, to: number, most: number): Moment[] {
  const pace = PACES.find((each) => (to - from) / each <= most) ?? 2 * DAY;
  const at = new Date(from);
  at.setHours(0, 0, 0, 0);
  const found: Moment[] = [];
  while (at.getTime() <= to) {
    if (at.getTime() >= from) {
      const midnight = at.getHours() === 0 && at.getMinutes() === 0;
      found.push({ at: at.getTime(), label: (midnight ? days : times).format(at) });
    }
    if (pace >= DAY) {
      at.setDate(at.getDate() + pace / DAY);
    } else {
      at.setMinutes(at.getMinutes() + pace / MINUTE);
    }
  }
  return found;
}
