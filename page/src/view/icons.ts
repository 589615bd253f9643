import { svg, html, type TemplateResult } from "lit";
import type { Medium } from "../model/item";

/** Line drawings of 20 by 20, in the colour of the text beside them. */
function icon(paths: TemplateResult): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    ${paths}
  </svg>`;
}

const path = (d: string): TemplateResult => svg`<path d=${d}></path>`;

export const icons = {
  logo: html`<svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    ${svg`<path class="tray" d="M4 17h6.2l2 4h7.6l2-4H28v7.5a3.5 3.5 0 0 1-3.5 3.5h-17A3.5 3.5 0 0 1 4 24.5z"></path>
    <path class="sheet" d="M8.5 13.5h15M10.5 9h11M12.5 4.5h7"></path>`}
  </svg>`,
  hands: icon(
    path(
      "M3 11.5 6.2 9a1.6 1.6 0 0 1 2 0l2.1 1.7H13a1.5 1.5 0 0 1 0 3H9.5M3 16.5l2-1.2 4 1.4h3.2L17 13.2a1.4 1.4 0 0 0-1.8-2.2l-2.3 1.8M10 3v4M8 5h4",
    ),
  ),
  drafts: icon(path("M4 16h12M12.8 3.6l2.6 2.6L8 13.600l-3.3.7.7-3.300z")),
  Agent: icon(
    path("M10 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.500c.5-3 2.9-4.5 6-4.500s5.5 1.5 6 4.5"),
  ),
  Place: icon(path("M3 5.500h14v7H3zM8 16h4M10 12.500V16")),
  PlaceGroup: icon(path("M2.5 4.500h9v5h-9zM8.5 12h9v4.500h-9zM5.5 9.500v3M5.5 12.500h3")),
  AgentGroup: icon(
    path(
      "M7.5 9a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.200zM2.5 16c.4-2.8 2.3-4.2 5-4.200s4.6 1.4 5 4.200M13 9.200a2.3 2.3 0 1 0-.8-4.500M14.5 11.800c1.8.4 2.8 1.7 3 4.2",
    ),
  ),
  search: icon(path("M9 14.500a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4")),
  plus: icon(path("M10 4v12M4 10h12")),
  columns: icon(path("M3.5 4.500h13v11h-13zM8 4.500v11M12.5 4.500v11")),
  figures: icon(path("M4 16V9M8 16V4M12 16v-6M16 16V7")),
  next: icon(path("M4 5l6 5-6 5zM15 5v10")),
  back: icon(path("M12 4l-6 6 6 6")),
  close: icon(path("M5 5l10 10M15 5L5 15")),
  check: icon(path("M4 10.500l4 4L16 6")),
  undo: icon(path("M7 5L3.5 8.5 7 12M4 8.500h8a4 4 0 0 1 0 8H9")),
  move: icon(path("M3 10h13M11.5 5.500L16 10l-4.5 4.5")),
  up: icon(path("M10 15.500v-11M5.5 9L10 4.5 14.5 9")),
  down: icon(path("M10 4.500v11M5.5 11L10 15.500l4.5-4.5")),
  person: icon(
    path("M10 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.500c.5-3 2.9-4.5 6-4.500s5.5 1.5 6 4.5"),
  ),
};

export const mediumIcons: Record<Medium, TemplateResult> = {
  chat: icon(path("M3.5 4.500h13v8.500H9l-3.5 3v-3h-2z")),
  email: icon(path("M3 5h14v10.500H3zM3.3 5.500L10 11l6.7-5.5")),
  workitem: icon(path("M5 4h10v13H5zM8 2.800h4V5H8zM7.5 9h5M7.5 12.500h5")),
  tweet: icon(path("M7.5 3.500L6 16.500M14 3.500l-1.5 13M3.5 8h13.500M3 12.500h13.5")),
  facebook: icon(
    path(
      "M6.5 9.500V16H4V9.500zM6.5 9.500L9.5 3.500c1.4 0 2 .9 1.8 2.100L11 8h4.200c1 0 1.6.9 1.3 1.800l-1.6 5c-.2.7-.8 1.2-1.5 1.200H6.5",
    ),
  ),
  facebooksession: icon(
    path("M3 4.500h9.500v6.500H7L4.5 13v-2H3zM14 8h3v6.500h-1.500v2L13 14.500H8.500V13"),
  ),
  openmedia: icon(
    path(
      "M6 3.500h3l1 3.5-2 1.300c.8 1.8 2 3 3.7 3.700L13 10l3.5 1v3c0 1.1-.9 2-2 2C9 16 4 11 4 5.500c0-1.1.9-2 2-2z",
    ),
  ),
};
