import { Refused } from "../wire/http";

/** As many as the server takes in one request, unless it is set otherwise. */
const AT_ONCE = 100;

/** What the server says of a parameter that asks for too much. */
const OUT_OF_RANGE = 10;

/** Asks about many items in as few requests as the server takes them in. */
export class Turns {
  private most = AT_ONCE;

  /**
   * The answers, one after the other. Where the server finds that too many are named it is asked
   * again with half of them, and what it took is remembered.
   */
  async *ask<T, A>(
    all: readonly T[],
    request: (some: readonly T[]) => Promise<A>,
  ): AsyncGenerator<A, void> {
    let { most } = this;
    for (let next = 0; next < all.length;) {
      const some = all.slice(next, next + most);
      let answer: A;
      try {
        answer = await request(some);
      } catch (error) {
        if (some.length === 1 || !isOutOfRange(error)) {
          throw error;
        }
        most = Math.ceil(some.length / 2);
        continue;
      }
      this.most = most;
      next += some.length;
      yield answer;
    }
  }
}

function isOutOfRange(error: unknown): boolean {
  return error instanceof Refused && error.status === 400 && error.code === OUT_OF_RANGE;
}
