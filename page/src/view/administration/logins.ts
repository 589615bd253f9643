import { html, nothing, type TemplateResult } from "lit";
import type { Login } from "../../model/administration/sessions";
import { words } from "../../words";

const own = words.administration.sessions;

const BROWSERS: readonly [RegExp, string][] = [
  [/Edg\/(\d+)/, "Edge"],
  [/OPR\/(\d+)/, "Opera"],
  [/Firefox\/(\d+)/, "Firefox"],
  [/(?:Headless)?Chrom(?:e|ium)\/(\d+)/, "Chrome"],
  [/Version\/(\d+).*Safari/, "Safari"],
  [/^curl\/([\d.]+)/, "curl"],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/Windows/, "Windows"],
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** What somebody is logged in with, in words for people. */
export function programOf({ userAgent }: Login): string {
  const [browser, name] = BROWSERS.find(([pattern]) => pattern.test(userAgent)) ?? [];
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "";
  const version = browser?.exec(userAgent)?.[1];
  const program = name ? `${name} ${version}` : userAgent.split(/[\s/]/)[0] || own.program;
  return own.on(program, system);
}

/** Whether he hears of changes as they happen. */
export function live({ connections, transport }: Login): TemplateResult | typeof nothing {
  return connections.length > 0 || transport !== undefined
    ? html` <span class="chip live" title=${own.liveHint}>${own.live}</span>`
    : nothing;
}
