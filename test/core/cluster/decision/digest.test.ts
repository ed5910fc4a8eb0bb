import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterBatch } from "../../../../src/core/cluster/batch.ts";
import { cohesionOf, PassageWords } from "../../../../src/core/cluster/decision/cohesion.ts";
import { holdsOtherStory } from "../../../../src/core/cluster/decision/digest.ts";
import { type MarkedText, markText } from "../../../../src/core/cluster/decision/marked-text.ts";
import { comparePassages } from "../../../../src/core/cluster/decision/passages.ts";
import { remaindersOf } from "../../../../src/core/cluster/decision/remainders.ts";
import { RULES } from "../../../../src/core/cluster/decision/rules.ts";
import { decideFromRecords, decideFromTexts, isEdge } from "../../../../src/core/cluster/decision.ts";
import { fingerprint } from "../../../../src/core/fingerprint/fingerprint.ts";
import type { ArticleId, ComparedArticle, Evidence } from "../../../../src/core/model.ts";

const FERRY = [
  "The ferry Halvard ran aground off Corrin Point before dawn on Sunday with 212 passengers on board, and the coastguard took everyone ashore within three hours without a single serious injury.",
  "Captain Oline Brekke told the coastguard that the steering of the Halvard had failed twice on Saturday, and that the shipping company Nordvik had ordered her to keep the timetable all the same.",
  "Nordvik denied that. A spokesman of the company said the steering had been examined in Corrin harbour on Saturday evening and that the engineers had found the ferry fit for the crossing.",
  "Passengers described a dull blow and a long scraping noise. The ferry listed to port, the lights went out on the lower deck, and Captain Brekke asked everybody to walk to the stern.",
  "Divers of the coastguard will examine the hull of the Halvard at low tide. Until then the company has put the smaller ferry Sigrun on the route between Corrin and the outer islands.",
  "The maritime board opened an inquiry into Nordvik in the afternoon. It has asked for the records of the steering, for the timetable of the weekend and for what the engineers wrote down.",
  "The Halvard was built 31 years ago and was to be replaced last summer, but Nordvik put the order for a new ferry off twice when fares fell, as the maritime board had noted in its report.",
  "Islanders have complained of the company for years. Their council wants the route between Corrin and the islands to be run by the province again, as it was before Nordvik took it over.",
];
const ORCHARD = [
  "Scientists of the Lindgate institute have bred an apple that keeps for eleven months without cooling, and growers in the Velm valley will plant the first four thousand trees in November.",
  "The variety, named Karis, goes back to an old tree that botanist Petra Sommer came across behind a chapel near Ossel. Its apples were still firm in May, she wrote in her notebook at the time.",
  "Sommer and her colleagues at the institute crossed that tree with nineteen common varieties. Only two of the crossings kept the thick wax of the Ossel apples, and one of these was bitter.",
  "Growers are interested because cooling makes up a third of their costs. The cooperative of the Velm valley has reserved half of the young trees and pays the institute for each Karis apple sold.",
  "Some botanists remain cautious. Wax of this kind may attract a moth that lives on wild apples, they say, and nobody has yet grown the variety outside the fields of the Lindgate institute.",
  "Petra Sommer answers that the moth was not seen once in nine summers of trials. The institute will nevertheless set traps among the young trees and publish what it finds there every autumn.",
  "Shops are to sell the first Karis apples in four years. The cooperative expects them to cost somewhat less than cooled ones, and the growers hope to export part of the harvest by sea.",
  "The old tree near Ossel is fenced in by now. Botanists from other institutes have taken so many twigs of it that Sommer asked the growers of the valley to keep watch over it in winter.",
];
const KOREAN_FERRY = [
  "여객선 할바드호가 일요일 새벽 코린곶 앞바다에서 승객 이백열두 명을 태우고 암초에 걸렸으며 해양경비대는 세 시간 만에 승객 모두를 다친 사람 없이 뭍으로 옮겼다고 이날 아침 밝혔다.",
  "올리네 브레케 선장은 할바드호 조타 장치가 토요일에 두 번이나 멈췄는데도 선사 노르빅이 운항 시간표를 그대로 지키라고 지시했다고 해양경비대 조사에서 말했다.",
  "선사 노르빅은 브레케 선장의 말을 부인했다. 노르빅 대변인은 토요일 저녁 코린 항구에서 조타 장치를 점검했고 기술자들은 여객선 운항에 문제가 없다고 판단했다고 말했다.",
  "승객들은 둔한 충격과 긁히는 소리가 길게 이어졌다고 전했다. 여객선 아래층 불이 꺼지고 배가 왼쪽으로 기울자 브레케 선장은 승객 모두에게 배 뒤쪽으로 걸어가 달라고 부탁했다.",
  "해양경비대 잠수부들은 썰물 때 할바드호 선체를 살펴볼 예정이며 그때까지 선사 노르빅은 코린과 바깥 섬 사이 항로에 더 작은 여객선 시그룬호를 투입하기로 했다.",
  "해양청은 오후에 선사 노르빅 조사를 시작했다. 해양청은 조타 장치 기록과 주말 운항 시간표 그리고 기술자들이 적은 점검 기록을 모두 내라고 노르빅에 요구했다.",
  "할바드호는 서른한 해 전에 만든 여객선으로 지난여름 새 배로 바꿀 예정이었지만 선사 노르빅은 운임이 떨어지자 새 여객선 주문을 두 번 미뤘다고 해양청 보고서는 적었다.",
  "섬 주민들은 여러 해 전부터 선사 노르빅에 불만을 말해 왔으며 섬 의회는 노르빅이 맡기 전처럼 코린과 섬 사이 항로 운항을 다시 도에서 맡아야 한다고 주장한다.",
];
const KOREAN_ORCHARD = [
  "린드게이트 연구소 과학자들이 냉장하지 않아도 열한 달 동안 무르지 않는 사과 품종을 길러 냈으며 벨름 골짜기 농가들은 십일월에 어린나무 사천 그루를 처음 심는다.",
  "카리스라는 이름의 이 사과 품종은 식물학자 페트라 좀머가 오셀 근처 예배당 뒤에서 찾아낸 늙은 사과나무에서 나왔고 좀머는 오월에도 사과가 단단했다고 공책에 적었다.",
  "좀머와 연구소 동료들은 그 사과나무를 흔한 품종 열아홉 가지와 교배했다. 오셀 사과의 두꺼운 껍질 밀랍을 물려받은 품종은 두 가지뿐이었고 그 가운데 하나는 맛이 썼다.",
  "농가들은 냉장 비용이 생산 비용의 삼분의 일이라서 카리스 사과에 관심이 많다. 벨름 골짜기 협동조합은 어린나무 절반을 미리 샀고 카리스 사과가 팔릴 때마다 연구소에 돈을 낸다.",
  "식물학자 몇 사람은 아직 조심스럽다. 그런 껍질 밀랍은 야생 사과나무에 사는 나방을 부를 수 있고 카리스 품종을 린드게이트 연구소 밖에서 길러 본 농가는 아직 없다고 말한다.",
  "페트라 좀머는 아홉 해 여름 동안 나방을 한 번도 보지 못했다고 대답했다. 그래도 연구소는 어린나무 사이에 나방 덫을 놓고 가을마다 결과를 농가들에 알리기로 했다.",
  "가게에서 카리스 사과를 사려면 네 해를 기다려야 한다. 협동조합은 카리스 사과가 냉장 사과보다 조금 쌀 것으로 보며 벨름 골짜기 농가들은 사과 일부를 배로 수출하기를 바란다.",
  "오셀 근처 늙은 사과나무에는 이제 울타리가 있다. 다른 연구소 식물학자들이 가지를 너무 많이 꺾어 가자 좀머는 겨울 동안 사과나무를 지켜 달라고 골짜기 농가들에 부탁했다.",
];
const JAPANESE_FERRY = [
  "旅客船ハルバルド号が日曜日の未明、コリン岬の沖で乗客二百十二人を乗せたまま浅瀬に乗り上げた。沿岸警備隊は三時間のうちに乗客全員を陸に移し、けが人はいなかったと発表した。",
  "オリネ・ブレッケ船長は沿岸警備隊に対し、ハルバルド号のかじが土曜日に二度動かなくなったが、運航会社のノルビクから時刻表を守るよう命じられたと話した。",
  "ノルビクはこれを否定した。同社の広報担当者は、土曜日の夕方にコリン港でかじを点検し、技術者が旅客船の運航に問題はないと判断したと説明している。",
  "乗客によると、鈍い衝撃のあと長くこする音が続いた。旅客船の下の階の明かりが消え、船体が左に傾くと、ブレッケ船長は乗客全員に船尾へ歩くよう求めたという。",
  "沿岸警備隊の潜水士が干潮の時にハルバルド号の船底を調べる。それまで運航会社ノルビクは、コリンと沖の島を結ぶ航路に小型の旅客船シグルン号を充てる。",
  "海事局は午後、運航会社ノルビクへの調査を始めた。海事局はかじの記録と週末の時刻表、それに技術者が残した点検の記録をすべて出すようノルビクに求めている。",
];
const JAPANESE_ORCHARD = [
  "リンドゲート研究所の研究者が、冷やさなくても十一か月もつりんごの品種を作り出した。ベルム谷の農家は十一月に最初の苗木四千本を植えることにしている。",
  "カリスと名づけられたこのりんごは、植物学者ペトラ・ゾマーがオッセル近くの礼拝堂の裏で見つけた老木から生まれた。ゾマーは五月でも実が固かったと手帳に書いている。",
  "ゾマーと研究所の同僚は、老木をありふれた品種十九種と掛け合わせた。オッセルのりんごの厚いろうを受け継いだ品種は二つだけで、その一つは苦かったという。",
  "農家がカリスに関心を寄せるのは、冷蔵が費用の三分の一を占めるからだ。ベルム谷の協同組合は苗木の半分を予約し、りんごが売れるたびに研究所へ代金を払う。",
  "慎重な植物学者もいる。この種のろうは野生のりんごにつく蛾を呼ぶおそれがあり、リンドゲート研究所の畑の外でカリスを育てた農家はまだないと指摘する。",
  "ペトラ・ゾマーは、九年の夏に蛾は一度も現れなかったと答える。それでも研究所は苗木の間にわなを置き、その結果を毎年秋に農家へ知らせることにしている。",
];
const UNRELATED = [
  "Library cards in Brennholt are free from this month, and the reading room stays open until nine on weekdays.",
  "Two bridges over the Tammet will be painted green again after residents collected signatures in the spring.",
  "The chess club of Marrow Street won its match against the postal workers by five points to three.",
];

