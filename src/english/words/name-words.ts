/** The closed classes of words that news English builds names with: titles, roles, suffixes, heads, links. */
import { wordSet } from './word-set.ts'

/** Days and months: capitalised, but no names. “May” is left out; the story decides it. */
export const CALENDAR = wordSet(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays
  January February March April June July August September October November December
  Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri. Sat. Sun.
  Feb Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri`)

/** Honorifics: what follows is a person. */
export const HONORIFICS = wordSet(`
  Mr. Mrs. Ms. Mx. Mr Mrs Ms Mx Miss Dr. Dr Prof. Prof Sir Dame Lady Lord Rev. Rev Sen. Sens. Sen Rep. Reps. Rep Gov. Gov Gen. Gen
  Det Insp Supt Atty Amb Brig Msgr Cpl Pvt Cmdr Madame Madam Monsieur Viscount
  Lt. Lt Col. Col Capt. Capt Sgt. Sgt Maj. Maj Adm. Adm Cmdr. Cpl. Pvt. Hon. Messrs. Messrs Fr. Supt. Insp. Det. Atty. Amb. Brig. Msgr.`)

/** Roles: before a name they are its title (“President Xi Jinping”), alone they are no name (“the Prime Minister”). */
export const ROLES = wordSet(`
  President Presidents LHP RHP DJ Minister Ministers Secretary Senator Senators Congressman Congresswoman Representative Representatives Governor
  Governors Mayor Chancellor Premier Chairman Chairwoman Chairperson Chair CEO CFO COO CTO CIO CMO Executive Officer Director Directors Manager
  Spokesman Spokeswoman Spokesperson Ambassador Commissioner Judge Justice Justices Attorney Prosecutor Sheriff Detective Inspector
  Sergeant Lieutenant Captain Major Colonel General Admiral Commander Marshal Brigadier Corporal Constable Superintendent King Queen Prince
  Princess Emperor Duke Duchess Earl Baron Baroness Count Countess Sultan Emir Sheikh Sheik Pope Cardinal Archbishop Bishop Father Sister
  Brother Pastor Reverend Rabbi Imam Ayatollah Professor Doctor Coach Economist Analyst Editor Correspondent Reporter Founder Co-founder
  Cofounder Treasurer Comptroller Auditor Speaker Leader Whip Councillor Councilman Councilwoman Alderman Assemblyman Assemblywoman
  Delegate Lawmaker Parliamentarian Head Chief Counsel Administrator Superintendant Principal Dean Provost Rector Chaplain Nurse Agent
  Officer Trooper Deputy Envoy Negotiator Laureate Nominee Candidate`)

/** Words that stand before a role and belong to it: “Prime Minister”, “acting Deputy Attorney General”. */
export const ROLE_MODIFIERS = wordSet(`
  Prime Vice Deputy Chief First Second Acting Assistant Associate Executive Managing Senior Junior Former Ex Late Foreign Finance Defence
  Defense Interior Home Health Education Energy Environment Trade Treasury Transport Transportation Commerce Labor Labour Agriculture
  Justice Culture Housing Welfare Economy Economic Industry Immigration Security Science Technology Information State Press
  Attorney Solicitor Inspector Surgeon Special National Regional General District County City Town Police Fire Supreme High Crown Lord Lady
  Chief-of-Staff Democratic Republican Labour Conservative Opposition Majority Minority Shadow Under Crown Military Army Navy Air Staff
  Investment Marketing Operating Financial Technical Technology Medical Legal Scientific Research Human Resources Communications Head Lead`)

/**
 * Roles that are also the first word of a name (“General Motors”, “Queen Mary”): titles only before an uncommon word.
 */
export const AMBIGUOUS_ROLES = wordSet(`
  General King Queen Prince Princess Duke Earl Count Major Father Sister Brother Justice Judge Chief Head Chair Leader Whip Baron Marshal
  Principal Dean Executive Officer Agent Delegate Counsel Cardinal Pope Speaker Attorney`)

/** What companies and people carry behind their names. */
export const SUFFIXES = wordSet(`
  Pvt. Pvt Inc. Inc Incorporated Corp. Corp Corporation Co. Co Company Ltd. Ltd Limited PLC Plc plc LLC L.L.C. LLP LP L.P. AG A.G. SA S.A. NV N.V. BV B.V.
  GmbH SpA S.p.A. AB ASA Oy Oyj KK K.K. A/S AS SE Pte Pty Bhd Berhad Tbk Cos. Cos Bros. Bros Group Holdings Holding
  Jr. Jr Sr. Sr II III IV Esq. Esq`)

/** Suffixes that tell a person. */
export const PERSON_SUFFIXES = wordSet('Jr. Jr Sr. Sr II III IV Esq. Esq')

/** Suffixes that a comma may part from the name: “Alphabet, Inc.”. */
export const COMMA_SUFFIXES = wordSet(
  'Inc. Inc Ltd. Ltd LLC L.L.C. LLP LP L.P. Corp. Corp Co. Co PLC Plc plc Jr. Jr Sr. Sr II III IV S.A. N.V. Incorporated',
)

/** Heads that “of” joins to what follows: “Bank of America”, “Ministry of Commerce”. */
export const HEADS_BEFORE_OF = wordSet(`
  Bank Department Ministry University House Court Office Council Board Institute Republic Chamber Bureau Commission Association Federation
  Union Academy College Church Cathedral Kingdom States Society School Museum Gulf Isle Isles Cape Bay Strait Sea City Port Organization
  Organisation League Confederation Conference Congress Center Centre Exchange Army Party Movement Front Lords Commons Medal Order Committee
  Book Lake Province State District Archdiocese Diocese Companies Fund Authority Agency Division Hall Battle Bill Declaration Statue Tower
  Duchess Duke Earl Prince Princess Archbishop Bishop Lord Library Bar Foundation Assembly Tomb Temple Sons Daughters Knights Game Lord
  Corps Coast Side Festival Guild Mount River Valley Treaty Statue Rock Horn Plain Bank's Tournament Cup Theatre Tales`)

/** Heads that “for” joins: “Centers for Disease Control”, “Center for Strategic Studies”. */
export const HEADS_BEFORE_FOR = wordSet(
  'Center Centre Centers Centres Campaign Institute Association Society Committee Council Coalition Foundation Office Agency Party Alliance Movement Commission Fund Partnership Citizens Americans Doctors Mothers Students Students',
)

/** Heads on which “X and Y” ends: “the Food and Drug Administration”. */
export const HEADS_AFTER_AND = wordSet(`
  Administration Commission Department Ministry Committee Agency Bureau Council Service Services Authority Board Office Enforcement Institute
  Association Act Center Centre Corporation Organization Organisation Fund Bank Foundation Society Conference Institution Prevention Museum
  Technology Infrastructure Budget Explosives Gas Border University College Exchange Laboratory Union Ltd Inc. Inc Co. Co Sons Company`)

/** Heads that tell an organisation where a name ends with one. */
export const ORGANISATION_HEADS = wordSet(`
  Bank University College Ministry Department Agency Commission Council Committee Association Party Union Court Institute Foundation Society
  Airlines Airways Motors Industries Systems Technologies Partners Capital Securities Insurance Pharmaceuticals Energy Media Press News
  Times Post Journal Guardian Telegraph Tribune Herald Gazette Administration Bureau Board Authority Service Police Army Navy Parliament Senate
  Congress House Treasury Pentagon Group Holdings Electronics Telecom Communications Entertainment Pictures Records Studios Labs Research
  Hospital School Church Club United FC Rovers Athletic`)

/** Peers, whose title takes a place: “Lord Adeyemi of Peckham”. */
export const PEERS = wordSet(
  'Lord Lady Baron Baroness Viscount Viscountess Earl Duke Duchess Marquess Marquis Prince Princess',
)

/** Firms whose name is a possessive: “McDonald’s” is no McDonald. Keys without the apostrophe’s kind. */
export const POSSESSIVE_FIRMS = wordSet(`
  McDonald Moody Macy Sotheby Christie Levi Kohl Wendy Lowe Sainsbury Denny Arby Domino Kellogg Hershey Reese Poor Poor's Jerry Applebee Chili
  Dillard Hardee Morrison Waterstone Bloomingdale Nordstrom's Carl Popeye Papa Zaxby Culver Lay Smucker Mrs`)

/** Bodies that go by one ordinary word: at the start of a sentence or in a title they are names all the same. */
export const STANDING_NAMES = wordSet('Treasury Congress Senate Parliament Kremlin Pentagon Downing Fed')

/** Names that take a figure: “S&P 500”, “Boeing 737”, “iPhone 17”. */
export const NUMBERED = wordSet(`
  S&P Nikkei FTSE CAC DAX Russell Fortune Stoxx STOXX IBEX Nifty Hang Boeing Airbus iPhone iPad Galaxy Windows Peugeot Route Highway Flight Apollo
  Formula Fahrenheit Area Catch Channel Interstate Pixel PlayStation Xbox Mi Falcon Soyuz Crew Starship Tu MiG Tupolev Sukhoi F`)

/** Small words within names of people and places: “Ursula von der Leyen”, “Rio de Janeiro”, “Osama bin Laden”. */
export const LINKS = wordSet(
  'upon de da do dos das del della di du des la le les el al van von der den ter ten bin ibn bint y e zu af av ap',
)

/** Ordinary words that open many names: at the start of a sentence, before a capital, they belong to the name. */
export const NAME_OPENERS = wordSet(`
  North South East West Northern Southern Eastern Western Central New Great Greater Upper Lower Inner Outer Saint San Santa Los Las El La Le Fort
  Mount Lake Cape Port Royal National United American British Canadian Australian European African Asian Indian International World Federal
  First Bank University Ministry Department Hurricane Storm Air Grand Old Big Little Red White Black Blue Green Golden Silver Holy Sun Star
  Home Best General Standard Universal Pacific Atlantic Global Liberty Union`)

/**
 * Possessives that stand within names: “People’s Liberation Army”, “St. John’s University”, “Moody’s Investors
 * Service”.
 */
export const POSSESSIVE_OPENERS = wordSet(
  'People Children Women Men King Queen Prince Veterans Teachers Writers Farmers Workers Moody Lloyd Macy Sotheby Christie McDonald Levi Dick Kohl Wendy Lowe Sainsbury John James Mary Patrick Paul Andrew George Peter Jude Thomas Luke',
)

/** Trades that end so stand before a company’s name and are no part of it: “Drugmaker Pfizer”. */
export const TRADE = /(?:maker|seller|builder|tech|retailer|startup|start-up|owner)s?$/

/** Words that open a sentence and are hardly ever part of the name behind them. */
export const STARTERS = wordSet(`
  the a an he she it they we you i but and in on at if as this that these those there his her its their our my your for so when while after
  before since although though however meanwhile not no yet still also both some many most all one two three four five six seven eight nine
  ten what who whom whose why how where which with by from to under over about according other another each every last next then now once
  only even just during among between because despite until nor or here such than too very more less few several any either neither whether
  unless instead again later earlier soon perhaps maybe indeed thus hence moreover furthermore additionally nevertheless nonetheless besides
  without within against through throughout across along around near off out up down above below beyond behind beside inside outside toward
  towards upon via per plus like unlike amid amidst alongside following including given regarding concerning considering said says asked
  yes well oh please thanks let's don't can't won't it's that's there's what's he's she's they're we're you're i'm it’s that’s there’s what’s
  he’s she’s they’re we’re you’re i’m let’s don’t can’t won’t did does do is are was were be been being has have had will would can could may
  might must shall should get got make made take took come came go went see saw say`)

/** Capitalised words and letters that are no names: roles in letters, units, things. */
export const COMMON_ACRONYMS = wordSet(`
  AI TV TVs PC PCs CD DVD GDP GNP CPI PMI IPO IPOs ETF ETFs EV EVs SUV SUVs DNA RNA HIV AIDS COVID Covid COVID-19 Covid-19 ID IDs IT PR HR VIP
  MP MPs PhD Ph.D. MBA M.B.A. OK AM PM A.M. P.M. GMT EST EDT CST CDT MST MDT PST PDT BST CET UTC ET PT FAQ Q&A R&D M&A B.C. A.D. BC AD SMS GPS URL
  PDF USB HTML API APIs CPU GPU GPUs LED LCD UFO ATM CCTV CFO CEO CEOs COO CTO CIO CMO CFOs KC QC LHP RHP MVP OBE MBE CBE Rs Aaa PG-13 R-rated U-turn Q1 Q2 Q3 Q4 H1 H2 Internet Web`)
