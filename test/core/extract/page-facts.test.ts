/* Lead image, section, publisher, canonical URL and paywall, as sites state them. All pages are invented. */
import { describe, expect, it } from "vitest";
import { article, HARBOUR_TITLE, harbourPage, jsonLd } from "./pages.ts";

const URL = "https://varnby.example/news/ferry";
const found = (head: string) => article(harbourPage({ head }), { url: URL });
const node = (value: object) => jsonLd({ "@type": "NewsArticle", headline: HARBOUR_TITLE, ...value });
const og = (image: string) => `<meta property="og:image" content="${image}">`;
const PIER = "https://varnby.example/pier.jpg";

describe("the lead image", () => {
  it.each([
    ["a relative address", og("/pier.jpg")],
    [
      "the article's behind the site's logo",
      og("https://varnby.example/static/logo.png") + node({ image: PIER }),
    ],
    ["contentUrl", node({ image: { "@type": "ImageObject", contentUrl: PIER } })],
    ["thumbnailUrl", node({ thumbnailUrl: PIER })],
    ["og:image:secure_url", `<meta property="og:image:secure_url" content="${PIER}">`],
    ["twitter:image:src", `<meta name="twitter:image:src" content="${PIER}">`],
    ["image_src", `<link rel="image_src" href="${PIER}">`],
  ])("is read from %s", (_what, head) => {
    expect(found(head).imageUrl).toBe(PIER);
  });

  it.each(["site-logo-1200x630.png", "default-share-image.jpg", "varnby-logo.png", "placeholder.svg"])(
    "is not a stand-in: %s",
    (file) => {
      expect(found(og(`https://varnby.example/img/${file}`)).imageUrl).toBeNull();
    },
  );

  it.each(["tovik-bank-logo-2031.jpg", "default-on-debt.jpg", "share-prices.jpg"])("may be %s", (file) => {
    expect(found(og(`https://varnby.example/img/${file}`)).imageUrl).toContain(file);
  });
});

describe("the section", () => {
  const trail = (...names: string[]) =>
    jsonLd({
      "@type": "BreadcrumbList",
      itemListElement: names.map((name, at) => ({ "@type": "ListItem", position: at + 1, name })),
    });

  it("is the last step of the way to the article", () => {
    expect(found(node({}) + trail("Home", "News", "Harbour", HARBOUR_TITLE)).section).toBe("Harbour");
    expect(found(node({}) + trail("Home", HARBOUR_TITLE)).section).toBeNull();
  });

  it("is no address", () => {
    expect(
      found(`<meta property="article:section" content="https://varnby.example/harbour">`).section,
    ).toBeNull();
  });
});

describe("the publisher's name", () => {
  it.each([
    ["a list", node({ publisher: [{ "@type": "Organization", name: "Varnby Courier" }] })],
    ["its legal name", node({ publisher: { "@type": "Organization", legalName: "Varnby Courier" } })],
    ["the site's node", node({}) + jsonLd({ "@type": "WebSite", name: "Varnby Courier" })],
    [
      "a name rather than an address",
      node({ publisher: { name: "https://varnby.example" } }) +
        `<meta property="og:site_name" content="Varnby Courier">`,
    ],
  ])("is read from %s", (_what, head) => {
    expect(found(head).publisherName).toBe("Varnby Courier");
  });

  it("is the host's where nothing else is said", () => {
    expect(found(`<meta property="og:site_name" content="varnby.example">`).publisherName).toBe(
      "varnby.example",
    );
  });
});

describe("the canonical URL", () => {
  it.each(["{{ url }}", "undefined", "http://localhost:3000/ferry", "javascript:void(0)", ""])(
    "is not what a template left over: %s",
    (href) => {
      const head = `<link rel="canonical" href="${href}"><meta property="og:url" content="https://varnby.example/f">`;
      expect(found(head).canonicalUrl).toBe("https://varnby.example/f");
    },
  );

  it("may lead to another publisher's page", () => {
    expect(found(`<link rel="canonical" href="https://agency.example/ferry">`).canonicalUrl).toBe(
      "https://agency.example/ferry",
    );
  });
});

describe("a paywall", () => {
  it.each(["http://schema.org/False", "False", 0, false])("is stated by %j", (isAccessibleForFree) => {
    expect(found(node({ isAccessibleForFree })).paywalled).toBe(true);
  });
});
