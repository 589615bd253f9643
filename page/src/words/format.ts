const counts = new Intl.NumberFormat();

/** A number as the reader writes it. */
export function number(count: number): string {
  return counts.format(count);
}

/** How many of something there are, in words. */
export function many(count: number, one: string, more: string): string {
  return count === 1 ? `1 ${one}` : `${number(count)} ${more}`;
}