const textOf = (...paragraphs: ReadonlyArray<readonly string[]>): string => paragraphs.flat().join("\n\n");

function article(text: string, id: string): ComparedArticle {
  return { articleId: id as ArticleId, fingerprint: fingerprint(text), publisher: null, datePublished: null };
}

function decide(textA: string, textB: string): Evidence {
  const [a, b] = [article(textA, "a"), article(textB, "b")];
  const decision = decideFromRecords(a, b);
  return decision.kind === "decided" ? decision.evidence : decideFromTexts(a, b, textA, textB);
}

describe("a text that holds several stories", () => {
  it.each([
    ["one after the other", textOf(FERRY, ORCHARD)],
    ["the other way round", textOf(ORCHARD, FERRY)],
    ["under headlines", textOf(["Ferry aground"], FERRY, ["An apple for all seasons"], ORCHARD)],
    ["with a third story", textOf(FERRY, UNRELATED, ORCHARD)],
    ["with a last paragraph of two words", textOf(FERRY, ["It does."], ORCHARD, ["They will."])],
    [
      "with last sentences of two words",
      textOf(FERRY.slice(0, 7), [`${FERRY[7]} They insist.`], ORCHARD.slice(0, 7), [
        `${ORCHARD[7]} They hope.`,
      ]),
    ],
  ])("belongs to one of them at most: %s", (_, roundUp) => {
    const evidences = [FERRY, ORCHARD].map((story) => decide(textOf(story), roundUp));
    expect(evidences.filter(isEdge).length).toBeLessThan(2);
    expect(evidences).toContainEqual(expect.objectContaining({ relation: "partial", guard: "digest" }));
    const turned = [FERRY, ORCHARD].map((story) => decide(roundUp, textOf(story)));
    expect(turned.map(isEdge)).toEqual(evidences.map(isEdge));
  });

  it.each([
    ["without capitals", KOREAN_FERRY, KOREAN_ORCHARD],
    ["without spaces", JAPANESE_FERRY, JAPANESE_ORCHARD],
  ])("belongs to one of them at most in a script %s", (_, ferry, orchard) => {
    const evidences = [ferry, orchard].map((story) => decide(textOf(story), textOf(ferry, orchard)));
    expect(evidences.filter(isEdge).length).toBeLessThan(2);
    expect(isEdge(decide(textOf(ferry.slice(0, 3)), textOf(ferry)))).toBe(true);
    expect(isEdge(decide(textOf(orchard.slice(3)), textOf(orchard)))).toBe(true);
  });

  it("leaves its stories in two clusters in whatever order they come", () => {
    const day = (number: number): string => `2026-11-0${number}`;
    const texts = [textOf(FERRY), textOf(ORCHARD), textOf(FERRY, ORCHARD)];
    for (const [first, second, third] of [
      [1, 2, 3],
      [1, 3, 2],
      [2, 1, 3],
      [2, 3, 1],
      [3, 1, 2],
      [3, 2, 1],
    ] as const) {
      const dates = [day(first), day(second), day(third)];
      const placed = clusterBatch(
        texts.map((text, i) => ({ id: `text-${i}`, text, datePublished: dates[i] ?? null })),
      );
      expect(placed[0]?.clusterId).not.toBe(placed[1]?.clusterId);
      expect(new Set(placed.map(({ clusterId }) => clusterId)).size).toBe(2);
    }
  });

  it("is one text with a copy of itself", () => {
    const roundUp = textOf(FERRY, ORCHARD);
    const copy = textOf(["Morning edition"], FERRY, ORCHARD.slice(0, 7));
    expect(decide(roundUp, copy).relation).toBe("copy");
  });

  it("belongs to its main story where the other is short", () => {
    expect(decide(textOf(FERRY), textOf(FERRY, ORCHARD.slice(0, 5))).relation).toBe("copy");
    expect(decide(textOf(ORCHARD.slice(0, 5)), textOf(FERRY, ORCHARD.slice(0, 5))).guard).toBe("digest");
  });
});

