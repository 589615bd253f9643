import type { Medium } from "./model/item";
import { administration } from "./words/administration";
import { number } from "./words/format";
import { team } from "./words/team";

/**
 * Every word that the page shows, in one place: a translation is another object of this shape.
 * Sentences with values in them are functions, because languages put them in different orders.
 */
export const words = {
  language: "en",
  product: "Open Workbin",
  administration,

  signIn: {
    title: "Sign in",
    lead: "Your work, shared fairly.",
    userName: "User name",
    password: "Password",
    submit: "Sign in",
    busy: "Signing in…",
    wrong: "The user name or the password is wrong.",
    tooMany: "Too many tries. Wait a little and try again.",
    mustChange: "Choose a password of your own before you go on.",
    newPassword: "New password",
    change: "Change it and go on",
    away: "The server cannot be reached. Try again in a moment.",
    ended: "Your session has ended. Sign in to go on; what you typed is kept.",
  },

  connection: {
    connecting: "Connecting…",
    online: "Live",
    away: (since: string) => `No connection since ${since}. Trying again; what you type is kept.`,
  },

  areas: {
    label: "Areas",
    work: "Work",
    team: "Team",
    administration: "Administration",
    coming: "One moment…",
    failed: "This part of the page could not be fetched",
    failedHint: "Perhaps the connection is gone, or the server has just been renewed.",
    again: "Try again",
    notYours: "This part of the page is not for you",
    toWork: "To my work",
  },

  menu: {
    open: "Your menu",
    theme: "Appearance",
    system: "As the system",
    light: "Light",
    dark: "Dark",
    keys: "Keyboard shortcuts",
    signOut: "Sign out",
    signOutHands: (count: number) =>
      count === 1
        ? "You still have one item in hand. It goes back when you sign out."
        : `You still have ${count} items in hand. They go back when you sign out.`,
    signOutDrafts: "Text that you have not saved is thrown away.",
    signOutAnyway: "Sign out",
  },

  bins: {
    label: "Workbins",
    hands: "In hand",
    drafts: "Unsaved text",
    groups: {
      Agent: "Mine",
      Place: "My desk",
      PlaceGroup: "Desks",
      AgentGroup: "Teams",
    } as Record<string, string>,
    oldest: (age: string) => `oldest ${age}`,
    empty: "empty",
    none: "There is no workbin for you yet. An administrator sets them up.",
    items: (count: number) => (count === 1 ? "1 item" : `${number(count)} items`),
  },

  list: {
    label: (bin: string) => `Items in ${bin}`,
    search: "Search this bin",
    found: (found: number, all: number) => `${number(found)} of ${number(all)}`,
    loading: (here: number, all: number) => `${number(here)} of ${number(all)} loaded`,
    takeNext: "Take next",
    columns: "Columns",
    newItem: "New work item",
    nothingFound: "Nothing here matches your search.",
    clearSearch: "Clear the search",
    empty: {
      Agent: [
        "Nothing parked here",
        "Put items here that you want to go on with later. Only you and your supervisors see them.",
      ],
      Place: ["This desk is clear", "Whoever sits at this desk sees what is put here."],
      PlaceGroup: [
        "These desks are clear",
        "Whoever sits at one of these desks may take what is put here.",
      ],
      AgentGroup: [
        "All done",
        "Whatever comes in for the team appears here by itself. Take an item, and it is yours alone.",
      ],
      hands: ["Your hands are free", "Take an item out of a workbin to work on it."],
    } as Record<string, [string, string]>,
    handsLabel: "What you have in hand",
    taken: (who: string) => `${who} took it`,
    someoneTook: "was taken",
    leftTo: "was moved",
    back: "Back to the workbins",
  },

  selection: {
    label: "What to do with the marked items",
    all: "Mark all",
    one: (subject: string) => `Mark ${subject}`,
    marked: (count: number) => `${number(count)} marked`,
    take: (count: number) => `Take ${number(count)}`,
    move: "Move to…",
    clear: "Unmark all",
    taking: (done: number, all: number) => `Taking ${number(done)} of ${number(all)}…`,
  },

  columns: {
    medium: "Medium",
    subject: "Subject",
    customer: "Customer",
    priority: "Priority",
    age: "Waiting",
    id: "Id",
    title: "Columns",
    lead: "The choice is remembered on this computer.",
    fromData: "From the data",
    sortBy: (column: string) => `Sort by ${column}`,
    done: "Done",
  },

  item: {
    label: "Item",
    none: "Choose an item to see it here.",
    noneHint: "In the list the arrow keys choose an item, and Enter takes the chosen one.",
    handsHint: "In the list the arrow keys choose an item.",
    noSubject: "Without a subject",
    take: "Take",
    accept: "Accept",
    reject: "Reject",
    complete: "Complete",
    release: "Put back",
    move: "Move…",
    save: "Save",
    saved: "Saved",
    unsaved: "Not saved yet",
    discard: "Discard",
    data: "Data",
    noData: "Nothing is attached to this item.",
    addField: "Add a field",
    fieldName: "Name",
    fieldValue: "Value",
    add: "Add",
    remove: (key: string) => `Remove ${key}`,
    undo: (key: string) => `Keep ${key}`,
    comment: "Comment",
    disposition: "Disposition",
    noDisposition: "Not set",
    wrapUp: "Wrap-up",
    message: "Message",
    received: "Received",
    priority: "Priority",
    id: "Id",
    inHand: "In your hand",
    offered: "Offered to you",
    from: "From",
    to: "To",
    cc: "Cc",
    bcc: "Bcc",
    text: "Text",
    body: "Text",
    bodyAsPlainText: "Text",
    back: "Back to the list",
    copied: "Copied",
    keptTitle: "You typed this before the item left your hand",
    keptHint: "It is kept here. Take the item again to go on, or throw the text away.",
    gone: "This item is not here any more.",
    history: "History",
  },

  letter: {
    label: "The text of the e-mail",
    hint: "Without the pictures and styles of its sender.",
    asText: "As plain text",
    asSent: "As it was sent",
  },

  history: {
    loading: "Reading the history…",
    none: "Nothing is known of it.",
    away: "The history cannot be read just now.",
    you: "you",
    by: (name: string) => `by ${name}`,
    somewhere: "a bin that you may not see",
    reasons: {
      Create: "Created",
      Add: "Put in",
      Pull: "Taken",
      Move: "Moved",
      Complete: "Completed",
      Import: "Came in",
      Release: "Put back",
      LeaseEnded: "Went back: nothing was heard of its holder",
      HolderDisabled: "Went back: its holder may no longer work",
      SessionEnded: "Went back: its holder signed out",
      Transfer: "Transferred",
      Accept: "Accepted",
      OfferRejected: "Rejected",
      OfferEnded: "Went back: nobody accepted in time",
      TakenBack: "Taken back by a supervisor",
      Undo: "Brought back: the move was undone",
      Update: "Changed",
      Cancel: "Cancelled",
      Send: "Sent",
    } as Record<string, string>,
    to: {
      bin: (name: string) => `to ${name}`,
      offer: (name: string) => `to ${name}`,
      queue: (name: string) => `to the queue ${name}`,
    },
  },

  move: {
    title: "Move the item",
    bins: "Workbins",
    people: "Colleagues",
    search: "Find a workbin or a colleague",
    nobody: "Nothing of that name.",
    hint: "A colleague is asked first and has a minute to accept.",
    cancel: "Cancel",
  },

  create: {
    title: "New work item",
    subject: "Subject",
    priority: "Priority",
    priorityHint: "0 is ordinary; higher comes first.",
    details: "Details",
    where: "Where it goes",
    mine: "Keep it in my hand",
    submit: "Create",
    cancel: "Cancel",
    needsSubject: "Say in a few words what it is about.",
  },

  notices: {
    label: "Messages",
    dismiss: "Dismiss",
    took: (subject: string) => `“${subject}” is yours.`,
    lost: (subject: string, who: string, since: string) =>
      `${who} has “${subject}” since ${since}.`,
    lostYours: (subject: string) => `You already have “${subject}” in hand.`,
    lostMoved: (subject: string, where: string) => `“${subject}” is in ${where} now.`,
    lostQueued: (subject: string, queue: string) => `“${subject}” went to the queue ${queue}.`,
    lostEnded: (subject: string) => `“${subject}” is finished.`,
    lostElsewhere: (subject: string) => `“${subject}” is not here any more.`,
    next: (subject: string) => `Take the next: ${subject}`,
    tookSeveral: (count: number, others: number) =>
      others > 0
        ? `${number(count)} of ${number(count + others)} items are yours.`
        : count === 1
          ? "One item is yours."
          : `${number(count)} items are yours.`,
    nothingLeft: (bin: string) => `There is nothing to take in ${bin}.`,
    completed: (subject: string) => `“${subject}” is completed.`,
    released: (subject: string) => `“${subject}” is back where it came from.`,
    moved: (subject: string, where: string) => `“${subject}” is in ${where}.`,
    offered: (subject: string, who: string) => `“${subject}” is offered to ${who}.`,
    offeredToYou: (subject: string) => `“${subject}” is offered to you.`,
    look: "Look at it",
    back: (subject: string) => `“${subject}” is in your hand again:`,
    notTaken: {
      OfferRejected: "it was rejected.",
      OfferEnded: "nobody accepted it in time.",
    } as Record<string, string>,
    created: (subject: string, where: string) => `“${subject}” is in ${where}.`,
    kept: "What you typed is kept.",
    revoked: {
      LeaseEnded: "went back, because nothing was heard of you for a long time.",
      HolderDisabled: "was taken back, because you may no longer work.",
      SessionEnded: "went back, because your session was ended.",
      OfferEnded: "is no longer offered to you.",
      TakenBack: "was taken back by a supervisor.",
    } as Record<string, string>,
    notThere: "is not in your hand any more.",
    revokedElse: "was taken out of your hand.",
    binLost: (bin: string) => `${bin} is no longer yours to see.`,
    away: "The server cannot be reached, so nothing was changed. Try again in a moment.",
    failed: (why: string) => `That did not work: ${why}.`,
  },

  drafts: {
    title: "Unsaved text",
    lead: "You typed this and did not save it.",
    none: [
      "Nothing unsaved",
      "Text that you type for an item is kept here if the item is taken from you.",
    ] as [string, string],
    open: "Open",
    discard: "Throw away",
    removed: "to be removed",
  },

  keys: {
    title: "Keyboard shortcuts",
    on: "Single keys do something",
    close: "Close",
    rows: [
      ["↑ ↓", "Choose an item in the list"],
      ["Enter", "Take the chosen item, or open it"],
      ["Space", "Mark the item; with Shift all up to it"],
      ["Ctrl + A", "Mark all items of the list"],
      ["n", "Take the next item of this bin"],
      ["/", "Search this bin"],
      ["c", "Complete the item in hand"],
      ["r", "Put the item back"],
      ["m", "Move the item, or the marked ones"],
      ["w", "New work item"],
      ["Ctrl + S", "Save what you typed"],
      ["F6", "Go to the next part of the page"],
      ["Esc", "Back, or close"],
      ["?", "This list"],
    ] as [string, string][],
  },

  team,

  media: {
    chat: "Chat",
    email: "E-mail",
    workitem: "Work item",
    tweet: "Tweet",
    facebook: "Facebook",
    facebooksession: "Messenger",
    openmedia: "Other",
  } satisfies Record<Medium, string>,

  age: {
    now: "just now",
    minutes: (n: number) => `${n} min`,
    hours: (h: number, m: number) => (m === 0 ? `${h} h` : `${h} h ${m} min`),
    days: (d: number, h: number) => (h === 0 ? `${d} d` : `${d} d ${h} h`),
    years: (y: number) => (y === 1 ? "1 year" : `${y} years`),
  },
};

export { number };

/** What a medium is called; a sort of open media by its own name, as the contact centre wrote it. */
export function mediumName(medium: Medium, sort: string | undefined): string {
  const name = sort ?? words.media[medium];
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}

/** How long ago a time was. */
export function age(time: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - time) / 60_000));
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (minutes < 1) {
    return words.age.now;
  } else if (hours < 1) {
    return words.age.minutes(minutes);
  } else if (days < 1) {
    return words.age.hours(hours, minutes % 60);
  } else if (days < 365) {
    return words.age.days(days, days < 7 ? hours % 24 : 0);
  }
  return words.age.years(Math.floor(days / 365));
}

const moments = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const times = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });

/** A time in the reader's zone. */
export function moment(time: number): string {
  return Number.isNaN(time) ? "" : moments.format(time);
}

/** The time of day, with the day where it is not today. */
export function clock(time: number): string {
  const today = new Date().toDateString() === new Date(time).toDateString();
  return today ? times.format(time) : moment(time);
}
