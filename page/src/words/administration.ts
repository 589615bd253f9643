import type { Kind } from "../model/administration/thing";
import { administrationPages } from "./administration-pages";
import { many, number } from "./format";

/** What administrators read. */
export const administration = {
  label: "Administration",
  sections: "What can be administered",
  back: "Back to the list",
  backToSections: "Back to the overview",
  typed: "Not saved yet",
  people: "People and places",
  work: "Work",
  centre: "Contact centre",
  off: "This is switched off",
  offHint: "The contact centre does not have the feature that this needs.",
  toFeatures: "To the features",
  unreadable: "This could not be read",
  again: "Try again",

  kinds: {
    users: "Users",
    "agent-groups": "Agent groups",
    places: "Places",
    "place-groups": "Place groups",
    workbins: "Workbins",
    queues: "Queues",
    dispositions: "Dispositions",
    "agent-states": "Agent states",
  } satisfies Record<Kind, string>,

  /** One of them. */
  kind: {
    users: "User",
    "agent-groups": "Agent group",
    places: "Place",
    "place-groups": "Place group",
    workbins: "Workbin",
    queues: "Queue",
    dispositions: "Disposition",
    "agent-states": "Agent state",
  } satisfies Record<Kind, string>,

  pages: {
    sessions: "Sessions",
    features: "Features",
    import: "Import and export",
    changes: "Changes",
  },

  list: {
    add: {
      users: "New user",
      "agent-groups": "New group",
      places: "New place",
      "place-groups": "New group",
      workbins: "New workbin",
      queues: "New queue",
      dispositions: "New disposition",
      "agent-states": "New state",
    } satisfies Record<Kind, string>,
    search: (what: string) => `Search ${what.toLocaleLowerCase()}`,
    found: (found: number, all: number) => `${number(found)} of ${number(all)}`,
    all: {
      users: (n: number) => many(n, "user", "users"),
      "agent-groups": (n: number) => many(n, "group", "groups"),
      places: (n: number) => many(n, "place", "places"),
      "place-groups": (n: number) => many(n, "group", "groups"),
      workbins: (n: number) => many(n, "workbin", "workbins"),
      queues: (n: number) => many(n, "queue", "queues"),
      dispositions: (n: number) => many(n, "disposition", "dispositions"),
      "agent-states": (n: number) => many(n, "state", "states"),
    } satisfies Record<Kind, (n: number) => string>,
    nothingFound: "Nothing here matches your search.",
    clearSearch: "Clear the search",
    sortBy: (column: string) => `Sort by ${column}`,
    empty: {
      users: ["Nobody yet", "Whoever is to sign in needs a user name here."],
      "agent-groups": [
        "No groups yet",
        "A group is a team: its members share workbins, and its managers look after them.",
      ],
      places: [
        "No places yet",
        "A place is a desk. Whoever sits there sees the workbins of the place.",
      ],
      "place-groups": [
        "No groups of places yet",
        "Places in a group share workbins, whoever sits there.",
      ],
      workbins: [
        "No workbins yet",
        "A workbin holds parked work. One definition gives each agent, group, place or group of places a bin of its own.",
      ],
      queues: [
        "No queues yet",
        "Work that is transferred to a queue waits there for whatever routes it on.",
      ],
      dispositions: [
        "No dispositions yet",
        "What agents may say became of an item when they wrap it up, for instance “Sold”.",
      ],
      "agent-states": [
        "No states yet",
        "What agents may say that they are doing, for instance “At lunch”.",
      ],
    } satisfies Record<Kind, [string, string]>,
    choose: {
      users: "Choose a user to see and change them here.",
      "agent-groups": "Choose a group to see and change it here.",
      places: "Choose a place to see and change it here.",
      "place-groups": "Choose a group to see and change it here.",
      workbins: "Choose a workbin to see and change it here.",
      queues: "Choose a queue to see and change it here.",
      dispositions: "Choose a disposition to see and change it here.",
      "agent-states": "Choose a state to see and change it here.",
    } satisfies Record<Kind, string>,
  },

  columns: {
    name: "Name",
    userName: "User name",
    displayName: "Shown as",
    roles: "Roles",
    defaultPlace: "Place",
    members: "Members",
    managers: "Managers",
    places: "Places",
    defaultOf: "Default place of",
    type: "One for each",
    state: "State",
    disabled: "disabled",
  } as Record<string, string>,

  fields: {
    userName: "User name",
    firstName: "First name",
    lastName: "Last name",
    emailAddress: "E-mail address",
    password: "Password",
    changePasswordOnFirstLogin: "Must choose their own password at the next sign-in",
    roles: "Roles",
    defaultPlace: "Default place",
    enabled: "May sign in",
    name: "Name",
    displayName: "Shown as",
    members: "Members",
    managers: "Managers",
    places: "Places",
    type: "One for each",
    operationName: "Name",
    state: "While in it, an agent is",
  } as Record<string, string>,

  hints: {
    userName: "For signing in. It cannot be changed later.",
    password: "Without one they cannot sign in.",
    defaultPlace: "Where they sit unless they say otherwise.",
    "workbins.name": "What other programs call it.",
    "workbins.type": "It cannot be changed later.",
    "dispositions.name": "What is kept with the item. It cannot be changed later.",
    operationName: "What programs call it: letters, digits, - and _. It cannot be changed later.",
    managers: "They see the bins of the group and of its members. They need not be members.",
  } as Record<string, string>,

  roles: {
    ROLE_AGENT: ["Agent", "works on items"],
    ROLE_SUPERVISOR: ["Supervisor", "looks after the groups that they manage"],
    ROLE_ADMIN: ["Administrator", "changes the contact centre"],
    ROLE_APIUSER: ["Program", "calls the API for others"],
  } as Record<string, [string, string]>,

  types: {
    Agent: "agent",
    AgentGroup: "agent group",
    Place: "place",
    PlaceGroup: "place group",
  } as Record<string, string>,

  states: {
    Ready: "ready for work",
    NotReady: "not ready",
    LoggedOut: "signed out",
  } as Record<string, string>,

  form: {
    newOf: {
      users: "New user",
      "agent-groups": "New agent group",
      places: "New place",
      "place-groups": "New place group",
      workbins: "New workbin",
      queues: "New queue",
      dispositions: "New disposition",
      "agent-states": "New agent state",
    } satisfies Record<Kind, string>,
    save: "Save",
    create: "Create",
    saving: "Saving…",
    saved: (name: string) => `“${name}” is saved.`,
    created: (name: string) => `“${name}” is there.`,
    removed: (name: string) => `“${name}” is removed.`,
    discard: "Discard",
    remove: "Remove…",
    changes: "History",
    needed: "It needs a name.",
    fixed: "It is the same in every contact centre and cannot be changed.",
    away: "The server cannot be reached. What you typed is kept; try again in a moment.",
    nowhere: "No place",
    gone: "It is not there.",
    you: "This is you.",
    disabling:
      "When you save, their sessions end and what they have in hand goes back. What lies in their bins stays there for an administrator to move.",
    yes: "yes",
    no: "no",
    none: "nothing",
  },

  conflict: {
    title: (who: string | undefined, when: string | undefined) =>
      `${who ?? "Somebody"} has changed this${when ? ` at ${when}` : " meanwhile"}. Nothing of yours was saved yet.`,
    gone: (who: string | undefined) =>
      `${who ?? "Somebody"} has removed this meanwhile. What you typed is still here.`,
    theirs: "is now",
    mine: "you typed",
    keep: "Go on with what I typed",
    take: "Take the new state",
    let: "Let it go",
  },

  choose: {
    find: {
      members: "Find somebody",
      managers: "Find somebody",
      places: "Find a place",
    } as Record<string, string>,
    nobody: {
      members: "Nobody is in it yet. Type a name to add somebody.",
      managers: "Nobody manages it yet. Type a name to add somebody.",
      places: "No place is in it yet. Type a name to add one.",
    } as Record<string, string>,
    nothingFound: "Nobody and nothing of that name.",
    more: (count: number) => `and ${number(count)} more; type to find them`,
    count: (count: number) => number(count),
  },

  password: {
    title: (name: string) => `A new password for ${name}`,
    button: "Set a new password…",
    label: "New password",
    own: "Must choose their own at the next sign-in",
    hint: "The old password is of no use at once, and whatever it opened ends.",
    submit: "Set the password",
    cancel: "Cancel",
    done: (name: string) => `${name} has a new password.`,
    needed: "Type the new password.",
  },

  removal: {
    title: (name: string) => `Remove “${name}”?`,
    cancel: "Cancel",
    remove: "Remove",
    removing: "Removing…",
    looking: "Looking at what hangs on it…",
    what: {
      users: [
        "They cannot sign in any more, and their sessions end.",
        "What they have in hand goes back to where it was taken.",
      ],
      "agent-groups": [
        "Its members stay, and lose the bins that they had as members.",
        "What lies in its bins stays there: administrators find it among the orphaned bins.",
      ],
      places: [
        "It goes out of its place groups, and whose default it was has none.",
        "What lies in its bins stays there: administrators find it among the orphaned bins.",
      ],
      "place-groups": [
        "Its places stay.",
        "What lies in its bins stays there: administrators find it among the orphaned bins.",
      ],
      workbins: [
        "Every bin of it goes away, in all open pages at once.",
        "What lies in them stays: administrators find it among the orphaned bins.",
      ],
      queues: ["Only an empty queue can be removed."],
      dispositions: ["Agents cannot choose it any more. Where it was chosen it stays."],
      "agent-states": ["Agents cannot choose it any more. Who is in it becomes not ready."],
    } satisfies Record<Kind, string[]>,
    groups: (names: string) => `They leave ${names}.`,
    bins: (items: number, bins: string) =>
      `${many(items, "item stays", "items stay")} in ${bins}: administrators find them among the orphaned bins.`,
    noBins: "Their bins are empty.",
    sessions: (count: number) => many(count, "session ends.", "sessions end."),
    members: (count: number) => many(count, "member", "members"),
    disableInstead: "Who only leaves for a while is better disabled: take away “May sign in”.",
  },

  noBin: {
    title: "There is no workbin for you yet",
    text: "Workbins, and who sees them, are set up in the administration.",
    go: "To the administration",
  },

  ...administrationPages,
};
