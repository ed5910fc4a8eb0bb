/*
 * The words that invented stories are made of. Large enough that two stories hardly ever share four words
 * in a row: a phrase of one adjective and one noun has more than 50,000 forms.
 */

const words = (list: string): readonly string[] => list.trim().split(/\s+/);
const phrases = (list: string): readonly string[] =>
  list
    .trim()
    .split("\n")
    .flatMap((line) => line.split(","))
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");

export const NOUNS = words(`
  airfield allotment almanac anchor annex apiary appeal aquarium aqueduct arcade archive armoury atlas auction avenue
  backlog bakery ballot banknote barge barley barn barracks barrier beacon bench bequest blueprint boathouse boiler
  bollard boundary boycott brewery bridge budget buoy bursary bylaw cabinet cable campaign canal canopy canteen capsule
  caravan cargo carnival carriage casino cathedral causeway cavern ceiling census chapel charter chimney chronicle
  cider circular cistern clause clinic clocktower cloister coalition cobalt colliery column compass complaint compound
  concession conduit consortium convoy cooperative copper corridor cottage counter courtyard covenant crane crater crest
  crossing crypt culvert curfew currency customs dairy decree deposit depot derby detour dialect dispute district
  dockyard dome donation dormitory dowry drainage drill drought drawbridge dune duty dyke easement eclipse edition
  embankment embassy emblem engine ensemble envelope epidemic escalator estate estuary exhibit expedition extension
  fairground farmland fence ferry festival fjord flagpole fleet flood floodgate flotilla footbridge forecourt forge
  fortress foundry fountain franchise freezer freight frontier fund furnace gallery garrison gazette generator geyser
  glacier glasshouse granary grant graveyard grotto guild gutter gymnasium hailstorm hangar harbour harvest hatchery
  headland hearing heater hedge heirloom helicopter heritage highway hoard homestead hostel hydrant icebreaker incline
  incubator inquest inquiry instalment irrigation isthmus itinerary jetty journal jubilee judgment jury kennel kiln
  kiosk laboratory ladder lagoon landfill landing landslide lantern lattice laundry leaflet lease ledger levee levy
  library licence lifeboat lighthouse limestone livestock loan lobby locker lodge loom lottery lumber machinery magazine
  mansion manual manuscript marathon marina market marquee marsh masonry mausoleum meadow memorial merger meteorite
  mill mineral mirror monastery monument moorland mortgage mosaic motion motorway mound mural museum nursery oasis
  observatory orchard orchestra ordinance outcrop outpost oven overpass paddock pageant pamphlet parade parcel parish
  parkland parliament pasture patent pavement pavilion payroll peninsula pension permit petition pharmacy pier pigeon
  pilgrimage pipeline plateau platform playground plaza pledge plinth plough pocket pontoon poultry premium press
  prison prize promenade proposal prototype province pump quarry quartet quay quorum quota racecourse railway rampart
  ranch ravine reactor rebate receipt reed referendum refinery refuge regatta registry relic remedy report reservoir
  residence resort roadblock rooftop roster rotunda runway sanctuary sapling sawmill scaffold schooner scroll sculpture
  seaport seawall sediment seminar settlement sewer shelter shipment shipyard shoreline shrine shuttle sidewalk signal
  silo sluice smelter snowplough solar spillway spire stable stadium staircase statue steamer steeple stipend stockpile
  storehouse strait streetcar subsidy substation subway surcharge survey swamp switchboard tannery tapestry tariff
  tavern telescope terminal terrace theatre thicket timber timetable tollbooth tower township tractor tramway treasury
  treaty trench tribunal trophy tugboat tunnel turbine turnstile vaccine valley vault velodrome verdict vessel viaduct
  village vineyard voucher wage walkway wardrobe warehouse waterfall watermill waterway weir wetland wharf windmill
  winery woodland workshop wreck yacht zeppelin zoo`);

