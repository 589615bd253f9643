import type { Answer } from "../../wire/http";

export type Json = Record<string, unknown>;

/** An array of an answer. */
export function members(answer: Answer, name: string): Json[] {
  return (answer[name] as Json[] | undefined) ?? [];
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