describe("a column of briefs", () => {
  const BRIEFS = [
    "Firemen freed a cow from the swimming pool of a hotel in Marlow on Tuesday. The animal had broken through a garden fence at night and stood up to its belly in cold water when the porter found it at breakfast. It took a crane and eleven volunteers to lift it out, and the hotel sent the farmer its bill for the garden fence.",
    "The National Bank of Oderon left its interest rate at four percent on Thursday, as most economists had expected. Governor Halina Brandt said prices were still rising faster than wages, though slower than in spring. The bank meets again in March, and Governor Brandt would not say whether the rate could fall before the summer.",
    "Sprinter Joana Reis won the hundred metres in Castelar in 10.94 seconds on Sunday evening, the fastest time of her career. Reis had not raced since she tore a muscle in June. Her coach said the sprinter would now start over two hundred metres as well, and that the muscle had given her no trouble at all in training.",
    "A parcel with sixty live tarantulas was stopped at the airport of Veld on Wednesday. Customs officers opened the parcel because it was declared as knitting wool and rustled. The tarantulas are cared for by the zoo, whose keepers believe that they were bred in captivity; the customs service is looking for the sender.",
    "Commuters between Northgate and Ashby must change to buses until the end of the month, the railway said on Friday. Heavy rain had washed out the embankment near Ashby over a length of ninety metres. Engineers of the railway will first drain the embankment and then drive steel piles, and the buses leave every twenty minutes.",
    "Winegrowers around Sant Aurel expect their smallest harvest in thirty years. Frost in April killed the buds on the lower slopes, said Ioana Petrescu of the winegrowers' association, and hail in August took what was left of the grapes there. The association asks the ministry for loans without interest until the next harvest.",
    "A comet that nobody knew of passed the earth on Saturday at twice the distance of the moon. Two amateurs on Tenno island saw it first, nine hours before the observatory did. The comet will come back in about four thousand years, and it bears the names of both amateurs, who had met on the harbour wall by chance.",
    "The library of Quill Street has found a letter by the poet Anselm Voy behind a radiator. The poet, who lived opposite for nine years, complains in his letter about the noise of the trams and asks for a longer loan of two dictionaries. The library will show the letter from December, together with both dictionaries.",
  ];

  it("is an edge to none of them", () => {
    const column = BRIEFS.join("\n\n");
    for (const brief of BRIEFS) {
      expect(decide(brief, column)).toMatchObject({ relation: "partial", guard: "digest" });
      expect(isEdge(decide(column, brief))).toBe(false);
      expect(isEdge(decide(`News in brief\n\n${brief}`, column))).toBe(false);
    }
  });

  it("is one text with a copy of itself", () => {
    const copy = textOf(["Round the world"], BRIEFS.slice(0, 5));
    expect(decide(BRIEFS.join("\n\n"), copy).relation).toBe("copy");
  });

  it("is no story of which someone took the first two paragraphs", () => {
    for (const story of [FERRY, ORCHARD]) {
      expect(decide(textOf(story.slice(0, 2)), textOf(story)).relation).toBe("excerpt");
    }
  });
});

