/*
 * Query parameters that tell a site where its reader came from and never which page it shows.
 * A name is here only if a public list or its vendor's documentation calls it tracking. Names that some
 * sites use for the page itself (`id`, `cid`, `source`, `ref`, `src`, `from`) are not: see CHANNEL_VALUES.
 *
 * Sources, by what they document:
 *   [ga]     Google Analytics, "Campaign URL builder" and "Auto-tagging": utm_*, gclid, _ga, _gl
 *   [meta]   Meta for Developers, "ClickID and the fbp and fbc parameters"; old share links: fb_*
 *   [ms]     Microsoft Advertising, "Auto-tagging of the click id": msclkid; MSN portals: ocid, cvid
 *   [yandex] Yandex Direct and Metrica help, "Link tagging": yclid, ymclid, _openstat
 *   [matomo] Matomo guide, "Tracking campaigns": mtm_*, matomo_*, pk_*, piwik_*
 *   [at]     AT Internet / Piano Analytics, "Marketing campaigns": at_*, xtor
 *   [adobe]  Adobe Analytics, tracking code variables: s_cid, s_kwcid, ef_id, mkt_tok (Marketo)
 *   [hub]    HubSpot, "Cookies and tracking parameters": _hs*, __hs*, hsCtaTracking
 *   [mail]   Mailchimp mc_*, Vero vero_*, Omeda oly_*, Drip __s, MailerLite ml_*, Klaviyo _ke, dotdigital dm_i
 *   [ff]     Firefox, query parameter stripping list (toolkit/components/antitracking)
 *   [brave]  Brave, query string filter (brave-core, query_filter)
 *   [clear]  ClearURLs, rules of the providers that are news sites
 */

/** Names compared in lower case. */
const TRACKING_NAMES: ReadonlySet<string> = new Set([
  // Advertising click ids: [ga] [meta] [ms] [yandex] [ff] [brave]
  ...[
    "gclid",
    "gclsrc",
    "dclid",
    "gbraid",
    "wbraid",
    "gad_source",
    "gad_campaignid",
    "srsltid",
    "_ga",
    "_gl",
  ],
  ...["fbclid", "msclkid", "ocid", "cvid", "yclid", "ymclid", "ysclid", "_openstat", "twclid", "ttclid"],
  ...[
    "igshid",
    "igsh",
    "li_fat_id",
    "epik",
    "rdt_cid",
    "sccid",
    "irclickid",
    "irgwc",
    "wickedid",
    "rb_clickid",
  ],
  ...["unicorn_click_id", "__twitter_impression", "fb_action_ids", "fb_action_types", "fb_ref", "fb_source"],
  ...["fb_comment_id", "action_object_map", "action_type_map", "action_ref_map", "__tn__"],
  // Analytics and mail: [matomo] [at] [adobe] [hub] [mail]
  ...["xtor", "s_cid", "s_kwcid", "ef_id", "mkt_tok", "hsctatracking", "_hsenc", "_hsmi", "__hssc", "__hstc"],
  ...["__hsfp", "mc_cid", "mc_eid", "mc_tc", "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "omeda_id"],
  ...["__s", "ml_subscriber", "ml_subscriber_hash", "_ke", "dm_i", "nr_email_referer", "sc_src", "sc_eid"],
  ...[
    "wt_mc",
    "wt.mc_id",
    "wt_zmc",
    "wtrid",
    "trk",
    "trkcampaign",
    "ir_campaignid",
    "ss_source",
    "ss_campaign_id",
  ],
  // Share buttons and feed readers: [clear]
  ...["sr_share", "spref", "soc_src", "soc_trk", "share_source", "sharesource"],
  ...["ref_src", "ref_url", "feedtype", "feedname", "feature_share"],
  // Campaign codes of single news houses: [clear] [brave]
  ...["cmp", "cmpid", "icid", "intcid", "int_cid", "intcmp", "ncid", "mbid", "ito", "ftcamp", "ftag", "smid"],
  ...["smtyp", "emc", "ns_campaign", "ns_mchannel", "ns_source", "ns_linkname", "ns_fee", "guccounter"],
  ...["guce_referrer", "guce_referrer_sig", "tsrc", "taid", "sref", "syn-25a6b1a6", "sfmc_id", "sfmc_key"],
  ...["user_email_hash", "regi_id"],
]);

const TRACKING_PREFIXES: readonly string[] = [
  "utm_", // [ga]
  "mtm_", // [matomo]
  "matomo_",
  "pk_",
  "piwik_",
  "at_custom", // [at]
  "at_medium",
  "at_campaign",
  "at_link",
  "at_ptr",
  "at_format",
  "hsa_", // HubSpot Ads
];

/** Names that mean tracking only with one of CHANNEL_VALUES: `?source=rss` names a way in, `?source=4711` may name a page. */
const CHANNEL_NAMES: ReadonlySet<string> = new Set([
  ...[
    "source",
    "src",
    "ref",
    "referrer",
    "referer",
    "from",
    "via",
    "share",
    "partner",
    "mod",
    "feed",
    "campaign",
  ],
  ...["medium", "origin", "link_source", "rss"],
]);

const CHANNEL_VALUES: ReadonlySet<string> = new Set([
  ...["rss", "rss2", "atom", "feed", "feeds", "rssfeed", "rss_feed", "xml", "newsletter", "email", "mail"],
  ...["twitter", "facebook", "fb", "whatsapp", "telegram", "linkedin", "reddit", "pinterest", "tumblr", "x"],
  ...["social", "share", "sharebar", "copylink", "googlenews", "google_news", "flipboard", "pocket", "push"],
  ...["homepage", "rss20", "feedburner", "newsapp"],
]);

/**
 * @param name the parameter's name, percent-decoded
 * @param value its value, percent-decoded; empty where it has none
 */
export function isTrackingParameter(name: string, value: string): boolean {
  const lowered = name.toLowerCase();
  if (TRACKING_NAMES.has(lowered)) return true;
  if (TRACKING_PREFIXES.some((prefix) => lowered.startsWith(prefix))) return true;
  return CHANNEL_NAMES.has(lowered) && CHANNEL_VALUES.has(value.toLowerCase());
}