export const ADJECTIVES = words(`
  abandoned abrupt aging amber ambitious ancient annual arctic arid artificial austere awkward barren battered bilingual
  bitter bleak bold borrowed brackish brittle broken bronze bulky burnt busy calm capped careful ceremonial charred cheap
  chilly circular civic clandestine classic clumsy coastal coherent colossal compact composite concrete contested
  controversial costly covert crimson crooked crowded crumbling curious damp dated decisive deep defunct delayed dense
  derelict disputed distant divided domestic dormant draughty dusty eager eastern edible elaborate electric elegant
  elevated elusive emergency empty enclosed endangered enormous exclusive exempt exposed external fabled faded fallow
  famous fancy federal fertile fierce fiscal flawed flexible floating folded forested forgotten formal fractured fragile
  frequent frozen frugal futuristic generous genuine giant gilded glassy gloomy gradual granite grassy hasty hazardous
  heated heavy hidden historic hollow honorary hostile humble humid hybrid idle illegal immense impartial improvised
  inaugural incomplete industrial informal inland insured interim intricate invisible iron ivory jagged joint keen lavish
  layered lengthy lenient leaky licensed limited liquid local lofty lonely loud lucrative luminous magnetic makeshift
  mandatory marine massive medieval melted metal mild miniature misty mobile modest modular mossy mountainous muddy
  municipal murky muted narrow native neglected neutral nimble noisy nominal northern notable obscure obsolete odd
  offshore oily onshore opaque organic ornate outdated overdue overgrown painted partial patient peaceful peculiar
  permanent persistent pioneering plain polished popular porous portable potent precarious precious premature pristine
  private profitable prolonged prominent provincial provisional public quaint quiet radiant rapid rare rebuilt reckless
  recycled regional reluctant remote renovated rental resilient restored rigid risky rival robust rocky rotating rough
  rounded rugged rural rusty sacred salty sandy scarce scattered scenic seasonal secluded secret secure selective
  separate severe shaded shallow shared sheltered shiny silent silver skilled sleek slender slippery sloping smoky snowy
  solemn solitary southern spacious sparse splendid squat stable stagnant stalled steep sterile stolen stormy stranded
  strategic strict stubborn sturdy submerged subtle suburban sudden sunken superb surplus suspended swift tall tangled
  temperate temporary tenuous terraced thorough thorny tidal tidy tilted timid towering toxic traditional tranquil
  transparent troubled turbulent twin unclaimed underground uneven unfinished unlicensed unpaid unusual upland urban
  urgent vacant valuable vaulted veiled velvet verdant vertical viable vibrant vintage virtual volatile volcanic
  voluntary vulnerable warped watchful weary weathered western wicker windy winding wintry wooden worldwide worn`);

/** Past tense, taking an object. */
export const VERBS = words(`
  abandoned abolished absorbed accepted acquired adapted adjusted admired adopted advertised altered amended announced
  appraised approved assembled assessed auctioned audited authorised awarded backed balanced barricaded besieged blamed
  blocked boosted borrowed boycotted branded breached broadened broke built bulldozed buried bypassed calibrated
  cancelled captured catalogued celebrated certified challenged championed chartered cleaned cleared closed commissioned
  compared completed concealed condemned confiscated connected conserved consolidated contested converted copied
  corrected counted covered crossed curbed curtailed damaged debated declined decorated dedicated defended deferred
  delivered demolished denied described designed destroyed detected dismantled dismissed displayed disputed divided
  documented donated doubled drafted drained dredged eased elected emptied enclosed endorsed enlarged ensured erected
  evacuated evaluated examined exchanged excluded expanded explored exported extended fenced fertilised filled financed
  finished flagged flooded forfeited fortified founded funded furnished gathered granted guarded halted handled harvested
  heated hired hosted identified ignored illuminated imported improved inaugurated inherited inspected installed insulated
  insured introduced invested isolated joined judged justified labelled launched leased lengthened levelled licensed
  lifted limited linked listed loaded located lowered maintained managed mapped marketed measured mended merged
  modernised monitored mortgaged moved multiplied named narrowed negotiated nominated obtained occupied offered opened
  opposed ordered organised outlined overhauled overlooked oversaw overturned painted patched patrolled photographed
  piloted planned planted pledged polished postponed praised prepared preserved printed promoted proposed protected
  purchased quarantined questioned quoted raised ratified rebuilt recalled reclaimed recommended reconsidered recorded
  recovered recycled redesigned reduced refurbished refused registered regulated rejected released relocated removed
  renamed renewed renovated rented reopened repaired replaced repealed rescued reserved restored restricted retained
  returned revealed reviewed revised revived rewarded sabotaged salvaged sampled sanctioned scanned scrapped sealed
  searched secured seized separated settled shipped shortened shut simplified sketched sold sponsored stabilised staffed
  steered stored strengthened stripped studied submitted subsidised supervised supplied supported surrendered surrounded
  surveyed suspended swapped tested tightened toppled toured towed traced tracked traded transferred transformed
  transported trimmed tripled unblocked uncovered unloaded unveiled upgraded valued vetoed visited voided warned weighed
  welcomed widened withdrew withheld wrecked`);

