import { CometD, type Message } from "cometd";

/** What the page is told by push, and how the connection is. */
export interface PushListener {
  /** There is a connection and messages come; also after each loss, when some may be missing. */
  online(): void;
  /** There is none; it is being tried again. */
  away(): void;
  message(data: Told): void;
}

/** The `data` of one message. */
export interface Told {
  messageType?: string;
  [member: string]: unknown;
}

/** How long after the end of a connection, in milliseconds, another one is asked for. */
const AGAIN = 1_000;

/** Every topic about me. */
const TOPICS = "/v2/me/*";

/** The notifications of the server that the page came from: WebSocket, else long-polling. */
export class Push {
  private readonly cometd = new CometD();
  private up = false;
  private subscribed = false;
  private stopped = false;
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly listener: PushListener) {
    const url = new URL("/api/v2/notifications", location.href).href;
    this.cometd.configure({
      url,
      logLevel: "warn",
      // Its worker is made of a text, which the policy of the page forbids.
      useWorkerScheduler: false,
      connectTimeout: 5_000,
      maxNetworkDelay: 10_000,
      backoffIncrement: 500,
      maxBackoff: 10_000,
    });
    this.cometd.addListener("/meta/handshake", (message: Message) => {
      // Messages come only when the topics are subscribed to, again after each handshake.
      this.subscribed = false;
      if (message.successful) {
        this.cometd.subscribe(
          TOPICS,
          (told: Message) => this.listener.message(told.data as Told),
          (reply: Message) => {
            this.subscribed = reply.successful === true;
            this.is(this.subscribed);
          },
        );
      } else {
        this.lost(message);
      }
    });
    this.cometd.addListener("/meta/connect", (message: Message) => {
      if (!message.successful || isLast(message)) {
        this.lost(message);
      } else if (this.subscribed) {
        this.is(true);
      }
    });
    this.cometd.addListener("/meta/disconnect", () => this.ended());
    window.addEventListener("offline", () => this.is(false));
  }

  start(): void {
    this.stopped = false;
    this.cometd.handshake();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.again);
    this.up = false;
    this.subscribed = false;
    this.cometd.disconnect();
  }

  private lost(message: Message): void {
    if (isLast(message)) {
      this.ended();
    } else {
      this.is(false);
    }
  }

  /**
   * The server has ended the connection, after which the library is silent for good. Whoever is
   * still logged in gets a new one.
   */
  private ended(): void {
    if (!this.stopped) {
      this.is(false);
      clearTimeout(this.again);
      this.again = setTimeout(() => this.start(), AGAIN);
    }
  }

  private is(up: boolean): void {
    if (this.stopped) {
      return;
    }
    if (up) {
      if (!this.up) {
        this.up = true;
        this.listener.online();
      }
    } else {
      this.up = false;
      this.listener.away();
    }
  }
}

/** Whether the client is told not to come back. */
function isLast(message: Message): boolean {
  return message.advice?.reconnect === "none";
}
