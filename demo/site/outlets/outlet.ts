/* What every outlet's file gives: who it is and how it dresses an article. */
import type { ArticlePage } from "../story.ts";

export interface Outlet {
  /** Host name, also the only host its pages live on. */
  readonly host: string;
  readonly name: string;
  /** Value of Content-Type of its pages. */
  readonly contentType: string;
  readonly robotsTxt: string;
  renderArticle(page: ArticlePage): string;
  /** Words of the furniture that stands on every article page and never belongs to a story. */
  readonly furniture: readonly string[];
}

/** A link to another story of the outlet. */
export interface Teaser {
  readonly headline: string;
  readonly path: string;
  readonly summary?: string;
}
