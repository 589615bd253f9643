import { Away } from "./http";

const RETRY_AFTER = 2_000;

/** Does it, again and again while the server can not be reached, until it is done or too late. */
export async function untilReached(
  work: () => Promise<void>,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof Away)) {
        throw error;
      }
      await new Promise((resume) => setTimeout(resume, RETRY_AFTER));
    }
  }
}
