"""Recomputes the figures of a dataset's card from the dataset's files alone.

Knows the files as anybody may: README.md, data/ and lineage/. Ends with 1 and the differences where
a figure is not the printed one to its last digit.
"""
import collections
import decimal
import glob
import itertools
import json
import random
import re
import sys

ROUNDS = 1000
# Of the ends of an interval, which come from other random numbers or from a formula.
SLACK = 0.08

checked = []
wrong = []


def check(what, ours, printed):
    checked.append(what)
    if ours != printed:
        wrong.append('%s: %s computed, %s printed' % (what, ours, printed))


def rounded(value, digits):
    unit = decimal.Decimal(1).scaleb(-digits)
    return str(decimal.Decimal(repr(value)).quantize(unit, decimal.ROUND_HALF_UP))


def percent(share):
    return rounded(100 * share, 1) + ' %'


def lines(folder):
    for name in sorted(glob.glob(folder + '/*.jsonl')):
        with open(name, encoding='utf-8') as file:
            for line in file:
                yield json.loads(line)


def table(card, heading, first):
    """The rows under a heading whose header begins with this cell."""
    body = card.split('\n## ' + heading + '\n')[1].split('\n## ')[0]
    rows = [re.split(r'(?<!\\) \| ', row.strip('| ')) for row in body.splitlines() if row.startswith('|')]
    rows = [[re.sub(r'\\(.)', r'\1', cell.strip('| ')) for cell in row] for row in rows]
    start = next(at for at, row in enumerate(rows) if row[0] == first)
    found = []
    for row in rows[start + 2:]:
        if len(row) != len(rows[start]):
            break
        found.append(row)
    return rows[start], found


def planned(lineage):
    """What the first plan asked for: the answer of each annotator."""
    answers = {}
    for judgement in lineage['judgements']:
        if judgement['role'] == 'annotator' and not judgement.get('further', False):
            if 'spans' in judgement:
                said = frozenset((s['start'], s['end'], s['label']) for s in judgement['spans'])
            else:
                said = judgement['label']
            answers[judgement['annotator']] = said
    return answers


def pairs_agree(answers):
    pairs = list(itertools.combinations(answers.values(), 2))
    return sum(a == b for a, b in pairs) / len(pairs)


def several(units):
    return [answers for answers in units if len(answers) > 1]


def beyond(units, expected):
    observed = [pairs_agree(answers) for answers in several(units)]
    return (sum(observed) / len(observed) - expected) / (1 - expected) if expected < 1 else None


def shares(units):
    """Mean over items of the share of each label."""
    found = collections.Counter()
    for answers in units:
        for label in answers.values():
            found[label] += 1 / len(answers) / len(units)
    return found


def fleiss(units):
    return beyond(units, sum(share * share for share in shares(units).values()))


def ac1(labels):
    def figure(units):
        found = shares(units).values()
        return beyond(units, sum(share * (1 - share) for share in found) / (labels - 1))
    return figure


def cohen(units):
    people = sorted({person for answers in units for person in answers})
    both = [answers for answers in units if len(answers) == 2]
    margins = [collections.Counter(answers[person] for answers in both) for person in people]
    labels = set(margins[0]) | set(margins[1])
    return beyond(both, sum(margins[0][l] * margins[1][l] for l in labels) / len(both) ** 2)


def alpha(units):
    """Krippendorff 2011, nominal, by the matrix of coincidences."""
    together = collections.Counter()
    for answers in several(units):
        for a, b in itertools.permutations(answers.values(), 2):
            together[a, b] += 1 / (len(answers) - 1)
    margins = collections.Counter()
    for (a, _), count in together.items():
        margins[a] += count
    n = sum(margins.values())
    observed = sum(count for (a, b), count in together.items() if a != b)
    expected = (n * n - sum(count * count for count in margins.values())) / (n - 1)
    return 1 - observed / expected if expected else None


def span_f1(units):
    common = 0
    marked = 0
    for answers in units:
        for a, b in itertools.combinations(answers.values(), 2):
            common += len(a & b)
            marked += len(a) + len(b)
    return 2 * common / marked if marked else None


def drawn(units, figure):
    source = random.Random(7)
    found = [figure([source.choice(units) for _ in units]) for _ in range(ROUNDS)]
    found = sorted(value for value in found if value is not None)
    return found[int(0.025 * len(found))], found[int(0.975 * len(found)) - 1]


def batch(row, spans, labels, records, lineages):
    name = row[0]
    check(name + ' records', str(len(lineages)), row[1])
    units = [answers for answers in map(planned, lineages) if answers]
    compared = several(units)
    if spans:
        agreement = sum(len(set(answers.values())) == 1 for answers in compared) / len(compared)
    else:
        agreement = sum(map(pairs_agree, compared)) / len(compared)
    check(name + ' agreement', percent(agreement), row[2])
    printed = re.fullmatch(r'(\S+) \((\S+) to ([^ )]+)\)(?:, (.*))?', row[3])
    figure = {
        None: span_f1,
        "Krippendorff's alpha": alpha,
        "Fleiss' kappa": fleiss,
        "Cohen's kappa": cohen,
        "Gwet's AC1": ac1(labels),
    }[printed.group(4)]
    check(name + ' coefficient', rounded(figure(units), 3), printed.group(1))
    for ours, theirs in zip(drawn(units, figure), printed.group(2, 3)):
        checked.append(name + ' interval')
        if abs(ours - float(theirs)) > SLACK:
            wrong.append('%s interval: %s computed, %s printed' % (name, ours, theirs))
    adjudicated = sum(records[each['id']]['method'] == 'adjudication' for each in lineages)
    check(name + ' adjudicated', percent(adjudicated / len(lineages)), row[5])


def votes(records, lineages):
    """Votes are all judgements of annotators, those asked for later included."""
    for each in lineages:
        record = records[each['id']]
        given = [j for j in each['judgements'] if j['role'] == 'annotator']
        if 'votes' in record:
            check(each['id'] + ' votes', dict(collections.Counter(j['label'] for j in given)), record['votes'])
        else:
            check(each['id'] + ' judgements', len(given), record['judgements'])
        soft = record.get('soft', {})
        if soft.get('method') == 'majority':
            shares = collections.Counter(j['label'] for j in given)
            for label, share in soft['labels'].items():
                check(each['id'] + ' soft', abs(shares[label] / len(given) - share) < 1e-4, True)


def classes(card, records):
    counts = collections.Counter()
    for record in records.values():
        counts.update([record['label']] if 'label' in record else [s['label'] for s in record['spans']])
    _, rows = table(card, 'Classes', 'Number')
    for row in rows:
        check(row[1] + ' count', str(counts[row[1]]), row[3])
        check(row[1] + ' share', percent(counts[row[1]] / sum(counts.values())), row[4])


def main():
    with open('README.md', encoding='utf-8') as file:
        card = file.read()
    records = {record['id']: record for record in lines('data')}
    header, rows = table(card, 'How far to trust it', 'Batch')
    of_batch = collections.defaultdict(list)
    for each in lines('lineage'):
        of_batch[each.get('batch', rows[0][0])].append(each)
    labels = len(table(card, 'Classes', 'Number')[1])
    for row in rows:
        batch(row, header[2] == 'All equal', labels, records, of_batch[row[0]])
        votes(records, of_batch[row[0]])
    classes(card, records)
    print('\n'.join(wrong))
    print('%d figures, %d further judgements, %d batches' % (
        len(checked),
        sum(j.get('further', False) for all in of_batch.values() for e in all for j in e['judgements']),
        len(rows)))
    sys.exit(1 if wrong else 0)


main()
