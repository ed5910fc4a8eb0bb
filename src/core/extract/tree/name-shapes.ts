/*
 * The first letter and the length of a name as one number: tells most names apart before they are cut out of the page.
 */

const SMALL_LETTER_BIT = 0x20;
/** Longer names count as one shorter than this. */
const SHAPE_LENGTHS = 64;

/** @param firstUnit of either case */
export function shapeOf(firstUnit: number, length: number): number {
  return (firstUnit | SMALL_LETTER_BIT) * SHAPE_LENGTHS + Math.min(length, SHAPE_LENGTHS - 1);
}

export function shapesOf(names: Iterable<string>): ReadonlySet<number> {
  return new Set([...names].map((name) => shapeOf(name.charCodeAt(0), name.length)));
}