describe("a sentence that stands in a round-up twice", () => {
  it("does not hide where the second story begins", () => {
    const stock = "The news desk can be reached under the number printed on page two of every issue.";
    const closed = (story: readonly string[]): string => `${textOf(story)} ${stock}`;
    const roundUp = `${textOf(FERRY)} ${stock}\n\n${stock} ${textOf(ORCHARD)} ${stock}`;
    const shares = comparePassages(markText(roundUp), markText(closed(FERRY)));
    const mended = remaindersOf(markText(roundUp), shares.ownRuns);
    expect(shares.ownRuns).not.toEqual(mended);
    expect(mended.map(([from, to]) => to - from)).toEqual([
      markText(`${stock} ${closed(ORCHARD)}`).tokens.length,
    ]);
    expect(decide(closed(FERRY), roundUp).guard).toBe("digest");
  });

  it("is left alone where the passage says it once", () => {
    const text = markText(textOf(FERRY));
    const own = markText(textOf(FERRY.slice(0, 4))).tokens.length + 10;
    expect(remaindersOf(text, [[own, text.tokens.length]])).toEqual([[own, text.tokens.length]]);
  });
});

describe("a text that holds one story is no round-up", () => {
  it.each([3, 4, 5])("for a brief of its first %i paragraphs", (count) => {
    for (const story of [FERRY, ORCHARD]) {
      expect(["copy", "excerpt"]).toContain(decide(textOf(story.slice(0, count)), textOf(story)).relation);
    }
  });

  it("for its second half", () => {
    expect(["copy", "excerpt"]).toContain(decide(textOf(FERRY.slice(4)), textOf(FERRY)).relation);
  });

  it("with insertions on other matters", () => {
    const [first = "", second = "", third = ""] = UNRELATED;
    const inserted = textOf([first], FERRY.slice(0, 3), [second], FERRY.slice(3), [third]);
    expect(decide(textOf(FERRY), inserted).relation).toBe("copy");
    expect(decide(textOf(FERRY), textOf(FERRY, UNRELATED)).relation).toBe("copy");
  });
});

