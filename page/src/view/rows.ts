import type { Ghost } from "../model/ghosts";
import { inBinOrder, textOf, type Item } from "../model/item";
import type { Sorting } from "../model/preferences";
import { mediumName } from "../words";

/** One line of a list: an item, or one that has just left it. */
export interface Row {
  item: Item;
  ghost: Ghost | undefined;
}

/** The columns whose text is a number or comes from one. */
const NUMBERS = new Set(["priority", "age"]);

/** What is shown of a list: searched, sorted, and with those that have just left. */
export class Rows {
  private asked: readonly unknown[] = [];
  private rows: readonly Row[] = [];

  /** Works only where something has changed since it was asked last. */
  of(
    items: readonly Item[],
    version: number,
    question: string,
    sorting: Sorting | undefined,
    ghosts: readonly Ghost[],
  ): readonly Row[] {
    const asked = [items, version, question, sorting, ...ghosts];
    if (asked.length !== this.asked.length || asked.some((each, i) => each !== this.asked[i])) {
      this.asked = asked;
      const found = sort(search(items, question), sorting);
      this.rows = withGhosts(found, ghosts, sorting);
    }
    return this.rows;
  }
}

/** Puts those that have just left where they were. */
function withGhosts(
  items: readonly Item[],
  ghosts: readonly Ghost[],
  sorting: Sorting | undefined,
): Row[] {
  const rows = items.map((item): Row => ({ item, ghost: undefined }));
  const compare = comparison(sorting);
  for (const ghost of ghosts) {
    const at = rows.findIndex((row) => compare(ghost.item, row.item) < 0);
    rows.splice(at < 0 ? rows.length : at, 0, { item: ghost.item, ghost });
  }
  return rows;
}

/** The text of an item in a column. */
export function cell(item: Item, column: string): string {
  switch (column) {
    case "medium":
      return mediumName(item.medium, item.mediaType);
    case "subject":
      return item.subject;
    case "customer":
      return item.customer;
    case "priority":
      return String(item.priority);
    case "age":
      return String(item.received);
    case "id":
      return item.id;
    default:
      return textOf(item.userData[column.slice("data.".length)]);
  }
}

function search(items: readonly Item[], question: string): readonly Item[] {
  const words = question.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0
    ? items
    : items.filter((item) => words.every((word) => item.haystack.includes(word)));
}

function sort(items: readonly Item[], sorting: Sorting | undefined): readonly Item[] {
  return sorting ? [...items].sort(comparison(sorting)) : items;
}

const texts = new Intl.Collator(undefined, { numeric: true });

function comparison(sorting: Sorting | undefined): (a: Item, b: Item) => number {
  if (!sorting) {
    return inBinOrder;
  }
  const { column, down } = sorting;
  const sign = down ? -1 : 1;
  return (a, b) => {
    const one = cell(a, column);
    const other = cell(b, column);
    const order = NUMBERS.has(column)
      ? Number(one) - Number(other)
      : (one === "" ? 1 : 0) - (other === "" ? 1 : 0) || texts.compare(one, other);
    return sign * order || inBinOrder(a, b);
  };
}
