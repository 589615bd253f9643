import { noChange, type ElementPart } from "lit";
import { Directive, directive, type DirectiveResult } from "lit/directive.js";

/** Sets style properties by the object model: the policy of the page allows no style attribute. */
class Styled extends Directive {
  override update(part: ElementPart, [styles]: [Record<string, string>]): typeof noChange {
    const style = (part.element as HTMLElement).style;
    for (const [name, value] of Object.entries(styles)) {
      style.setProperty(name, value);
    }
    return noChange;
  }

  override render(_: Record<string, string>): typeof noChange {
    return noChange;
  }
}

/** On an element: `<div ${styled({ height: "3px" })}>`. */
export const styled: (styles: Record<string, string>) => DirectiveResult<typeof Styled> =
  directive(Styled);