describe("cohesion", () => {
  it("is higher within a story than between two", () => {
    const text = markText(textOf(FERRY, ORCHARD));
    const end = markText(textOf(FERRY)).tokens.length;
    const passage = new PassageWords(text, [[0, end]]);
    const cohesion = cohesionOf(text, passage, [[end, text.tokens.length]], false);
    expect(cohesion.withinPassage).toBeGreaterThan(2 * cohesion.between);
    expect(cohesion.withinRemainder).toBeGreaterThan(2 * cohesion.between);
    expect(cohesion.repeatedKnown).toBeLessThan(0.2);
  });

  it("stays between 0 and 1 for any text and any cut", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(), fc.boolean(), (string, cut, isLong) => {
        const text = markText(string);
        const length = text.tokens.length;
        const end = cut % (length + 1);
        const passage = new PassageWords(text, [[0, end]]);
        for (const value of Object.values(cohesionOf(text, passage, [[end, length]], isLong))) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  it("counts a word that is said more than 65,536 times", () => {
    const text = markText("harbour ".repeat(2 ** 17 + 2));
    expect(new PassageWords(text, [[0, text.tokens.length]]).within).toBeCloseTo(1);
  });
});

describe("a text with a passage and many stories of its own", () => {
  const WORDS = ["harbour", "council", "ferries", "islands", "captain", "quarrel", "shipyard", "winters"];
  const sentence = (seed: number): string =>
    `${Array.from({ length: 24 }, (_, i) => WORDS[(seed * 7 + i * i + (seed >> (i % 5))) % WORDS.length]).join(" ")}.`;
  const paragraphs = (from: number, count: number): string =>
    Array.from({ length: count }, (_, i) => sentence(from + i)).join("\n\n");

  it("is read once, not once for each of them", () => {
    // The same words as in the stories, in other runs: the stories go on with it, so that none ends the search.
    const clause = (i: number): string =>
      `Clause ${i}: ${WORDS.map((word, k) => `${word} ${i * 10 + k}`).join(" ")}.`;
    const shared = Array.from({ length: 140 }, (_, i) => clause(i));
    const borders = Array.from({ length: 20 }, (_, i) => `Border ${i} lies beside marker ${i * 11}.`);
    const stories = borders.map((border, i) => `${border}\n\n${paragraphs(100 * i, 8)}`);
    const long = markText([...shared, ...stories].join("\n\n"));
    const short = markText([...shared, ...borders].join("\n\n"));
    const shares = comparePassages(long, short);
    expect(shares.ownRuns.length).toBeGreaterThanOrEqual(20);
    let reads = 0;
    const counted: MarkedText = {
      ...long,
      content: new Proxy(long.content, {
        get(target, key) {
          reads++;
          return Reflect.get(target, key, target);
        },
      }),
    };
    expect(holdsOtherStory(counted, shares, comparePassages(short, long), RULES)).toBe(false);
    expect(reads).toBeGreaterThan(0);
    expect(reads).toBeLessThanOrEqual(long.tokens.length);
  });
});
