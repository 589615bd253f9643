import type { Http } from "../../wire/http";
import { Configured } from "./configured";
import { Definitions } from "./definitions";
import { AgentStates, Dispositions } from "./settings";
import type { Kind, Shelf } from "./thing";
import { Users } from "./users";

/** Where the things of each kind are. */
export function shelves(http: Http): Record<Kind, Shelf> {
  return {
    users: new Users(http),
    "agent-groups": new Configured(http, "agent-groups", "agent-group", {
      members: "agentDBIDs",
      managers: "managerDBIDs",
    }),
    places: new Configured(http, "places", "place"),
    "place-groups": new Configured(http, "place-groups", "place-group", { places: "placeDBIDs" }),
    workbins: new Definitions(http, "workbins"),
    queues: new Definitions(http, "queues"),
    dispositions: new Dispositions(http),
    "agent-states": new AgentStates(http),
  };
}
