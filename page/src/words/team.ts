import { number } from "./format";

const items = (count: number): string => (count === 1 ? "1 item" : `${number(count)} items`);

/** The words of the supervisors' views. */
export const team = {
  label: "Team",
  views: "Views of the team",
  overview: "Overview",
  hands: "In hand",
  moves: "Recent moves",
  group: "Group",
  allGroups: "All groups",
  noGroup: "In no group",
  loading: "Reading the bins of your team…",
  noBins: "There is no workbin for those you look after. An administrator sets them up.",
  noSuchBin: "This workbin is not among those you look after.",
  toOverview: "To the overview",

  totals: {
    label: "At a glance",
    parked: "Waiting",
    inBins: (bins: number) => (bins === 1 ? "in one bin" : `in ${number(bins)} bins`),
    oldest: "Longest wait",
    nothing: "nothing waits",
    hands: "In hand",
    with: (busy: number, all: number) => `with ${number(busy)} of ${number(all)} people`,
  },

  bins: {
    title: "Workbins",
    lead: "Where something waits longest comes first.",
    bin: "Workbin",
    oldest: "Longest wait",
    count: "Items",
    day: "Last 24 hours",
    trend: (first: number, last: number, most: number) =>
      `${number(first)} a day ago, ${number(last)} now, ${number(most)} at most`,
    empty: "empty",
    mine: "Mine",
    desk: "Desk",
    sortBy: (column: string) => `Sort by ${column}`,
  },

  orphans: {
    title: "Nobody comes to these any more",
    lead: "They still hold something. Open one, mark its items and move them to where they are seen.",
    reasons: {
      AgentDisabled: "may no longer work",
      OwnerGone: "its owner is gone",
      WorkbinGone: "the workbin is gone",
    } as Record<string, string>,
  },

  holders: {
    title: "In hand now",
    loading: "Asking who has what…",
    none: "Nobody has anything in hand",
    noneHint: "Whoever takes an item appears here at once.",
    free: "Hands free",
    beyond: (count: number) =>
      `${count === 1 ? "One more is" : `${number(count)} more are`} not shown. Choose a group to see fewer at a time.`,
    from: (bin: string) => `from ${bin}`,
    created: "made by hand",
    offered: "Offered",
    hidden: (count: number) => `and ${items(count)} that you may not see`,
    takeBack: "Take back…",
    takeBackOne: (subject: string, who: string) => `Take ${subject} back from ${who}`,
    since: (time: string) => `since ${time}`,
    lease: (time: string) => `lease until ${time}`,
    leaseHint: "Then it goes back, if nothing is heard of whoever has it.",
  },

  move: {
    title: (count: number) => `Move ${items(count)}`,
    takeBack: "Take it back",
    takenFrom: (who: string) =>
      `${who} is told that it was taken back. Text that was not saved stays on that screen.`,
    search: "Find a workbin",
    nothing: "No workbin of that name.",
    comment: "Why",
    commentHint: "Stands with the move, for whoever asks later.",
    looking: "Looking what would happen…",
    goes: (count: number, where: string) =>
      count === 1 ? `One item goes to ${where}.` : `${number(count)} items go to ${where}.`,
    none: (where: string) => `None of them can go to ${where}.`,
    stays: (count: number) =>
      count === 1 ? "One stays where it is:" : `${number(count)} stay where they are:`,
    unanswered: (count: number) =>
      count === 1
        ? "Of one nobody knows, for no answer came."
        : `Of ${number(count)} nobody knows, for no answer came.`,
    other: "Another workbin",
    submit: (count: number) => `Move ${items(count)}`,
    cancel: "Cancel",
    moving: (done: number, all: number) => `Moved ${number(done)} of ${number(all)}…`,
    moved: (count: number, where: string) =>
      count === 1 ? `One item is in ${where}.` : `${number(count)} items are in ${where}.`,
    movedNone: "Nothing was moved.",
    results: "What became of each",
    ok: "moved",
    would: "can go",
    back: "back where it was",
    undo: "Undo",
    undoing: "Taking it back…",
    undone: (count: number) =>
      count === 1
        ? "One item is back where it was."
        : `${number(count)} items are back where they were.`,
    notUndone: (count: number) =>
      count === 1 ? "One has gone on meanwhile:" : `${number(count)} have gone on meanwhile:`,
    close: "Close",
    reasons: {
      held: (who: string, since: string) => `${who} has it since ${since}`,
      elsewhere: (where: string) => `is in ${where} now`,
      queued: (queue: string) => `is in the queue ${queue} now`,
      ended: "is finished",
      unknown: "was refused",
      away: "the server was not reached",
      notTried: (why: string) => `not tried: ${why}`,
      unanswered: "no answer came; the recent moves tell whether it was moved",
    },
  },

  past: {
    title: "Recent moves",
    lead: "Kept for 24 hours. Undo brings back what still is where the move put it.",
    none: "No moves yet",
    noneHint: "Mark items in a workbin and move them together. What you moved stands here.",
    loading: "Reading the recent moves…",
    what: (count: number, to: string) => `${items(count)} to ${to}`,
    from: (bin: string) => `from ${bin}`,
    by: (who: string) => `by ${who}`,
    somewhere: "several bins",
    isUndone: "Undone",
    over: "Too late to undo",
    items: "Items",
    until: (time: string) => `Can be undone until ${time}`,
    undoOf: (what: string) => `Undo: ${what}`,
  },

  figures: {
    title: "Figures",
    span: "How far back",
    spans: { 6: "6 hours", 24: "24 hours", 168: "7 days" } as Record<number, string>,
    loading: "Counting…",
    missing: "The figures cannot be read just now.",
    flow: "Arrived and left",
    arrived: "Arrived",
    left: "Left",
    flowSums: (arrived: number, left: number) => `${number(arrived)} arrived, ${number(left)} left`,
    count: "Items in the bin",
    countNow: (now: number, most: number) => `${number(now)} now, ${number(most)} at most`,
    ages: "How long they have waited",
    agesNone: "Nothing waits.",
    table: "As a table",
    time: "Time",
    items: "Items",
    age: "Waiting",
    upTo: (time: string) => `up to ${time}`,
    over: (time: string) => `over ${time}`,
    range: (from: string, to: string) => `${from} – ${to}`,
    back: "Back to the list",
  },

  duration: {
    short: (minutes: number, seconds: number) => `${minutes}:${String(seconds).padStart(2, "0")}`,
  },
};
