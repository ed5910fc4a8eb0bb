/* One text in many encodings: what a page's bytes look like before anyone has decoded them. */
import { createMultibyteEncoder } from "@exodus/bytes/multi-byte.js";
import { createSinglebyteEncoder } from "@exodus/bytes/single-byte.js";

const SINGLE_BYTE: ReadonlySet<string> = new Set([
  ...["windows-1251", "windows-1252", "koi8-r", "koi8-u", "iso-8859-5", "ibm866", "x-mac-cyrillic"],
  ...["iso-8859-2", "windows-1253", "windows-1255", "windows-1256", "windows-874"],
]);

/**
 * @param encoding a name of the Encoding Standard, lower case
 * @throws where the text has a character that the encoding has not
 */
export function encodeAs(text: string, encoding: string): Uint8Array {
  switch (encoding) {
    case "utf-8":
      return Buffer.from(text, "utf8");
    case "utf-16le":
      return Buffer.from(text, "utf16le");
    case "utf-16be":
      return Buffer.from(text, "utf16le").swap16();
    default:
      return SINGLE_BYTE.has(encoding)
        ? createSinglebyteEncoder(encoding)(text)
        : createMultibyteEncoder(encoding)(text);
  }
}
