/** wrap-ansi 7 has no types. */
declare module "wrap-ansi" {
  /**
   * Breaks lines so that each fits; a wide character (Han, emoji) takes two columns.
   * @param options hard: words that are longer than a line are broken, too
   */
  export default function wrapAnsi(
    text: string,
    columns: number,
    options?: { hard?: boolean; trim?: boolean; wordWrap?: boolean },
  ): string;
}
