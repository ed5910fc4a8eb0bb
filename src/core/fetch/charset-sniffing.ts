/* The encoding of a page that declares none. */
import { isUtf8 } from "node:buffer";

/** @returns an encoding's name of the Encoding Standard, in lower case; windows-1252 where nothing tells, as browsers do */
export function sniffedEncoding(bytes: Uint8Array): string {
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}
