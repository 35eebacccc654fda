// Every sentence about quality. Functions take numbers, codes and pseudonyms.

const two = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const part = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 });
const share = new Intl.NumberFormat('en-GB', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const points = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const exact = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 6 });

export const number = (value) => two.format(value);
export const count = (value) => whole.format(value);
export const cell = (value) => (Number.isInteger(value) ? whole : tenth).format(value);
export const percent = (value) => part.format(value);
export const fine = (value) => share.format(value);
export const precise = (value) => exact.format(value);
export const plural = (n, one, many = `${one}s`) => `${count(n)} ${n === 1 ? one : many}`;
export const signed = (difference) => points.format(100 * difference).replace('-', '−');
export const pointsOf = (difference) => `${signed(difference)} points`;

const reasons = {
  NO_ITEMS: 'there are no judgements yet',
  NO_PAIRABLE_ITEM: 'no item has two judgements, so there is nothing to compare',
  NO_VARIATION: 'all judgements name one label, so chance cannot be told from agreement',
  NO_SPANS: 'nobody marked anything on the items that can be compared',
  NOT_APPLICABLE: 'it is not made for this number of people or this kind of task',
  NO_GOLD: 'nobody has answered an item with a known answer yet',
  NOTHING_SHOWN: 'no suggestion was shown',
  NOTHING_HIDDEN: 'no suggestion was hidden, so there is nothing to compare with',
  NOTHING_PLANTED: 'no wrong suggestion was planted',
  NOT_LOOKED_AT: 'nobody has looked at one yet',
  NOT_MEASURED: 'it was not measured yet when the report was made',
};
export const reason = (code) => reasons[code] ?? `reason ${code}`;

const titles = {
  percentAgreement: 'Percent agreement',
  alphaNominal: 'Krippendorff’s alpha',
  alphaOrdinal: 'Krippendorff’s alpha, ordinal',
  alphaInterval: 'Krippendorff’s alpha, interval',
  alphaMasi: 'Krippendorff’s alpha, sets',
  alphaJaccard: 'Krippendorff’s alpha, sets by overlap',
  fleissKappa: 'Fleiss’ kappa',
  cohenKappa: 'Cohen’s kappa',
  congerKappa: 'Conger’s kappa',
  gwetAC1: 'Gwet’s AC1',
  gwetAC2: 'Gwet’s AC2',
  brennanPrediger: 'Brennan and Prediger’s kappa',
  unanimity: 'All equal',
  scottPi: 'Scott’s pi',
  spanF1Exact: 'F1 of spans, exact',
  spanF1ExactMeanOfPairs: 'F1 of spans, exact, mean of pairs',
};
const weights = { Linear: 'linear weights', Quadratic: 'quadratic weights', Ordinal: 'ordinal weights', Own: 'own weights' };

/**
 * The name of a coefficient as people say it.
 * @param {string} name
 * @param {Object[]} [formulas] of the server, where they were read
 */
export function titleOf(name, formulas = []) {
  const known = (id) => formulas.find((each) => each.name === id)?.title ?? titles[id];
  const weighted = Object.entries(weights).find(([suffix]) => name.endsWith(suffix));
  if (known(name) || !weighted) return known(name) ?? name;
  const family = name.slice(0, -weighted[0].length);
  return `${known(family) ?? family}, ${weighted[1]}`;
}

const between = ({ ciLow, ciHigh }) => `between ${number(ciLow)} and ${number(ciHigh)} with 95 % confidence`;
export const interval = (low, high) => `${number(low)} to ${number(high)}`;

const verdicts = { pass: 'passes', 'revise-guideline': 'the guideline needs revision', 'more-labels': 'more judgements are needed' };

/**
 * The page in one sentence.
 * @param {Object} agreement the coefficient that the gate decides on
 * @param {?string} verdict of the gate
 * @param {?string} ask the worst of several questions
 */
export function headline(agreement, verdict, ask = null) {
  const end = verdict ? `: ${verdicts[verdict] ?? 'does not pass'}.` : '. The gate has not decided yet.';
  if (ask) return `Of the questions, “${ask}” is the one to look at. ${headline(agreement, verdict)}`;
  return agreement.value === null
    ? `Agreement cannot be told: ${reason(agreement.reason)}${end}`
    : `Agreement is ${number(agreement.value)}, ${between(agreement)}${end}`;
}

