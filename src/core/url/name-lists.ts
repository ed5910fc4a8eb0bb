/** @param lines names separated by single blanks: lists of dozens of names stay readable that way */
export function namesIn(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(" ")));
}
