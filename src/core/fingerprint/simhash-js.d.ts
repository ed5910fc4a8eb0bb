/** simhash-js 1.0.0 has no types. Its index.js leaks three globals; this file of it leaks none on loading. */
declare module "simhash-js/SimHash.js" {
  export class SimHash {
    /** @param options kshingles: characters per feature; maxFeatures: features kept after sorting */
    constructor(options?: { kshingles?: number; maxFeatures?: number });
    /** 32-bit hash, unsigned. Wrong (the hex digits of the one hash read as decimal) for a single feature. */
    hash(input: string): number;
  }
}
