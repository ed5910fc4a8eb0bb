/*
 * Workers whose commands take turns: of all commands that wait to be sent, that of the worker with the highest rank leaves
 * next, and nothing else happens until it is answered. Ranks are drawn, and now and then drawn anew: so one worker may come
 * to its end while another one stands still, which turns that are drawn one by one never give. A seed is an interleaving,
 * and a kill falls between two commands:
 *
 *   worker 1   enter ------------- found                 killed before it is sent, or before its answer is seen
 *   worker 2         enter - place
 *   turns      1     2       2     1
 */
import { setImmediate as nextRound } from "node:timers/promises";
import type { ChainableCommander, Redis } from "ioredis";

export class Killed extends Error {}

/** How many more commands a process sends: with the last one it is killed. Several connections may share it. */
export interface Life {
  commands: number;
}

/** What a worker has at hand: whatever of this it asks for is a command, and waits for its turn. */
export type Reach = <T extends object>(target: T) => T;

interface Waiting {
  readonly worker: number;
  readonly send: () => Promise<void>;
  readonly kill: () => void;
}

/** A number from 0 up to, but not including, `below`; drawn anew at each call. */
export type Draw = (below: number) => number;

/** Numbers that a seed tells: xorshift32. */
export function drawFrom(seed: number): Draw {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** After one command in so many the worker that has sent it gets another rank. */
const COMMANDS_PER_RANK = 10;
const RANKS = 1_000;
/** Redis' methods that gather commands, which leave with `exec`. */
const CHAINS: ReadonlySet<string | symbol> = new Set(["multi", "pipeline"]);

export class Turns {
  private waiting: Waiting[] = [];
  private readonly ranks: number[] = [];
  private readonly lives: Life[] = [];

  constructor(
    private readonly redis: Redis,
    private readonly draw: Draw,
  ) {}

  /** The connection of a new worker. @param commands with the last of these it is killed */
  connect(commands = Number.POSITIVE_INFINITY): Redis {
    return this.worker({ commands })(this.redis);
  }

  /** A new worker, and what it reaches Redis, queues and the network by: their functions answer with promises. */
  worker(life: Life): Reach {
    const worker = this.lives.push(life) - 1;
    this.ranks[worker] = this.draw(RANKS);
    return (reached) =>
      new Proxy(reached, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name);
          if (typeof value !== "function") return value;
          const call = (...args: unknown[]): unknown => Reflect.apply(value, target, args);
          if (CHAINS.has(name)) return () => this.chainOf(worker, call() as ChainableCommander);
          return (...args: unknown[]) => this.inTurn(worker, () => call(...args));
        },
      });
  }

  /** A pipeline or transaction is one command: it leaves as one. */
  private chainOf(worker: number, chain: ChainableCommander): ChainableCommander {
    const send = chain.exec.bind(chain);
    chain.exec = () => this.inTurn(worker, send) as ReturnType<typeof send>;
    return chain;
  }

  /** Lets commands leave until this is done. */
  async runUntil(done: Promise<unknown>): Promise<void> {
    let isDone = false;
    const end = done.finally(() => {
      isDone = true;
    });
    end.catch(() => undefined);
    while (!isDone) {
      // All that is settled by now, and steps that are gathered, come to their next command.
      await nextRound();
      await this.takeNext()?.send();
    }
    await end;
  }

  private takeNext(): Waiting | undefined {
    const rankOf = ({ worker }: Waiting): number => this.ranks[worker] ?? 0;
    const next = this.waiting.reduce<Waiting | undefined>(
      (highest, one) => (highest && rankOf(highest) >= rankOf(one) ? highest : one),
      undefined,
    );
    if (!next) return undefined;
    this.waiting = this.waiting.filter((one) => one !== next);
    if (this.draw(COMMANDS_PER_RANK) === 0) this.ranks[next.worker] = this.draw(RANKS);
    return next;
  }

  private inTurn(worker: number, send: () => unknown): Promise<unknown> {
    const life = this.lives[worker] ?? { commands: 0 };
    return new Promise((resolve, reject) => {
      const kill = (): void => reject(new Killed(`worker ${worker}`));
      if (life.commands === 0) return kill();
      this.waiting.push({
        worker,
        kill,
        send: async () => {
          life.commands--;
          const isLast = life.commands === 0;
          const isSent = !isLast || this.draw(2) === 0;
          if (isLast) this.kill(worker);
          if (isSent) await Promise.resolve(send()).then(isLast ? kill : resolve, reject);
          else kill();
        },
      });
    });
  }

  private kill(worker: number): void {
    for (const waiting of this.waiting) if (waiting.worker === worker) waiting.kill();
    this.waiting = this.waiting.filter((waiting) => waiting.worker !== worker);
  }
}
