import { html, svg, type TemplateResult } from "lit";
import type { Kind } from "../../model/administration/thing";
import { icons } from "../icons";

const icon = (d: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    ${svg`<path d=${d}></path>`}
  </svg>`;

export const kindIcons: Record<Kind, TemplateResult> = {
  users: icons.person,
  "agent-groups": icons.AgentGroup,
  places: icons.Place,
  "place-groups": icons.PlaceGroup,
  workbins: icon("M3 11h4l1.2 2.500h3.600L13 11h4v4.500h-14zM3 11L5.500 4.500h9L17 11"),
  queues: icon("M3 6h8M3 10h8M3 14h8M14 5v10M11.500 12.500L14 15l2.500-2.500"),
  dispositions: icon("M4 4.500h7l5.500 5.500-6 6L4 10zM7.500 7.500v.1"),
  "agent-states": icon(
    "M10 3.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM10 6.500V10l2.500 1.500",
  ),
};

export const pageIcons = {
  sessions: icon("M3 4.500h14v9.500H3zM7 17h6M10 14v3"),
  features: icon("M3 7h14M3 13h14M7 5v4M13 11v4"),
  import: icon("M10 3v8M6.500 7.500L10 11l3.500-3.500M3.500 12.500v4h13v-4"),
  changes: icon("M4 5v4h4M4.500 9A6 6 0 1 1 4 11M10 7v3.500l2.500 1.500"),
};
