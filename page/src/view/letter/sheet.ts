import DOMPurify from "dompurify";

/** What structures a text. Nothing of it loads, runs, floats about or takes what is typed. */
const TAGS = (
  "a abbr address article aside b bdi bdo big blockquote br caption center cite code col " +
  "colgroup dd del dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr " +
  "i ins kbd li main mark ol p pre q rp rt ruby s samp section small span strike strong sub " +
  "sup table tbody td tfoot th thead time tr tt u ul var wbr"
).split(" ");

/** Beside `href`, which is looked at more closely. */
const PLAIN = ["title", "dir", "lang", "align", "valign", "colspan", "rowspan", "start"];

/** Where a link may lead: away, and never into the page. */
const ADDRESSES = /^(?:https?:\/\/|mailto:|tel:)/i;

const STYLE =
  "html{background:Canvas;color:CanvasText;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}" +
  "body{margin:12px 14px}" +
  "h1,h2,h3,h4,h5,h6{font-size:1.1em}" +
  "td,th{padding:2px 12px 2px 0;text-align:start;vertical-align:top}" +
  "blockquote{margin:0 0 0 2px;padding-inline-start:12px;border-inline-start:2px solid GrayText}" +
  "pre{white-space:pre-wrap}";

/** Of the style above. A frame is under the policy of its page too, so PageServlet names it as well. */
const STYLE_HASH = "sha256-LO8odMyELw0F1JAqmBIUocp9mw/WnxhGbX7h/kud4DQ=";

/** The sheet's own policy, beside the one that the server gives the page. */
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** Only these texts become markup: see the `trusted-types` of PageServlet. */
const rules = {
  createHTML: (letter: string, colours: string): string =>
    `<!doctype html><html><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
    `<meta name="referrer" content="no-referrer">` +
    `<meta name="color-scheme" content="${colours}">` +
    `<style>${STYLE}</style></head><body dir="auto">${purified(letter)}</body></html>`,
};

interface TrustedTypes {
  createPolicy(name: string, by: typeof rules): typeof rules;
}

const trusted =
  (window as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy("letter", rules) ?? rules;

/** The document of a letter, in those colours, for a frame that can do nothing. */
export function sheet(letter: string, colours: "light" | "dark" | "light dark"): string {
  return trusted.createHTML(letter, colours);
}

function purified(letter: string): string {
  return DOMPurify.sanitize(letter, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ["href", ...PLAIN],
    ADD_URI_SAFE_ATTR: PLAIN,
    ALLOWED_URI_REGEXP: ADDRESSES,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
  });
}

/** A picture would be asked for at its author's, who learns by that who reads him, when and where. */
DOMPurify.addHook("uponSanitizeElement", (node, { tagName }) => {
  const alternative = tagName === "img" ? (node as Element).getAttribute("alt")?.trim() : "";
  if (alternative) {
    node.parentNode?.insertBefore(document.createTextNode(`[${alternative}]`), node);
  }
});

DOMPurify.addHook("afterSanitizeAttributes", (node) => {
  if (node.hasAttribute("href")) {
    node.setAttribute("target", "_blank");
    node.setAttribute("rel", "noopener noreferrer");
  }
});
