import { LitElement } from "lit";
import type { Desk } from "../model/desk";

/**
 * A part of the page that looks at the desk, and looks again when that changes. It has no shadow:
 * one style sheet and one space of ids serve the whole page.
 */
export abstract class View extends LitElement {
  desk!: Desk;

  private readonly again = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    this.desk.addEventListener("change", this.again);
    this.requestUpdate();
  }

  /** What has left the page would make anew what belongs to whoever has left the desk. */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  override disconnectedCallback(): void {
    this.desk.removeEventListener("change", this.again);
    super.disconnectedCallback();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected find<E extends HTMLElement>(selector: string): E | null {
    return this.querySelector<E>(selector);
  }
}
