import { words } from "../../words";
import type { Desk } from "../desk";
import { centreOf } from "./centre";
import type { Edit } from "./edit";
import { members } from "./json";
import { texts, type Thing } from "./thing";

const own = words.administration.removal;

/** What hangs on a thing that is about to be removed, in sentences. */
export async function consequences(desk: Desk, { kind, thing }: Edit): Promise<string[]> {
  if (kind === "users" && thing) {
    return ofUser(desk, thing);
  }
  const count = texts(thing?.values ?? {}, "members").length;
  return kind === "agent-groups" && count > 0 ? [own.members(count)] : [];
}

async function ofUser(desk: Desk, user: Thing): Promise<string[]> {
  const centre = centreOf(desk);
  const id = user.id ?? "";
  const [answer] = await Promise.all([
    desk.http.get(`/users/${id}/workbins`, { subresources: "*", fields: "id", limit: 1 }),
    centre.sessions.loadOf(id),
  ]);
  const groups = centre.stocks.groupsOf(user.key).map((group) => group.name);
  const agents = centre.stocks
    .of("workbins")
    .things.filter((workbin) => workbin.values["type"] === "Agent");
  const full = members(answer, "workbins").flatMap((bin) => {
    const workbin = agents.find((each) => each.key === bin["id"]);
    const count = Number(bin["itemCount"]);
    return workbin && count > 0 ? [{ name: workbin.name, count }] : [];
  });
  const items = full.reduce((sum, { count }) => sum + count, 0);
  const bins = full.map(({ name }) => name);
  const sessions = centre.sessions.of(id)?.length ?? 0;
  return [
    groups.length > 0 ? own.groups(groups.join(", ")) : "",
    items > 0 ? own.bins(items, bins.join(", ")) : own.noBins,
    sessions > 0 ? own.sessions(sessions) : "",
  ].filter((each) => each !== "");
}
