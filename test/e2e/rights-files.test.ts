/* What a host says of mining in its own files ends up on its articles. */
import { expect, it } from "vitest";
import { pageHtml, story } from "../support/articles.ts";
import { startTestService } from "../support/service.ts";
import * as good from "../support/world/answers.ts";
import { startWorld } from "../support/world/world.ts";

it("a reservation in tdmrep.json and a prohibition in ai.txt stand on the article, a page's own word before them", async () => {
  const tdm = JSON.stringify([{ location: "/", "tdm-reservation": 1, "tdm-policy": "http://q.example/t" }]);
  const metas = '<meta name="tdm-reservation" content="0">';
  const world = await startWorld(() =>
    good.paths({
      "/.well-known/tdmrep.json": good.answer(tdm, { headers: { "Content-Type": "application/json" } }),
      "/ai.txt": good.robotsTxt("User-Agent: *\nDisallow: /"),
      "/reserved": good.answer(pageHtml("The quay is closed", story(71))),
      "/free": good.answer(pageHtml("The quay is open", story(72), metas)),
    }),
  );
  const service = await startTestService({ DEV_ALLOW_HOSTS: `*.example=127.0.0.1:${world.port}` });
  try {
    const urls = ["/reserved", "/free"].map((path) => ({ url: `http://q.example${path}`, source: "test" }));
    const offers = await service.service.intake.offerUrls(urls);
    const outcomes = await service.outcomes(offers.flatMap(({ urlKey }) => (urlKey ? [urlKey] : [])));
    const rights = await Promise.all(
      outcomes.map(async (outcome) =>
        outcome.kind === "clustered"
          ? (await service.service.articles.get(outcome.articleId))?.rights
          : undefined,
      ),
    );
    expect(rights).toEqual([
      {
        noarchive: false,
        noai: true,
        tdmReservation: true,
        tdmPolicy: "http://q.example/t",
        sources: ["ai-txt", "tdm-file"],
      },
      {
        noarchive: false,
        noai: true,
        tdmReservation: false,
        tdmPolicy: null,
        sources: ["ai-txt", "tdm-file", "tdm-meta"],
      },
    ]);
  } finally {
    await service.close();
    await world.close();
  }
});
