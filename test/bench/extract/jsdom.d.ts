/** The little of jsdom that the bench uses; its own types need the DOM library. */
declare module "jsdom" {
  export class VirtualConsole {}
  export class JSDOM {
    constructor(html: string, options?: { url?: string; virtualConsole?: VirtualConsole });
    readonly window: { readonly document: object; close(): void };
  }
}
