import type { Http } from "../wire/http";
import type { Area } from "./route";

/** Whom somebody looks after, as far as it decides what the page offers him. */
export class Reach {
  /** The agent groups that he manages, by name. */
  managed: readonly string[] = [];
  /** Whether the server has been asked. */
  known = false;

  constructor(
    private readonly http: Http,
    private readonly me: { id: string; roles: readonly string[] },
    private readonly changed: () => void,
  ) {}

  get isAdministrator(): boolean {
    return this.me.roles.includes("ROLE_ADMIN");
  }

  get areas(): readonly Area[] {
    if (this.isAdministrator) {
      return ["work", "team", "administration"];
    }
    return this.managed.length > 0 ? ["work", "team"] : ["work"];
  }

  /** Asks again, because a change of the contact centre may have made somebody a manager. */
  async load(): Promise<void> {
    const answer = await this.http.get("/groups", {
      type: "AgentGroup",
      "managers.id": this.me.id,
      fields: "name",
    });
    this.managed = (answer["groups"] as { name: string }[]).map((group) => group.name);
    this.known = true;
    this.changed();
  }
}
