/** What the server said no to: its status, its code and all that it told beside them. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly answer: Answer,
  ) {
    super(answer.statusMessage ?? `HTTP ${status}`);
  }

  get code(): number {
    return this.answer.statusCode;
  }
}

/** The server was not reached, or did not answer in its own words. */
export class Away extends Error {}

/** The envelope of every answer. */
export interface Answer {
  statusCode: number;
  statusMessage?: string;
  [member: string]: unknown;
}

/** An answer with the headers that say what came into the caller's hand, and of which version it is. */
export interface Done {
  answer: Answer;
  item: string | undefined;
  hold: number | undefined;
  tag: string | undefined;
}

export type Query = Record<string, string | number | undefined>;

/** A number whose text is more than JavaScript keeps of it, like 286.40. */
export class NumberText {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** How often a write is repeated whose answer was lost; its key makes that safe. */
const PAUSES = [400, 1200, 3000];

/** The REST API of the server that the page came from. */
export class Http {
  private token: string | undefined;

  /** Called when the session has ended. */
  onSignedOut: () => void = () => {};

  /** Asks who is logged in, with credentials where there are some yet. */
  async me(credentials?: { userName: string; password: string }): Promise<Answer> {
    const headers: Record<string, string> = { "X-CSRF-HEADER": "X-CSRF-TOKEN" };
    if (credentials) {
      headers["Authorization"] =
        `Basic ${base64(`${credentials.userName}:${credentials.password}`)}`;
    }
    return (await this.send("GET", "/me", headers)).answer;
  }

  async get(path: string, query: Query = {}): Promise<Answer> {
    return (await this.read(path, query)).answer;
  }

  /** The same with the version that it is of, where the server tells it. */
  read(path: string, query: Query = {}): Promise<Done> {
    const parameters = Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
    const question = parameters.length > 0 ? `?${parameters.join("&")}` : "";
    return this.signedIn("GET", path + question);
  }

  /**
   * Changes something of the contact centre, at most once.
   *
   * @param tag the version that the change is meant for; where there is another by now it is refused
   */
  change(
    method: "POST" | "PUT" | "DELETE",
    path: string,
    body?: object,
    tag?: string,
  ): Promise<Done> {
    const headers: Record<string, string> = {};
    if (body) {
      headers["Content-Type"] = "application/json";
    }
    if (tag !== undefined) {
      headers["If-Match"] = tag;
    }
    return this.signedIn(method, path, headers, body && write(body));
  }

  /** Sends a file as it is. */
  async sendFile(path: string, type: string, text: string): Promise<Answer> {
    return (await this.signedIn("POST", path, { "Content-Type": type }, text)).answer;
  }

  /**
   * Changes something, once: where the answer is lost the request is repeated under the same key.
   *
   * @param hold the number that the item is held by, where the write is to something in hand
   */
  async post(path: string, body: object, hold?: number): Promise<Done> {
    const headers: Record<string, string> = {
      "Content-Type": "application/json",
      "Idempotency-Key": randomKey(),
    };
    if (hold !== undefined) {
      headers["Workbin-Hold"] = String(hold);
    }
    const text = write(body);
    for (const pause of PAUSES) {
      try {
        return await this.signedIn("POST", path, headers, text);
      } catch (error) {
        if (!(error instanceof Away)) {
          throw error;
        }
        await new Promise((resume) => setTimeout(resume, pause));
      }
    }
    return this.signedIn("POST", path, headers, text);
  }

  private async signedIn(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string,
  ): Promise<Done> {
    try {
      return await this.send(method, path, headers, body);
    } catch (error) {
      if (error instanceof Refused && error.code === 20) {
        this.onSignedOut();
      }
      throw error;
    }
  }

  private async send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Done> {
    if (method !== "GET" && this.token !== undefined) {
      headers["X-CSRF-TOKEN"] = this.token;
    }
    let response: Response;
    let answer: Answer;
    try {
      response = await fetch(`/api/v2${path}`, {
        method,
        headers,
        body: body ?? null,
        credentials: "same-origin",
        cache: "no-store",
      });
      answer = read(await response.text()) as Answer;
    } catch {
      throw new Away();
    }
    this.token = response.headers.get("X-CSRF-TOKEN") ?? this.token;
    if (response.status === 503) {
      throw new Away();
    }
    if (!response.ok) {
      throw new Refused(response.status, answer);
    }
    const hold = response.headers.get("Workbin-Hold");
    return {
      answer,
      item: response.headers.get("Workbin-Item") ?? undefined,
      hold: hold === null ? undefined : Number(hold),
      tag: response.headers.get("ETag") ?? undefined,
    };
  }
}

/** Reads JSON and keeps numbers as they were written, in browsers that tell how that was. */
export function read(text: string): unknown {
  const keepNumber = (_: string, value: unknown, context?: { source?: string }): unknown =>
    typeof value === "number" && context?.source !== undefined && context.source !== String(value)
      ? new NumberText(context.source)
      : value;
  return JSON.parse(text, keepNumber);
}

/** Writes JSON; a number goes out as it came in. */
export function write(value: unknown): string {
  if (value instanceof NumberText) {
    return value.text;
  }
  if (Array.isArray(value)) {
    return `[${value.map(write).join(",")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${write(member)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** Not crypto.randomUUID, which browsers have only where the connection is secure. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
