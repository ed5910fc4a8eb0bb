/* What every command shares: safe text, tables, durations, and how a command opens the service and ends. */
import Table from "cli-table3";
import { parseSettings, type Settings } from "../../config/settings.ts";
import type { Service } from "../io/service.ts";
import { closeWhenInterrupted } from "./interruption.ts";

/** Exit statuses: 1 could not do what it was told, 2 was told nonsense. */
export const EXIT_FAILED = 1;
export const EXIT_USAGE = 2;

/** A mistake of the caller's, shown as one line without a stack. */
export class UsageError extends Error {
  readonly exitCode = EXIT_USAGE;
}

/** Something could not be done, shown as one line without a stack. */
export class CommandError extends Error {
  readonly exitCode = EXIT_FAILED;
}

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Text of strangers for a terminal: control and direction characters are spelled out, never sent. */
export function shown(text: string): string {
  return text.replace(CONTROL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** At most `width` characters, the last an ellipsis where something was cut. */
export function clipped(text: string, width: number): string {
  const safe = shown(text);
  return safe.length <= width ? safe : `${safe.slice(0, width - 1)}…`;
}

const URL_WIDTH = 80;

/** A URL of strangers in a line of a message. */
export const clippedUrl = (url: string): string => clipped(url, URL_WIDTH);

/** `1 page`, `2,000 pages`: a number with the word for it, whose plural ends in s. */
export function counted(count: number, word: string): string {
  return `${count.toLocaleString("en-US")} ${word}${count === 1 ? "" : "s"}`;
}

const NO_LINES_BETWEEN_ROWS = { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" };

export function table(head: readonly string[], rows: ReadonlyArray<readonly (string | number)[]>): string {
  const drawn = new Table({ head: [...head], style: { head: [], border: [] }, chars: NO_LINES_BETWEEN_ROWS });
  for (const row of rows)
    drawn.push(row.map((cell) => (typeof cell === "number" ? String(cell) : shown(cell))));
  return drawn.toString();
}

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `90s`, `30m`, `24h`, `7d` → ms. */
export function parseDuration(option: string, value: string): number {
  const [, amount, unit] = /^(\d{1,6})([smhd])$/.exec(value) ?? [];
  const factor = unit === undefined ? undefined : UNITS[unit];
  if (amount === undefined || factor === undefined)
    throw new UsageError(
      `${option} must be a number with s, m, h or d, such as 24h; it is "${shown(value)}"`,
    );
  return Number(amount) * factor;
}

/** As `parseDuration` reads it: the largest unit that holds it exactly; parts of a second are rounded up. */
export function durationText(ms: number): string {
  const units = Object.entries(UNITS).reverse();
  const [unit = "s", factor = 1] = units.find(([, each]) => ms % each === 0) ?? ["s", UNITS.s];
  return `${Math.max(1, Math.ceil(ms / factor))}${unit}`;
}

/** Without signs, blanks and exponents: `Number("")` would be 0. */
const WHOLE_NUMBER = /^\d{1,15}$/;

const inWords = (number: number): string => number.toLocaleString("en-US");

/** @param why said behind the range where its limits do not explain themselves */
export function parseWholeNumber(
  option: string,
  value: string,
  min: number,
  max: number,
  why?: string,
): number {
  const number = WHOLE_NUMBER.test(value) ? Number(value) : Number.NaN;
  if (number >= min && number <= max) return number;
  const range = `a whole number from ${inWords(min)} to ${inWords(max)}${why ? ` (${why})` : ""}`;
  throw new UsageError(`${option} must be ${range}; it is "${shown(value)}"`);
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function printError(line: string): void {
  process.stderr.write(`${line}\n`);
}

const MOST_PRINTED = 20;

/** The first few of many messages, and how many more there are of what. */
export function printFirst(messages: readonly string[], what: string): void {
  for (const line of messages.slice(0, MOST_PRINTED)) printError(line);
  if (messages.length > MOST_PRINTED) printError(`… and ${messages.length - MOST_PRINTED} more ${what}`);
}

export function loadSettings(): Settings {
  const result = parseSettings(process.env);
  if (result.kind === "invalid") throw new UsageError(result.messages.join("\n"));
  return result.settings;
}

/**
 * @param say told in one line what is wrong with the Redis, or that one has to be fetched first
 * @throws CommandError where no Redis can be had
 */
export async function openWith(settings: Settings, say: (message: string) => void): Promise<Service> {
  // Loaded here, so that commands without Redis start without its clients.
  const { openService } = await import("../io/service.ts");
  return openService(settings, { say }).catch((error: Error) => {
    const cause = error.cause instanceof Error ? `: ${error.cause.message}` : "";
    throw new CommandError(`${error.message}${cause}`);
  });
}

export interface CommandServiceOptions {
  /** `close` ends the process when SIGINT or SIGTERM comes; `leave` where the command takes them itself. */
  readonly onSignal?: "close" | "leave";
}

/**
 * @returns the service; closing it twice closes it once
 * @throws CommandError where no Redis can be had
 */
export async function openForCommand({ onSignal = "close" }: CommandServiceOptions = {}): Promise<Service> {
  const opening = openWith(loadSettings(), printError);
  let closing: Promise<void> | undefined;
  const closeOnce = (): Promise<void> => {
    closing ??= opening.then((service) => service.close());
    return closing;
  };
  const stopListening = onSignal === "close" ? closeWhenInterrupted(closeOnce) : () => undefined;
  try {
    const service = await opening;
    return { ...service, close: () => closeOnce().finally(stopListening) };
  } catch (error) {
    stopListening();
    throw error;
  }
}

/** Opens the service, does the work, and closes it whatever happened. */
export async function withService<T>(
  work: (service: Service) => Promise<T>,
  options?: CommandServiceOptions,
): Promise<T> {
  const service = await openForCommand(options);
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}
