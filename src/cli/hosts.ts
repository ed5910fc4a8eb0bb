/*
 * wirefold hosts: whom the service will ask next and how patiently; and what an operator may decide about a
 * host. A host is what politeness counts by: name and port as they stand in the URLs.
 */
import type { Command } from "commander";
import { parseUrl } from "../core/url/parse-url.ts";
import { createFrontierHosts, type FrontierHost, type FrontierHosts } from "../io/redis/frontier-hosts.ts";
import type { Service } from "../io/service.ts";
import { hostLines, hostTable, shownDelay, urlsInWords } from "./hosts-table.ts";
import { parseWholeNumber, print, shown, UsageError, withService } from "./terminal.ts";

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 1_000;
/** As HOST_DELAY_MS: a host that should be asked more seldom is better paused. */
const MAX_DELAY_MS = 600_000;

const WEB_PROTOCOLS: readonly string[] = ["http:", "https:"];

/** @param name a host as people write it, or the URL of one of its pages */
export function hostNamed(name: string): string {
  // The parser would drop tabs and line ends, and find a host that nobody wrote.
  const isOneWord = /^[^\s\p{Cc}]+$/u.test(name);
  const url = isOneWord ? parseUrl(name.includes("://") ? name : `http://${name}/`) : undefined;
  if (url === undefined || url.hostname === "" || !WEB_PROTOCOLS.includes(url.protocol))
    throw new UsageError(
      `host must be such as news.example or news.example:8080, or a page's URL; it is "${shown(name)}"`,
    );
  // Written without a scheme, the port of https is no special one either.
  return url.host.replace(/:443$/, "");
}

type HostsService = Pick<Service, "frontier" | "now"> & { readonly hosts: FrontierHosts };

const withHosts = (work: (service: HostsService) => Promise<void>): Promise<void> =>
  withService(({ redis, frontier, settings, now }) => {
    const frontierSettings = { hostDelayMs: settings.HOST_DELAY_MS };
    const hosts = createFrontierHosts({ redis, prefix: settings.KEY_PREFIX, settings: frontierSettings });
    return work({ frontier, hosts, now });
  });

interface ListOptions {
  readonly limit: string;
  readonly paused?: boolean;
  readonly json?: boolean;
}

async function listHosts(options: ListOptions): Promise<void> {
  const limit = parseWholeNumber("--limit", options.limit, 1, MAX_LIMIT);
  await withHosts(async ({ frontier, hosts, now }) => {
    const [list, size] = await Promise.all([hosts.list(limit, options.paused), frontier.size()]);
    if (options.json) {
      for (const host of list.hosts) print(JSON.stringify(host));
      return;
    }
    if (list.hosts.length === 0)
      return print(options.paused ? "no host is paused" : "no host has URLs waiting");
    print(hostTable(list.hosts, now()));
    const count = `${list.hosts.length} of ${list.seen}`;
    if (options.paused) return print(`${count} paused hosts`);
    print(`${count} hosts with URLs or paused; ${urlsInWords(size)} wait, ${size.leased} on their way`);
    if (!list.isWhole) print("there are more: these are the largest of those that were looked at");
  });
}

async function showHost(name: string, options: { readonly json?: boolean }): Promise<void> {
  const host = hostNamed(name);
  await withHosts(async ({ hosts, now }) => {
    const found = await hosts.get(host);
    if (options.json) return print(JSON.stringify(found));
    for (const line of hostLines(found, now())) print(line);
  });
}

const waiting = (host: FrontierHost): string => `${urlsInWords(host)} wait`;

/** Named hosts are all read before the first is changed: a mistake changes nothing. */
async function changeHosts(
  names: readonly string[],
  change: (service: HostsService, host: string) => Promise<string>,
): Promise<void> {
  const named = names.map(hostNamed);
  await withHosts(async (service) => {
    for (const host of named) print(await change(service, host));
  });
}

const pauseHosts = (names: string[]): Promise<void> =>
  changeHosts(names, async ({ frontier, hosts }, host) => {
    const isNew = await frontier.pauseHost(host);
    return `${shown(host)} ${isNew ? "is paused" : "was paused before"}: ${waiting(await hosts.get(host))}`;
  });

const resumeHosts = (names: string[]): Promise<void> =>
  changeHosts(names, async ({ frontier, hosts }, host) => {
    const wasPaused = await frontier.resumeHost(host);
    return `${shown(host)} ${wasPaused ? "is resumed" : "was not paused"}: ${waiting(await hosts.get(host))}`;
  });

async function setDelay(name: string, wished: string): Promise<void> {
  const delayMs =
    wished === "default"
      ? undefined
      : parseWholeNumber("delay", wished, 0, MAX_DELAY_MS, "in ms; or the word default");
  await changeHosts([name], async ({ frontier, hosts }, host) => {
    await frontier.setHostDelay(host, delayMs);
    const found = await hosts.get(host);
    const why = delayMs !== undefined && found.delayMs > delayMs ? ", which robots.txt or 429s ask for" : "";
    return `${shown(host)}: ${shownDelay(found.delayMs)} between two requests${why}`;
  });
}

export function registerHosts(program: Command): void {
  const hosts = program
    .command("hosts")
    .description("the hosts whose URLs wait: how many, when due, how patiently asked");
  hosts
    .command("list", { isDefault: true })
    .description("hosts with URLs that wait, and paused ones; most URLs first (the default)")
    .option("--limit <count>", "at most this many", String(DEFAULT_LIMIT))
    .option("--paused", "paused hosts only")
    .option("--json", "one JSON line a host")
    .action(listHosts);
  hosts
    .command("show")
    .description("one host: URLs, next due time, delay and where it comes from")
    .argument("<host>", "a host, or the URL of one of its pages")
    .option("--json", "as JSON")
    .action(showHost);
  hosts
    .command("pause")
    .description("ask hosts for nothing more; their URLs wait")
    .argument("<hosts...>", "hosts, or URLs of their pages")
    .action(pauseHosts);
  hosts
    .command("resume")
    .description("ask paused hosts again")
    .argument("<hosts...>", "hosts, or URLs of their pages")
    .action(resumeHosts);
  hosts
    .command("delay")
    .description("the least time between two requests to one host, instead of HOST_DELAY_MS")
    .argument("<host>", "a host, or the URL of one of its pages")
    .argument("<ms>", `0 to ${MAX_DELAY_MS}, or default; a longer Crawl-delay of robots.txt still counts`)
    .action(setDelay);
}
