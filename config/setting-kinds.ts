/* What a setting can be, and what its text must look like. `catalogue.ts` lists them all. */
import { isIP } from "node:net";

type Unit = "ms" | "s" | "days" | "bytes" | "count" | "share" | "bits" | "port" | "flag" | "text" | "list";

interface NumberSetting {
  readonly kind: "number";
  readonly unit: Unit;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly reason: string;
}
interface TextSetting {
  readonly kind: "text";
  readonly unit: Unit;
  readonly default: string;
  /** What the text must look like, in words for the message; `pattern` and `isValid` say it exactly. */
  readonly shape: string;
  readonly pattern: RegExp;
  readonly reason: string;
  /** Asked where the pattern fits: what no readable pattern can say. */
  readonly isValid: (value: string) => boolean;
}
export type Setting = NumberSetting | TextSetting;

export const number = (
  unit: Unit,
  fallback: number,
  min: number,
  max: number,
  reason: string,
): NumberSetting => ({
  kind: "number",
  unit,
  default: fallback,
  min,
  max,
  reason,
});
export const text = (
  unit: Unit,
  fallback: string,
  shape: string,
  pattern: RegExp,
  reason: string,
  isValid: TextSetting["isValid"] = () => true,
): TextSetting => ({
  kind: "text",
  unit,
  default: fallback,
  shape,
  pattern,
  reason,
  isValid,
});

const HIGHEST_PORT = 65_535;
export const isPort = (digits: string): boolean => Number(digits) >= 1 && Number(digits) <= HIGHEST_PORT;

export function isEmptyOrUrl(value: string): boolean {
  if (value === "") return true;
  try {
    return new URL(value).href !== "";
  } catch {
    return false;
  }
}

/** `host=address:port`; src/core/fetch/development-hosts.ts reads the same. */
export function isDevelopmentHost(entry: string): boolean {
  const [, bracketed, plain, port] = /^[^=]+=(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(entry) ?? [];
  if (port === undefined || !isPort(port)) return false;
  return bracketed === undefined ? isIP(plain ?? "") === 4 : isIP(bracketed) === 6;
}
