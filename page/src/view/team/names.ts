import type { Bin } from "../../model/bin";
import type { AgeClass, BinFigures } from "../../model/team/figures";
import type { NamedBin } from "../../model/team/wire";
import { age, clock, words } from "../../words";

/** What a bin is called where those of several people stand together. */
export function binName(bin: Bin | NamedBin): string {
  const owner = ownerName(bin);
  return owner === undefined ? bin.displayName : `${bin.displayName} (${owner})`;
}

/** Whose a bin is; the reader's own are his. */
export function ownerName(bin: Bin | NamedBin): string | undefined {
  return "owner" in bin ? (bin.owner ?? words.team.bins.mine) : bin.ownerName;
}

/** How long something has lasted, to the second while that is short. */
export function duration(since: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - since) / 1_000));
  return seconds < 3_600
    ? words.team.duration.short(Math.floor(seconds / 60), seconds % 60)
    : age(since, now);
}

/** The step of figures over time. */
export function stepName(figures: BinFigures, step: number): string {
  const from = figures.from + step * figures.step;
  return words.team.figures.range(clock(from), clock(from + figures.step));
}

export function ageClass(classes: readonly AgeClass[], i: number): string {
  const upTo = classes[i]?.upTo;
  const before = classes[i - 1]?.upTo;
  return upTo === undefined
    ? words.team.figures.over(age(0, (before ?? 0) * 1_000))
    : words.team.figures.upTo(age(0, upTo * 1_000));
}