const actions = {
  none: 'none needed',
  coach: 'clarification needed',
  watch: 'clarification may help',
  pause: 'clarification needed before more work',
};
export const action = (code) => actions[code] ?? code.replace(/-/g, ' ');

const routes = {
  unanimous: 'All said the same',
  'clear-majority': 'A clear majority',
  sure: 'The most probable label is sure enough',
  dissent: 'Somebody said otherwise',
  tie: 'No majority',
  unsure: 'The most probable label is not sure enough',
  'still-unsure': 'Still not sure after more judgements',
  improbable: 'The most probable label is improbable',
  'high-risk-dissent': 'Somebody disagreed on a class that is dear to mistake',
  'flagged-dissent': 'Disagreement with a person for whom clarification is needed',
  'only-flagged': 'Judged only by people for whom clarification is needed',
  incomplete: 'Judgements are missing',
  'no-judgement': 'Nobody judged it',
  abstained: 'Somebody gave no answer',
};
export const route = (rule) => routes[rule] ?? rule.replace(/-/g, ' ');

export const words = {
  title: 'Quality',
  of: (batch) => `Quality of ${batch}`,
  none: 'Nothing has been measured yet. Quality is measured when the last work package of the batch is in.',
  measured: (round, at) => `Measured ${round > 1 ? `${count(round)} times, last ` : ''}${at}`,
  earlier: (round, because) => `What the gate said ${round ? `of measurement ${count(round)}` : 'before'}: ${because}`,
  basis: (n) => `${plural(n.items, 'item')}, ${plural(n.judgements, 'judgement')} by ${plural(n.annotators, 'person', 'people')}`,
  versions: (n) => `label schema ${n.labelSchemaVersion}, guideline ${n.guidelineVersion}, formulas ${n.metricVersion}`,
  noAnswer: (number) => (number === '1' ? 'no answer' : `no answer (${number})`),
  abstained: (n) =>
    `${plural(n.cannotTell + n.wrongItem, 'judgement')} of ${count(n.judgements)} ${n.cannotTell + n.wrongItem === 1 ? 'gives' : 'give'} no answer: ` +
    `${count(n.cannotTell)} could not tell, ${count(n.wrongItem)} found something wrong with the item. That is ${fine(n.share)}, 95 % interval ${fine(n.low)} to ${fine(n.high)}. Each counts as disagreement.`,
  questions: 'Questions',
  questionsNote: 'each by the figure that its gate decides on; the gate reads the worst one',
  questionHeads: ['Question', 'Value', '95 % interval', '', 'Items compared'],
  showFigures: 'Figures',
  showFiguresOf: (ask) => `Show the figures of: ${ask}`,
  agreementOn: (ask) => `Agreement: ${ask}`,
  agreement: 'Agreement',
  agreementNote: 'the dot is the value, the line its 95 % interval; 0 is chance',
  heads: ['Figure', 'Value', '95 % interval', '', 'Items compared'],
  decides: 'the gate decides on this one',
  perClass: 'Agreement by class',
  perClassNote: 'each label against all others',
  classHeads: ['Class', 'Value', '95 % interval', '', 'Items', 'Share'],
  unclear: 'guideline unclear',
  confusion: 'Which labels meet',
  confusionNote: 'both on the same item; off the diagonal people disagree; a cell opens its items',
  confusionPlain: 'both on the same item; off the diagonal people disagree',
  cellLink: (one, other, n) => `${one} and ${other}: ${n}, open the items`,
  openItems: (title) => `Open the items of ${title}`,
  items: 'Items',
  confusionCaption: 'Rows and columns are labels; a cell counts how often the two were given to the same item',
  sum: 'Sum',
  gold: 'Answers to gold',
  goldNote: 'items with a known answer, under pseudonyms',
  goldHeads: ['Person', 'Right', '95 % interval', '', 'Clarification', 'Judged'],
  goldNone: 'Nobody has answered gold yet.',
  right: (gold) => `${count(gold.correct)} of ${count(gold.count)}`,
  everybody: 'All together',
  routing: 'Where items went',
  routingNote: 'by the rules of the table adjudication-routing, pass by pass',
  routingHeads: ['Pass', 'Why', 'What follows', 'Items', ''],
  routingNone: 'No item has been routed yet.',
  routes: { accept: 'accepted by votes alone', 'extra-label': 'one more person judges', review: 'a reviewer decides' },
  audit: 'Wrong among items accepted by votes',
  auditNote: ({ accepted, drawn, audited }) => `${count(drawn)} of ${count(accepted)} drawn by lot, ${count(audited)} looked at`,
  sampleItems: 'all looked at',
  sampleWrong: 'those that were wrong',
  auditHeads: ['Random audit', 'Share', '95 % interval', '', 'Items'],
  bias: 'What suggestions did',
  biasNote: 'differences in percentage points',
  shift: 'Pull of a shown suggestion (D2)',
  shiftWithin: 'The same, everybody compared with themselves',
  commission: 'Following a wrong suggestion (D3)',
  share: (same, all) => `${count(same)} of ${count(all)}`,
  biasHeads: ['Effect', 'Difference', '95 % interval', '', 'With', 'Without'],
  strata: (n) => plural(n, 'person', 'people'),
  acceptance: (value, accepted) => `For information: ${percent(value)} of shown suggestions became the judgement; ${plural(accepted, 'was', 'were')} taken over by the key for it. A good model is accepted often, so this alone says nothing about people.`,
  truth: 'How labels were settled',
  truthMethods: { majority: 'Majority', 'dawid-skene': 'Dawid-Skene: people are weighed by how they err' },
  truthFacts: { method: 'Method', items: 'Items with a label', tied: 'Without a single most probable one', perItem: 'Judgements per item, median', same: 'Same label as the majority', gold: 'Right on gold: majority, Dawid-Skene' },
  lot: 'Acceptance by sample',
  lotNote: 'a reviewer looks at some of the items that votes alone have settled, without knowing which',
  lotVerdicts: { accept: 'accepted', reject: 'more judgements are needed', incomplete: 'not all looked at yet' },
  lotFacts: { lot: 'Items settled by votes', sample: 'Of the sample looked at', allowed: 'May be wrong', found: 'Found wrong', limiting: 'What such a sample lets through' },
  limiting: (share, items) => `a batch with ${percent(share)} wrong items${items ? ` (${count(items)} here)` : ''} still passes one time in ten`,
  drift: 'From batch to batch',
  driftNote: 'this batch and those of its project before it',
  driftAgreement: 'Agreement',
  driftGold: 'Gold answered rightly',
  driftOne: 'This is the first measured batch of its project.',
  driftChart: (title, values) => `${title}, the oldest first: ${values.join(', ')}`,
  driftHeads: ['Batch', 'Measured', 'Agreement', 'Gold'],
  byBatch: 'Numbers by batch',
  undefined: 'undefined',
  because: (code) => `undefined: ${reason(code)}`,
  working: 'How it is made',
  workingOf: (title) => `How it is made: ${title}`,
  formula: 'Formula',
  source: 'Source',
  method: 'Interval',
  putIn: 'Put in',
  counted: 'Counted',
  leftOut: 'Left out',
  leftOutNone: 'Nothing was left out.',
  changed: 'Judgements have changed since this report was made; the counts below are those of now.',
  pairs: (n) => plural(n, 'pair of judgements', 'pairs of judgements'),
  compared: (n) => `${plural(n, 'item')} with two or more judgements`,
  left: {
    single: (n) => `${plural(n, 'item')} with a single judgement: nothing to compare it with`,
    unjudged: (n) => `${plural(n, 'item')} that nobody judged`,
    otherRound: (n) => `${plural(n, 'judgement')} of an earlier round, from before the guideline was revised or the item given out again`,
    replaced: (n) => `${plural(n, 'judgement')} that the same person corrected later`,
    gold: (n) => `${plural(n, 'judgement')} on items with a known answer`,
    adjudicated: (n) => `${plural(n, 'judgement')} of adjudicators, which settle an item and are not compared`,
  },
};
