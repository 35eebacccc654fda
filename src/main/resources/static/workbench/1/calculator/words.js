// Every sentence of the calculator.

export const types = [
  ['nominal', 'One label out of a set'],
  ['ordinal', 'One label, in an order'],
  ['interval', 'A number'],
  ['ratio', 'A size or count with a true zero'],
  ['multilabel', 'Any number of labels'],
  ['span', 'Marked stretches of text'],
  ['box', 'Boxes on images'],
  ['segment', 'Segments of time'],
  ['text', 'Free text'],
];

export const words = {
  title: 'Calculator',
  about: 'How far do people agree? Judgements go in, coefficients with their intervals come out. Nothing is stored.',
  input: 'Judgements',
  paste: 'CSV with the columns item, annotator and label, or JSON',
  choose: 'Choose a file',
  drop: 'Paste here, or drop a .csv or .json file.',
  file: (name, size) => `${name}, ${size}`,
  remove: 'Remove the file',
  type: 'Kind of label',
  categories: 'Labels to choose from',
  categoriesHint: 'With commas between them; in their order where they have one. Empty: those that occur.',
  example: 'Put in an example',
  calculate: 'Calculate',
  calculating: 'Calculating…',
  sent: (share) => `${Math.floor(share * 100)} % sent…`,
  nothing: 'Paste judgements or choose a file first.',
  result: 'Coefficients',
  basis: (answer) => `${answer.items} items, ${answer.judgements} judgements by ${answer.annotators} people`,
  heads: ['Coefficient', 'Value', '95 % interval', '', 'Items compared'],
  confusion: 'Which labels meet',
  tooMany: (n) => `The picture and the table are shown for up to 40 labels; here are ${n}. The numbers are in the answer as JSON.`,
  picture: 'Which labels meet, as a picture',
  png: 'Picture as PNG',
  svg: 'Picture as SVG',
  json: 'Answer as JSON',
  perClass: 'By class',
  classHeads: ['Class', 'Value', '95 % interval', '', 'Items'],
  meanings: 'What each coefficient means',
  jsonHint: 'The file says itself what kind of labels it has.',
};

export const example = `item,annotator,label
1,anna,refund
1,ben,refund
2,anna,billing
2,ben,refund
3,anna,billing
3,ben,billing
4,anna,other
4,ben,other
5,anna,refund
5,ben,refund
6,anna,other
6,ben,billing
7,anna,billing
7,ben,billing
8,anna,refund
8,ben,refund
`;
