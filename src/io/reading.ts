/* Reading side: a cluster with its members' articles, an article by id or URL, all that is known of a URL. */
import type { ClusterMember, ClusterSummary, PairEvidence } from "../core/cluster/cluster-index.ts";
import { type MemberRole, roleBeside } from "../core/cluster/representative.ts";
import type { ArticleId, ClusterId, UrlKey } from "../core/model.ts";
import { canonicalUrl } from "../core/url/canonical-url.ts";
import { articleIdOf, urlKey } from "../core/url/ids.ts";
import type { Revision, StoredArticle } from "./redis/article-store.ts";
import type { UrlRecord } from "./redis/url-store.ts";
import type { Service } from "./service.ts";

/** A member as a person wants to see it; `article` is undefined once its window has passed. */
export interface MemberReport extends ClusterMember {
  /** `roleBeside` the representative; unknown once its window or that of the representative has passed. */
  readonly role: MemberRole;
  readonly article: StoredArticle | undefined;
}

export interface ClusterReport extends ClusterSummary {
  readonly members: readonly MemberReport[];
}

export interface ArticleReport {
  readonly article: StoredArticle;
  readonly text: string | undefined;
  readonly clusterId: ClusterId | undefined;
  readonly revisions: readonly Revision[];
}

export interface UrlReport {
  readonly urlKey: UrlKey;
  readonly record: UrlRecord;
  readonly article: ArticleReport | undefined;
  readonly cluster: ClusterReport | undefined;
  readonly evidence: readonly PairEvidence[];
}

export async function readCluster(
  { index, articles }: Pick<Service, "index" | "articles">,
  clusterId: ClusterId,
  limit?: number,
): Promise<ClusterReport | undefined> {
  const view = await index.cluster(clusterId, limit);
  if (!view) return undefined;
  // The representative may not be among the members that are named.
  const ids = [...view.members.map((member) => member.articleId), view.representative];
  const found = await articles.getMany(ids);
  const words = found.at(-1)?.wordCount;
  const members = view.members.map((member, i) => {
    const article = found[i];
    const isRepresentative = member.articleId === view.representative;
    const role = isRepresentative ? "representative" : roleBeside(article?.wordCount, words);
    return { ...member, role, article };
  });
  return { ...view, members };
}

const ARTICLE_ID = /^[0-9a-f]{32}$/;

/** The ids an input may stand for: itself, what its URL's record points to, or the URL's own. */
export async function articleIdFor(service: Service, idOrUrl: string): Promise<ArticleId | undefined> {
  if (ARTICLE_ID.test(idOrUrl)) return idOrUrl as ArticleId;
  const canonical = canonicalUrl(idOrUrl);
  if (canonical.kind === "refused") return undefined;
  const record = await service.urls.get(urlKey(canonical.url));
  return record?.articleId ?? articleIdOf(canonical.url);
}

export async function readArticle(service: Service, id: ArticleId): Promise<ArticleReport | undefined> {
  const article = await service.articles.get(id);
  if (!article) return undefined;
  const [text, clusterId, revisions] = await Promise.all([
    service.articles.text(id, article.contentHash),
    service.index.clusterOf(id),
    service.articles.revisions(id),
  ]);
  return { article, text, clusterId, revisions };
}

/** @param name a URL as it was offered, or the `urn:sha256:` name of a local document */
export async function readUrl(service: Service, name: string): Promise<UrlReport | undefined> {
  const canonical = name.startsWith("urn:sha256:") ? { kind: "url" as const, url: name } : canonicalUrl(name);
  if (canonical.kind === "refused") return undefined;
  const key = urlKey(canonical.url);
  const record = await service.urls.get(key);
  if (!record) return undefined;
  const id = record.articleId;
  if (!id) return { urlKey: key, record, article: undefined, cluster: undefined, evidence: [] };
  const [article, clusterId, evidence] = await Promise.all([
    readArticle(service, id),
    service.index.clusterOf(id),
    service.index.evidenceOf(id),
  ]);
  const cluster = clusterId ? await readCluster(service, clusterId) : undefined;
  return { urlKey: key, record, article, cluster, evidence };
}