/** Past tense, standing alone. */
export const HAPPENINGS = words(`
  accelerated advanced agreed appeared approached arrived awoke blossomed boomed buckled burned capsized ceased changed
  cheered climbed collapsed collided cracked crashed crept crumbled decayed declined deteriorated dissolved drifted dried
  dwindled echoed emerged erupted escalated evaporated expired exploded faded faltered fell flickered flourished froze
  gleamed grew hesitated hummed improved intervened jammed lagged landed lapsed leaked lingered loomed melted mutinied
  overflowed overheated paused perished persisted plunged prevailed prospered protested quarrelled reappeared rebounded
  receded recovered relented resigned resumed retired retreated returned revolted rotted rusted sagged sailed scattered
  shattered shifted shrank sank slipped slowed slumped soared spilled splintered spread stalled started stopped struggled
  stumbled surged survived swayed swelled tilted trembled tumbled vanished vibrated waited wavered weakened wilted
  withered wobbled yielded`);

export const PEOPLE_IN_PLURAL = words(`
  accountants actors apprentices archaeologists architects astronomers athletes bakers bankers barbers beekeepers
  biologists boatmen bookbinders brewers bricklayers builders butchers buyers carpenters cartographers chemists choristers
  clerks climbers coaches cobblers collectors commuters conductors cooks councillors couriers creditors curators cyclists
  dancers dealers dentists deputies designers divers dockers doctors donors drivers electricians engineers exporters
  farmers ferrymen firefighters fishermen foresters gardeners geologists glaziers grocers guards guides hikers historians
  hoteliers hunters importers inspectors insurers inventors investigators investors jewellers joiners journalists judges
  jurors labourers landlords lawyers lecturers librarians lifeguards machinists magistrates mechanics merchants midwives
  millers miners ministers motorists musicians nurses officials oarsmen painters parents passengers pensioners
  pharmacists photographers pilgrims pilots plumbers poets porters potters printers producers prosecutors publishers
  pupils rangers residents retailers riders sailors sculptors seamstresses senators shepherds shipbuilders shopkeepers
  signalmen singers skippers smiths soldiers spectators students surgeons surveyors swimmers tailors teachers technicians
  tenants tilers trainers translators travellers treasurers umpires veterans veterinarians villagers visitors volunteers
  voters waiters walkers wardens watchmakers weavers welders winemakers witnesses woodcutters writers zoologists`);

export const ROLES = phrases(`
  chair, chief engineer, deputy director, director, general secretary, head of research, head warden, harbourmaster,
  legal adviser, managing partner, operations manager, permanent secretary, planning officer, president, press officer,
  principal, project leader, quartermaster, regional governor, registrar, safety commissioner, senior economist,
  senior lecturer, spokesman, spokeswoman, superintendent, treasurer, vice chair`);

export const BODY_KINDS = phrases(`
  Academy, Agricultural Board, Appeals Court, Archive Trust, Boat Club, Chamber of Commerce, City Council, Coastguard,
  College, Conservancy, Cycling Federation, Development Bank, District Hospital, Electricity Company, Farmers' Union,
  Ferry Company, Fire Brigade, Forestry Agency, Garden Society, Harbour Authority, Heritage Fund, Highways Department,
  Historical Society, Housing Association, Institute of Technology, Insurance Group, Mining Inspectorate, Museum,
  Observatory, Orchestra, Planning Office, Police Department, Port Authority, Railway, River Commission, Rowing Club,
  Savings Bank, School Board, Shipping Line, Steelworks, Teachers' College, Tenants' League, Theatre Company, Tourist Office,
  Transport Executive, University, Waste Board, Water Company, Weather Service, Wildlife Trust`);

export const ADVERBS = words(`
  abruptly again anyway bluntly briefly calmly carefully cautiously cheaply clumsily completely deliberately discreetly
  eagerly elsewhere eventually formally frequently generously gently gradually grudgingly hastily immediately initially
  instead largely legally loudly meanwhile mostly narrowly nearby neatly nervously officially openly outright overnight
  partly patiently permanently personally plainly politely promptly properly publicly quickly quietly rapidly rarely
  reluctantly repeatedly routinely secretly separately sharply silently simply slowly smoothly somehow soon steadily
  strictly suddenly swiftly temporarily thoroughly twice unanimously unexpectedly unilaterally upstream voluntarily weekly
  wholly widely`);

