/*
 * The article while the passes work on it: the blocks, and for each of them whether it is still kept, and why not.
 *
 * A pass is a pure function from the draft to a list of removals; the draft applies them. A removal takes a whole
 * block, or a part of it (`rest` is what stays). The first removal of a block stands.
 */
import type { Block } from "./blocks/block.ts";
import type { OwnAddress } from "./story/own-address.ts";
import type { TitleMatcher } from "./story/title.ts";

export interface Removal {
  /** Index in draft.blocks. */
  readonly index: number;
  readonly reason: string;
  /** Text that stays of the block; without it the whole block goes. */
  readonly rest?: string;
  /** The text taken out where `rest` is given. */
  readonly taken?: string;
}

export interface Pass {
  /** The step word of the removed blocks, such as `cue-lines`. */
  readonly name: string;
  run(draft: Draft): Removal[];
}

/** What the passes may know about the page besides its blocks. */
export interface PageFacts {
  readonly title: TitleMatcher;
  readonly isPlainText: boolean;
  /** Traits that are not believed on this page, see story/trusted-traits.ts. */
  readonly ignoredTraits: number;
  /** Names of the page's metadata, as titleKey gives them: "jane doe". */
  readonly authorKeys: readonly string[];
  /** True where the page says it is a live blog: its entries look like stories of their own. */
  readonly isLiveBlog: boolean;
  /** Tells links to other pages from those within this one. */
  readonly own: OwnAddress;
}

/** A removed block with its place, for the report and for metadata read from what was removed. */
export interface Taken {
  readonly block: Block;
  readonly step: string;
  readonly reason: string;
  readonly text: string;
}

/** A block with its index. */
type Place = readonly [index: number, block: Block];

export class Draft {
  readonly blocks: readonly Block[];
  readonly page: PageFacts;
  readonly taken: Taken[];
  private readonly kept: Uint8Array;
  private readonly texts: string[];
  private readonly places: readonly Place[];
  /** What keptBlocks answers until the next change: two dozen passes ask, and most of them change nothing. */
  private keptPlaces: readonly Place[] | null = null;

  constructor(blocks: readonly Block[], page: PageFacts, taken: Taken[] = []) {
    this.blocks = blocks;
    this.page = page;
    this.taken = taken;
    this.kept = new Uint8Array(blocks.length).fill(1);
    this.texts = blocks.map((block) => block.text);
    this.places = blocks.map((block, index) => [index, block]);
  }

  isKept(index: number): boolean {
    return this.kept[index] === 1;
  }

  /** The block's text as far as it is still kept. */
  textAt(index: number): string {
    return this.texts[index] ?? "";
  }

  block(index: number): Block | undefined {
    return this.blocks[index];
  }

  /** Kept blocks with their indices, in reading order. */
  keptBlocks(): readonly Place[] {
    this.keptPlaces ??= this.places.filter(([index]) => this.isKept(index));
    return this.keptPlaces;
  }

  apply(pass: Pass): void {
    for (const removal of pass.run(this)) this.remove(pass.name, removal);
  }

  remove(step: string, removal: Removal): void {
    const { index, reason, rest } = removal;
    const block = this.blocks[index];
    if (!block || !this.isKept(index)) return;
    this.taken.push({ block, step, reason, text: removal.taken ?? this.textAt(index) });
    if (rest) this.texts[index] = rest;
    else this.keep(index, 0);
  }

  /** Takes a removal back: the block is kept again and no longer reported. */
  restore(index: number): void {
    const block = this.blocks[index];
    if (!block || this.isKept(index)) return;
    this.keep(index, 1);
    const at = this.taken.findIndex((taken) => taken.block === block);
    if (at >= 0) this.taken.splice(at, 1);
  }

  private keep(index: number, isKept: 0 | 1): void {
    this.kept[index] = isKept;
    this.keptPlaces = null;
  }

  /** The blocks from `from` up to but not including `to`, with what was removed so far. */
  narrow(from: number, to: number): Draft {
    const narrowed = new Draft(this.blocks.slice(from, to), this.page, this.taken);
    for (let index = from; index < to; index++) {
      narrowed.keep(index - from, this.isKept(index) ? 1 : 0);
      narrowed.texts[index - from] = this.textAt(index);
    }
    return narrowed;
  }

  /** Words of the kept blocks, as measured when they were made. */
  words(): number {
    let words = 0;
    for (const [, block] of this.keptBlocks()) words += block.words;
    return words;
  }

  /** Paragraphs separated by "\n". */
  text(): string {
    const lines: string[] = [];
    for (const [index] of this.keptBlocks()) lines.push(this.textAt(index));
    return lines.join("\n");
  }
}
