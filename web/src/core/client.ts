/**
 * The worker, from the page's side. Answers are latest-wins: one question is under way, and of those that come
 * meanwhile only the last is kept, so that typing never makes a queue.
 */
import type { Encounter } from "../../../src/coding/determination.ts";
import type { Answer, Catalogue, Reply, RequestKind, Requests, Result } from "./messages.ts";

type Waiting = { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void };

export interface CoreClient {
  /** Resolves when the book is there; rejects with `book` when it cannot be loaded. */
  readonly ready: Promise<Catalogue>;
  ask<K extends RequestKind>(kind: K, what: Omit<Requests[K], "result">): Promise<Result<K>>;
  /** Calls `onAnswer` with the answer, or null when it failed. Of those that wait, only the newest is ever answered. */
  answer(encounter: Encounter, onAnswer: (answer: Answer | null, encounter: Encounter) => void): void;
}

/**
 * Starts the worker, which begins to load the book. Nothing is thrown here: what fails comes by `ready` and by what
 * was asked.
 */
export function startCore(): CoreClient {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, Waiting>();
  let seq = 0;
  let failReady: (error: Error) => void;
  let isReady: (catalogue: Catalogue) => void;
  const ready = new Promise<Catalogue>((resolve, reject) => ([isReady, failReady] = [resolve, reject]));
  ready.catch(() => undefined);

  worker.addEventListener("error", () => failReady(new Error("worker")));
  worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
    if (data.kind === "ready") return isReady(data.catalogue);
    if (data.kind === "failed" && data.seq === null) return failReady(new Error(data.what));
    const one = waiting.get(data.seq as number);
    waiting.delete(data.seq as number);
    if (data.kind === "result") one?.resolve(data.result as never);
    else one?.reject(new Error(data.kind === "failed" ? data.what : "inside"));
  });

  const ask: CoreClient["ask"] = (kind, what) =>
    new Promise((resolve, reject) => {
      seq += 1;
      waiting.set(seq, { resolve, reject });
      worker.postMessage({ kind, seq, ...what });
    });

  type Pending = readonly [Encounter, (answer: Answer | null, encounter: Encounter) => void];
  let busy = false;
  let next: Pending | null = null;
  const run = ([encounter, done]: Pending): void => {
    busy = true;
    const then = (answer: Answer | null): void => {
      busy = false;
      const newer = next;
      next = null;
      if (newer !== null) run(newer);
      done(answer, encounter);
    };
    ask("answer", { encounter }).then(then, () => then(null));
  };

  return {
    ready,
    ask,
    answer(encounter, onAnswer) {
      if (busy) next = [encounter, onAnswer];
      else run([encounter, onAnswer]);
    },
  };
}
