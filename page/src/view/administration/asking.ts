import { Dialog } from "../dialogs";

/** A question of the administration; the keys that are pressed in it mean nothing outside. */
export abstract class Asking extends Dialog {
  constructor() {
    super();
    this.addEventListener("keydown", (event) => event.stopPropagation());
  }
}
