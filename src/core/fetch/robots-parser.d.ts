/** robots-parser 3.0.1's own types describe an ES module; it is a CommonJS one. The class behind it, as used here. */
declare module "robots-parser/Robots.js" {
  export default class Robots {
    constructor(url: string, contents: string);
    /** Undefined where the URL belongs to another scheme, host or port than the robots.txt. */
    isAllowed(url: string, productToken: string): boolean | undefined;
    /** Seconds; whatever number stands there. */
    getCrawlDelay(productToken: string): number | undefined;
  }
}