export const TIMES = phrases(`
  before dawn, after midnight, on Monday, on Tuesday, on Wednesday, on Thursday, on Friday, on Saturday, on Sunday,
  last spring, last autumn, in early summer, in late winter, at noon, at dusk, during the storm, during the recess,
  within a fortnight, within hours, a decade ago, a year earlier, two weeks later, by the weekend, by nightfall,
  over the holiday, at the second attempt, at short notice, ahead of schedule, for the third time, without warning`);

export const SPEECH_VERBS =
  words(`added admitted argued claimed conceded declared explained insisted maintained noted
  recalled remarked replied said stressed told`);

export const TOPICS = phrases(`
  Arts, Business, Climate, Courts, Culture, Economy, Education, Energy, Environment, Farming, Fisheries, Food, Health,
  History, Housing, Industry, Labour, Local, Markets, Media, Motoring, Music, Nature, Obituaries, Opinion, Parliament,
  People, Photos, Podcasts, Politics, Property, Religion, Science, Shipping, Society, Sport, Technology, Theatre,
  Transport, Travel, Video, Weather, World`);

export const FIRST_NAMES = words(`
  Ada Agnes Alda Amos Anselm Arne Beata Bela Bram Carys Casper Cora Dara Delia Doru Edda Eino Elke Emeric Enid Fabia
  Fenna Floris Gerda Gideon Greta Hanno Hedda Idris Ilse Imre Ines Ivo Jarl Jonas Joris Kaja Karel Kester Lars Leda Linus
  Livia Luka Mabel Magda Marek Mira Nadia Nell Nils Odette Olin Orla Osric Paola Petra Piers Quill Rasmus Remy Rhona
  Rurik Sabine Selma Silas Sorin Tamsin Thea Tobin Ulla Ursel Vera Vito Wanda Wim Xenia Yannick Yrsa Zelda Zoltan`);

/** Syllables of invented surnames and places: 24 x 10 x 24 of each. */
export const NAME_STARTS = words("B Br C Cr D Dr F Fl G Gr H J K Kl L M N P R S Sk St T V");
export const NAME_MIDDLES = words("a e i o u ai ei au orr ell");
export const SURNAME_ENDS = words(`
  bakk berg card dahl den ders fford gard gren holt kamp land ling mann mark nes nik quist rell sen ska som ters vik`);
export const PLACE_ENDS = words(`
  bach berry borg bury by combe dale don ford gate ham haven holm leigh mere minster mouth ness port stead ton vale wick
  worth`);

export const AGENCIES = [
  "Meridian Wire",
  "Corvane Press",
  "Allport News Agency",
  "Boreal Press Service",
] as const;

/** Papers of invented towns. */
export const PAPER_NAMES = words(`
  Advertiser Argus Bee Bulletin Chronicle Citizen Courier Dispatch Echo Enquirer Examiner Express Gazette Globe Guardian
  Herald Independent Journal Ledger Mail Mercury Messenger Mirror Monitor News Observer Pilot Post Press Record Recorder
  Register Reporter Review Sentinel Standard Star Sun Telegraph Times Tribune Voice Watch World`);

/** One spelling each side of the ocean; an outlet's desk changes all of them. */
export const SPELLINGS: ReadonlyArray<readonly [uk: string, us: string]> = [
  ["harbour", "harbor"],
  ["labour", "labor"],
  ["theatre", "theater"],
  ["licence", "license"],
  ["plough", "plow"],
  ["armoury", "armory"],
  ["instalment", "installment"],
  ["authorised", "authorized"],
  ["organised", "organized"],
  ["modernised", "modernized"],
  ["stabilised", "stabilized"],
  ["subsidised", "subsidized"],
  ["fertilised", "fertilized"],
  ["catalogued", "cataloged"],
  ["cancelled", "canceled"],
  ["labelled", "labeled"],
  ["levelled", "leveled"],
  ["quarrelled", "quarreled"],
  ["per cent", "percent"],
  ["jewellers", "jewelers"],
  ["travellers", "travelers"],
  ["draughty", "drafty"],
];
