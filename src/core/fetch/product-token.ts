/* The name under which robots.txt, ai.txt, headers and metas speak of this robot (RFC 9309 section 2.2.1). */

/** Where no setting says who asks: pages at hand, read without the network. */
export const DEFAULT_PRODUCT_TOKEN = "wirefold";

/** @param userAgent `wirefold/0.1 (+https://…)` gives `wirefold` */
export const productTokenOf = (userAgent: string): string =>
  /^[A-Za-z_-]+/.exec(userAgent)?.[0] ?? DEFAULT_PRODUCT_TOKEN;
