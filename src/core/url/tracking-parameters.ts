/*
 * Query parameters that tell a site where its reader came from and never which page it shows.
 * A name is here for every host only if a public list or its vendor's documentation calls it tracking
 * everywhere. Names that some sites use for the page itself (`id`, `cid`, `source`, `ref`, `src`, `from`,
 * `mod`) are not: see HOUSE_NAMES and CHANNEL_VALUES.
 *
 * Sources, by what they document:
 *   [ga]     Google Analytics, "Campaign URL builder" and "Auto-tagging": utm_*, gclid, _ga, _gl
 *   [meta]   Meta for Developers, "ClickID and the fbp and fbc parameters"; old share links: fb_*
 *   [ms]     Microsoft Advertising, "Auto-tagging of the click id": msclkid
 *   [yandex] Yandex Direct and Metrica help, "Link tagging": yclid, ymclid, _openstat
 *   [matomo] Matomo guide, "Tracking campaigns": mtm_*, matomo_*, pk_*, piwik_*
 *   [at]     AT Internet / Piano Analytics, "Marketing campaigns": at_*, xtor
 *   [adobe]  Adobe Analytics, tracking code variables: s_cid, s_kwcid, ef_id, icid; Marketo: mkt_tok
 *   [hub]    HubSpot, "Cookies and tracking parameters": _hs*, __hs*, hsCtaTracking, hsa_*
 *   [mail]   Mailchimp mc_*, Vero vero_*, Omeda oly_*, Drip __s, MailerLite ml_*, Klaviyo _ke, dotdigital dm_i
 *   [itm]    Parse.ly, "Campaign data tracking": itm_*
 *   [ff]     Firefox source docs, "Query Parameter Stripping"
 *   [brave]  Brave, query filter (brave-core, components/query_filter) and its wiki page
 *   [clear]  ClearURLs, data.min.json: global rules, and the rules of single providers
 *   [neat]   Neat URL, default blocked parameters
 *   [ag]     AdGuard URL Tracking filter, general list
 */

import { namesIn } from "./name-lists.ts";

/** Names compared in lower case. */
const TRACKING_NAMES: ReadonlySet<string> = namesIn(
  // Advertising click ids: [ga] [meta] [ms] [yandex] [ff] [brave] [clear]
  "gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid _ga _gl",
  "fbclid msclkid yclid ymclid ysclid _openstat twclid ttclid igshid igsh",
  "li_fat_id epik rdt_cid sccid irclickid irgwc wickedid rb_clickid gs_l",
  "unicorn_click_id __twitter_impression fb_action_ids fb_action_types fb_ref fb_source",
  "fb_comment_id action_object_map action_type_map action_ref_map __tn__ tracking_source",
  // Analytics and mail: [matomo] [at] [adobe] [hub] [mail] [clear] [neat]
  "xtor s_cid s_kwcid ef_id mkt_tok hsctatracking _hsenc _hsmi __hssc __hstc",
  "__hsfp mc_cid mc_eid mc_tc vero_id vero_conv oly_anon_id oly_enc_id omeda_id",
  "__s ml_subscriber ml_subscriber_hash _ke dm_i nr_email_referer os_ehash",
  "wt_mc wt.mc_id wt_zmc wtrid trk trkcampaign spreportid spjobid spuserid",
  "spmailingid cndid",
  // Campaign codes and share buttons that several houses use: [clear] [neat] [ag]
  "cmpid icid intcid int_cid intcmp ncid mbid sr_share spref soc_src soc_trk",
  "ref_src ref_url refsrc guccounter guce_referrer guce_referrer_sig",
  "hmb_campaign hmb_medium hmb_source sc_campaign sc_channel sc_outcome",
);

const TRACKING_PREFIXES: readonly string[] = [
  "utm_", // [ga]
  "mtm_", // [matomo]
  "matomo_",
  "pk_",
  "itm_", // [itm]
  "ga_", // [ga], its first generation
  "piwik_",
  "at_custom", // [at]
  "at_medium",
  "at_campaign",
  "at_link",
  "at_ptr",
  "at_format",
  "hsa_", // HubSpot Ads
];

/**
 * Names that mean tracking on the sites of one house and may mean anything elsewhere, by the domain they
 * hold for, subdomains included. From the share links and feeds of these sites and [clear].
 */
const HOUSE_NAMES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["nytimes.com", namesIn("smid smtyp emc partner nl te regi_id rref pgtype action module region")],
  ["bbc.co.uk", namesIn("ns_campaign ns_mchannel ns_source ns_linkname ns_fee ocid")],
  ["bbc.com", namesIn("ns_campaign ns_mchannel ns_source ns_linkname ns_fee ocid")],
  ["theguardian.com", namesIn("cmp cmp_bunit cmp_tu")],
  ["dailymail.co.uk", namesIn("ito ns_mchannel ns_campaign")],
  ["ft.com", namesIn("ftcamp sharetype")],
  ["wsj.com", namesIn("mod reflink st")],
  ["marketwatch.com", namesIn("mod")],
  ["msn.com", namesIn("ocid cvid ei pc")],
  ["reuters.com", namesIn("taid feedtype feedname rpc")],
  ["bloomberg.com", namesIn("sref srnd leadsource")],
  ["cbsnews.com", namesIn("ftag")],
  ["yahoo.com", namesIn("tsrc guccounter ncid")],
  ["cnn.com", namesIn("hpt sr")],
]);

/** Names that mean tracking only with one of CHANNEL_VALUES: `?source=rss` names a way in, `?source=4711` may name a page. */
const CHANNEL_NAMES: ReadonlySet<string> = namesIn(
  "source src ref referrer referer from via share partner campaign",
  "medium link_source",
);

const CHANNEL_VALUES: ReadonlySet<string> = namesIn(
  "rss rss2 atom feed feeds rssfeed rss_feed xml newsletter email mail",
  "twitter facebook fb whatsapp telegram linkedin reddit pinterest tumblr x",
  "social share sharebar copylink googlenews google_news flipboard pocket push",
  "homepage rss20 feedburner newsapp",
);

/**
 * @param name the parameter's name, percent-decoded
 * @param value its value, percent-decoded; empty where it has none
 * @param hostname of the URL, lower case
 */
export function isTrackingParameter(name: string, value: string, hostname: string): boolean {
  const lowered = name.toLowerCase();
  if (TRACKING_NAMES.has(lowered)) return true;
  if (TRACKING_PREFIXES.some((prefix) => lowered.startsWith(prefix))) return true;
  if (CHANNEL_NAMES.has(lowered) && CHANNEL_VALUES.has(value.toLowerCase())) return true;
  return houseNamesOf(hostname)?.has(lowered) ?? false;
}

/** Looks the host up by its own name, then by each of its parents. */
function houseNamesOf(hostname: string): ReadonlySet<string> | undefined {
  for (let domain = hostname; domain.includes("."); domain = domain.slice(domain.indexOf(".") + 1)) {
    const names = HOUSE_NAMES.get(domain);
    if (names !== undefined) return names;
  }
  return undefined;
}
