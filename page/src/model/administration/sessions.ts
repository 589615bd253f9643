import type { Answer } from "../../wire/http";
import type { Desk } from "../desk";
import { members } from "./json";
import { sentence } from "./rules";

/** Something that somebody is logged in with. */
export interface Session {
  id: string;
  userId: string;
  userName: string;
  /** Absent where it is no connection that hears of changes. */
  transport: string | undefined;
  /** Of a connection: which log-in of a browser opened it. */
  httpSession: string | undefined;
  since: number;
  lastHeard: number;
  address: string;
  userAgent: string;
}

/** A log-in with the connections that were opened by it. */
export interface Login extends Session {
  connections: readonly Session[];
}

/** Who is logged in at present. */
export class OpenSessions {
  logins: readonly Login[] = [];
  known = false;
  problem = "";
  private readonly byUser = new Map<string, readonly Login[]>();

  constructor(
    private readonly desk: Desk,
    private readonly changed: () => void,
  ) {}

  /** Of one user, as they were read last. */
  of(userId: string): readonly Login[] | undefined {
    return this.byUser.get(userId);
  }

  async load(): Promise<void> {
    await this.asked(async () => {
      this.logins = logins(await this.desk.http.get("/sessions"));
      this.known = true;
    });
  }

  async loadOf(userId: string): Promise<void> {
    await this.asked(async () => {
      this.byUser.set(userId, logins(await this.desk.http.get(`/users/${userId}/sessions`)));
    });
  }

  async end(login: Login): Promise<void> {
    await this.asked(async () => {
      await this.desk.http.change("DELETE", `/sessions/${login.id}`);
      await this.again(login.userId);
    });
  }

  async endAll(userId: string): Promise<void> {
    await this.asked(async () => {
      await this.desk.http.change("DELETE", `/users/${userId}/sessions`);
      await this.again(userId);
    });
  }

  private async again(userId: string): Promise<void> {
    await Promise.all([this.load(), this.loadOf(userId)]);
  }

  private async asked(question: () => Promise<void>): Promise<void> {
    try {
      await question();
      this.problem = "";
    } catch (error) {
      this.problem = sentence(error);
    }
    this.changed();
  }
}

function logins(answer: Answer): Login[] {
  const all = members(answer, "sessions").map((each): Session => ({
    id: String(each["id"]),
    userId: String(each["userId"]),
    userName: String(each["userName"]),
    transport: each["transport"] as string | undefined,
    httpSession: each["httpSession"] as string | undefined,
    since: Date.parse(String(each["since"])),
    lastHeard: Date.parse(String(each["lastHeard"])),
    address: String(each["address"]),
    userAgent: String(each["userAgent"]),
  }));
  const ids = new Set(all.map((each) => each.id));
  const isOwn = (each: Session): boolean =>
    each.httpSession === undefined || !ids.has(each.httpSession);
  const opened = new Map<string, Session[]>();
  for (const each of all.filter((session) => !isOwn(session))) {
    const by = each.httpSession ?? "";
    opened.set(by, [...(opened.get(by) ?? []), each]);
  }
  return all.filter(isOwn).map((each) => {
    const connections = opened.get(each.id) ?? [];
    const lastHeard = Math.max(each.lastHeard, ...connections.map((one) => one.lastHeard));
    return { ...each, lastHeard, connections };
  });
}
