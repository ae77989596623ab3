"""Trains the tagger, parser and name finder of models/parser.bin on UD EWT and the CC BY genres of GUM.

One bidirectional LSTM reads hashed word features; heads on top of it give tags, dependency arcs and labels
(deep biaffine attention, Dozat & Manning 2017) and BIO name labels; the weights kept are a running mean. Names are learned from GUM's entities
(proper names only), wikigold, WNUT17 and CrossNER politics; batches from the last three train the name head alone.
The row of a word is what is learned for it (or for any unknown word) plus a learned projection of its GloVe vector
(Pennington, Socher & Manning 2014; public domain), so that a word no treebank has stands beside its kin. In a share of the sentences verbs and nouns give way to words of the
news of conflict in the same form and construction (training/news-words.ts), and what is said is told before who said it.

    node training/news-words.ts > scratch/news-words.json
    python training/parser.py --corpora ../shared/corpora --vectors glove.6B.100d.txt --news scratch/news-words.json --out scratch/parser.pt
"""
import argparse
import json
import random
import re
import time
from collections import Counter

import torch
import torch.nn as nn
import torch.nn.functional as F

OPTIONS = argparse.ArgumentParser()
OPTIONS.add_argument('--corpora', default='../shared/corpora')
OPTIONS.add_argument('--vectors', required=True, help='GloVe in its text form: a word and its numbers a line, the commonest word first')
OPTIONS.add_argument('--news', required=True, help='what training/news-words.ts prints')
OPTIONS.add_argument('--vector-words', type=int, default=32000, help='how many of the commonest words of GloVe get a row')
OPTIONS.add_argument('--out', default='scratch/parser.pt')
OPTIONS.add_argument('--epochs', type=int, default=24)
OPTIONS.add_argument('--threads', type=int, default=2)
OPTIONS.add_argument('--hidden', type=int, default=128)
OPTIONS.add_argument('--layers', type=int, default=2)
OPTIONS.add_argument('--words', type=int, default=96)
OPTIONS.add_argument('--rate', type=float, default=2.5e-3)
OPTIONS.add_argument('--drop', type=float, default=0.33)
OPTIONS.add_argument('--exchanged', type=float, default=0.3, help='share of sentences in which words give way to words of the news')
OPTIONS.add_argument('--attributed', type=float, default=0.12, help='share of plain statements to which who said it is added')
OPTIONS.add_argument('--lower', type=float, default=0.06, help='share of sentences read in lower case')
ARGS = OPTIONS.parse_args()
torch.set_num_threads(ARGS.threads)
torch.manual_seed(1)
random.seed(1)

BUCKETS, SHAPES = 5000, 2000
KINDS = {'person': 'PER', 'organization': 'ORG', 'place': 'LOC'}
NAMES = ['O'] + [f'{b}-{k}' for k in ('PER', 'ORG', 'LOC', 'MISC') for b in 'BI']
NAME_INDEX = {n: i for i, n in enumerate(NAMES)}


# ---- corpora -------------------------------------------------------------------------------------------------------

def entity_names(rows):
    """BIO labels of the proper names among GUM's entity brackets; None where the sentence has no entity layer."""
    open_, spans = [], []
    for i, c in enumerate(rows):
        m = re.search(r'(?:^|\|)Entity=([^|]*)', c[9])
        if not m:
            continue
        for part in re.findall(r'\([^()]*\)?|[^()]*\)', m.group(1)):
            if part.startswith('('):
                group, kind = part[1:].rstrip(')').split('-')[:2]
                open_.append((group, kind, i))
            if part.endswith(')'):
                group = part.strip('()').split('-')[0]
                for k in range(len(open_) - 1, -1, -1):
                    if open_[k][0] == group:
                        _, kind, start = open_.pop(k)
                        spans.append((start, i + 1, kind))
                        break
    labels = ['O'] * len(rows)
    for start, end, kind in sorted(spans, key=lambda s: s[0] - s[1]):
        while start < end and rows[start][3] == 'DET':
            start += 1
        while end > start and rows[end - 1][3] in ('PART', 'PUNCT'):
            end -= 1
        inner = rows[start:end]
        if not inner or inner[0][3] != 'PROPN' or not all(c[3] in ('PROPN', 'ADP', 'DET', 'NUM', 'PUNCT', 'CCONJ') for c in inner) or len(inner) > 8:
            continue
        if any(label != 'O' for label in labels[start:end]):
            continue
        name = KINDS.get(kind, 'MISC')
        for j in range(start, end):
            labels[j] = ('B-' if j == start else 'I-') + name
    return labels


def treebank(path, named):
    sentences, rows = [], []
    for line in list(open(path, encoding='utf-8')) + ['\n']:
        line = line.rstrip('\n')
        if not line:
            if rows:
                names = entity_names(rows) if named else None
                sentences.append({'words': [c[1] for c in rows], 'tags': [f'{c[3]}|{c[4]}' for c in rows], 'heads': [int(c[6]) for c in rows], 'rels': [c[7] for c in rows], 'names': names})
            rows = []
        elif line[0] != '#':
            c = line.split('\t')
            if '-' not in c[0] and '.' not in c[0]:
                rows.append(c)
    return sentences


CROSSNER = {'politician': 'PER', 'person': 'PER', 'location': 'LOC', 'country': 'LOC', 'organisation': 'ORG', 'politicalparty': 'ORG', 'election': 'MISC', 'event': 'MISC', 'misc': 'MISC'}
WNUT = {'person': 'PER', 'location': 'LOC', 'group': 'ORG', 'corporation': 'ORG', 'creative-work': 'MISC', 'product': 'MISC'}
PLAIN = {k: k for k in ('PER', 'ORG', 'LOC', 'MISC')}


def tagged(path, separator, kinds):
    sentences, words, names = [], [], []
    before = 'O'
    for line in list(open(path, encoding='utf-8')) + ['\n']:
        cells = line.rstrip('\n').split(separator)
        if len(cells) < 2 or not cells[0].strip():
            if words:
                sentences.append({'words': words, 'names': names})
            words, names, before = [], [], 'O'
            continue
        kind = kinds.get(cells[1][2:], None)
        begin = kind and (cells[1][0] == 'B' or before != kind)
        names.append('O' if not kind else ('B-' if begin else 'I-') + kind)
        before = kind or 'O'
        words.append(cells[0])
    return sentences


C = ARGS.corpora
train = treebank(f'{C}/ud_ewt/train.conllu', False) + treebank(f'{C}/gum/train.conllu', True)
train = [s for s in train if len(s['words']) <= 120]
name_train = tagged(f'{C}/ner/wikigold/CONLL-format/data/wikigold.conll.txt', ' ', PLAIN) \
    + tagged(f'{C}/ner/WNUT17/CONLL-format/data/train/wnut17train.conll', '\t', WNUT) \
    + tagged(f'{C}/ner/crossner_politics/train.txt', '\t', CROSSNER) + tagged(f'{C}/ner/crossner_politics/test.txt', '\t', CROSSNER)
name_train = [s for s in name_train if len(s['words']) <= 120]
dev = {'EWT': treebank(f'{C}/ud_ewt/dev.conllu', False), 'GUM': treebank(f'{C}/gum/dev.conllu', True)}
name_dev = tagged(f'{C}/ner/crossner_politics/dev.txt', '\t', CROSSNER)


# ---- features ------------------------------------------------------------------------------------------------------

def plain(word):
    return re.sub(r'[0-9]', '0', word)


counts = Counter(plain(w).lower() for s in train for w in s['words'])
counts.update(plain(w).lower() for s in name_train for w in s['words'])
VOCABULARY = {w: i + 2 for i, (w, c) in enumerate(counts.most_common()) if c >= 2}
LEARNED = len(VOCABULARY) + 2  # rows below this are learned for the word itself; those above share the row of unknown words
vectors = {}
for rank, line in enumerate(open(ARGS.vectors, encoding='utf-8')):
    word, *values = line.rstrip('\n').split(' ')
    if word in counts or (rank < ARGS.vector_words and re.fullmatch(r"[a-z][a-z'.-]*", word)):
        vectors[word] = [float(v) for v in values]
        VOCABULARY.setdefault(word, len(VOCABULARY) + 2)
TAGS = [t for t, c in Counter(t for s in train for t in s['tags']).most_common() if c >= 3]
RELS = [r for r, c in Counter(r for s in train for r in s['rels']).most_common() if c >= 5]
TAG_INDEX = {t: i for i, t in enumerate(TAGS)}
REL_INDEX = {r: i for i, r in enumerate(RELS)}


def fnv(text):
    """FNV-1a, 32 bits, over UTF-8."""
    h = 0x811C9DC5
    for byte in text.encode():
        h = ((h ^ byte) * 0x01000193) & 0xFFFFFFFF
    return h


def shape(word):
    out = ''
    for ch in word:
        kind = 'd' if ch.isdigit() else 'X' if ch.isupper() else 'x' if ch.islower() else ch
        if not out or out[-1] != kind or kind in '-.':
            out += kind
        if len(out) >= 6:
            break
    return out


def features(word):
    """Word, 3-suffix, 3-prefix, shape, 5-suffix, first two with last two letters."""
    n = plain(word)
    low = n.lower()
    return [VOCABULARY.get(low, 1), 1 + fnv('s3' + low[-3:]) % BUCKETS, 1 + fnv('p3' + low[:3]) % BUCKETS, 1 + fnv('sh' + shape(n)) % SHAPES,
            1 + fnv('s4' + low[-5:]) % BUCKETS, 1 + fnv('p1' + low[:2] + low[-2:]) % BUCKETS]


CACHE = {}


def cached(word):
    if word not in CACHE:
        CACHE[word] = features(word)
    return CACHE[word]


# ---- network -------------------------------------------------------------------------------------------------------

class Network(nn.Module):
    def __init__(self):
        super().__init__()
        w, h = ARGS.words, ARGS.hidden
        sizes = {'ew': (LEARNED, w), 'es': (BUCKETS + 1, 48), 'ep': (BUCKETS + 1, 32), 'eh': (SHAPES + 1, 16), 'e4': (BUCKETS + 1, 48), 'e1': (BUCKETS + 1, 32)}
        for name, (rows, columns) in sizes.items():
            table = nn.Embedding(rows, columns, padding_idx=0)
            nn.init.normal_(table.weight, 0, 0.1)
            setattr(self, name, table)
        self.tables = list(sizes)
        given = torch.zeros(len(VOCABULARY) + 2, len(next(iter(vectors.values()))))
        for word, vector in vectors.items():
            given[VOCABULARY[word]] = torch.tensor(vector)
        self.register_buffer('vectors', given)
        self.project = nn.Linear(given.shape[1], w, bias=False)
        self.rnn = nn.LSTM(sum(c for _, c in sizes.values()), h, ARGS.layers, batch_first=True, bidirectional=True, dropout=ARGS.drop)
        out, arc, lab = 2 * h, 160, 64
        self.root = nn.Parameter(torch.randn(out) * 0.1)
        self.tag, self.names = nn.Linear(out, len(TAGS)), nn.Linear(out, len(NAMES))
        self.ah, self.ad, self.lh, self.ld = nn.Linear(out, arc), nn.Linear(out, arc), nn.Linear(out, lab), nn.Linear(out, lab)
        self.U, self.ub = nn.Parameter(torch.eye(arc) * 0.05), nn.Parameter(torch.zeros(arc))
        self.L = nn.Parameter(torch.randn(len(RELS), lab + 1, lab + 1) * 0.05)
        self.dist = nn.Embedding(66, 1)
        nn.init.zeros_(self.dist.weight)

    def word(self, rows):
        """What stands for a word: its own row, or that of unknown words, and its vector. Each is left out now and then."""
        own, vector = torch.where(rows < LEARNED, rows, torch.ones_like(rows)), self.vectors[rows]
        if self.training:
            unknown = (torch.rand(rows.shape) < UNKNOWN[rows]) & (rows > 1)
            own = torch.where(unknown, torch.ones_like(own), own)
            vector = vector * (torch.rand(rows.shape) > 0.08).unsqueeze(-1)
        return self.ew(own) + self.project(vector)

    def encode(self, f, mask):
        x = torch.cat([self.word(f[..., 0])] + [getattr(self, t)(f[..., i]) for i, t in enumerate(self.tables) if i > 0], -1)
        x = F.dropout(x, ARGS.drop, self.training)
        packed = nn.utils.rnn.pack_padded_sequence(x, mask.sum(1).long(), batch_first=True, enforce_sorted=False)
        y, _ = nn.utils.rnn.pad_packed_sequence(self.rnn(packed)[0], batch_first=True)
        return F.dropout(y, ARGS.drop, self.training)

    def arcs(self, y, mask):
        b, t, _ = y.shape
        rooted = torch.cat([self.root.expand(b, 1, -1), y], 1)
        mlp = lambda x: F.dropout(F.leaky_relu(x, 0.1), ARGS.drop, self.training)
        heads, deps = mlp(self.ah(rooted)), mlp(self.ad(y))
        arc = deps @ self.U @ heads.transpose(1, 2) + (heads @ self.ub).unsqueeze(1)
        i, j = torch.arange(1, t + 1).unsqueeze(1), torch.arange(0, t + 1).unsqueeze(0)
        d = torch.where(j == 0, torch.full_like(i - j, 65), (i - j).clamp(-32, 32) + 32)
        arc = arc + self.dist(d).squeeze(-1)
        allowed = torch.cat([torch.ones(b, 1, dtype=torch.bool), mask], 1)
        arc = arc.masked_fill(~allowed.unsqueeze(1), -1e4).masked_fill((i == j).unsqueeze(0), -1e4)
        return arc, mlp(self.lh(rooted)), mlp(self.ld(y))

    def labels(self, lh, ld, heads):
        h = torch.gather(lh, 1, heads.unsqueeze(-1).expand(-1, -1, lh.size(-1)))
        one = torch.ones_like(h[..., :1])
        x = torch.einsum('btd,rde->btre', torch.cat([ld, one], -1), self.L)
        return torch.einsum('btre,bte->btr', x, torch.cat([h, one], -1))


NEWS = json.load(open(ARGS.news))


SAYING = {'said', 'says', 'told', 'reported', 'announced', 'added', 'claimed', 'confirmed', 'warned', 'insisted', 'stated', 'acknowledged'}


def turned(s):
    """"Police said troops shelled the town" as "Troops shelled the town, police said", the order of news; None where the sentence is no such."""
    words, tags, heads, rels = s['words'], s['tags'], s['heads'], s['rels']
    root = heads.index(0)
    told = [i for i, h in enumerate(heads) if h == root + 1 and rels[i] == 'ccomp']
    if words[root].lower() not in SAYING or len(told) != 1 or told[0] < root or not any(h == root + 1 and rels[i] == 'nsubj' and i < root for i, h in enumerate(heads)):
        return None

    def within(i):
        while i >= 0 and i != told[0]:
            i = heads[i] - 1
        return i == told[0]
    inside = [i for i in range(len(words)) if within(i)]
    if inside != list(range(inside[0], inside[-1] + 1)) or inside[0] < root or any(w in '"\u201c\u201d``\'\'' for w in words):
        return None
    if words[inside[0]].lower() == 'that' and rels[inside[0]] == 'mark':
        inside = inside[1:]
    end = [i for i in range(inside[-1] + 1, len(words)) if rels[i] == 'punct' and words[i] in '.!']
    before = [i for i in range(inside[0]) if not within(i) and not (i > root and rels[i] == 'punct')]
    if len(before) + len(inside) + len(end) < len(words) - 2 or len(inside) < 3:
        return None
    order = inside + [-1] + before + end
    at = {old: new for new, old in enumerate(order)}
    if any(heads[i] > 0 and heads[i] - 1 not in at for i in order if i >= 0):
        return None
    lowered = lambda i: words[i].lower() if i == before[0] and not tags[i].startswith('PROPN') and words[i] != 'I' else words[i]
    pick = lambda values, comma: [comma if i < 0 else values[i] for i in order]
    new = [',' if i < 0 else lowered(i) for i in order]
    new[0] = new[0][0].upper() + new[0][1:]
    return {'words': new, 'tags': pick(tags, 'PUNCT|,'), 'heads': [at[told[0]] + 1 if i < 0 else 0 if heads[i] == 0 else at[heads[i] - 1] + 1 for i in order], 'rels': pick(rels, 'punct'), 'names': s['names'] and pick(s['names'], 'O')}


DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']


def attributed(s):
    """A plain statement with somebody behind it who said it: ", a resident told reporters on Monday."; None where the sentence is none."""
    words, tags, heads, rels = s['words'], s['tags'], s['heads'], s['rels']
    root, n = heads.index(0), len(s['words'])
    if not 5 <= n <= 35 or not tags[root].startswith('VERB') or words[root].lower() in SAYING or words[-1] != '.' or heads[-1] != root + 1 or any(w in '"\u201c\u201d``\'\'' for w in words):
        return None
    if not any(h == root + 1 and rels[i].startswith('nsubj') and i < root for i, h in enumerate(heads)) or tags[root].endswith(('VB', 'VBG')) and 'aux' not in rels:
        return None
    many = random.random() < 0.4
    noun = random.choice(NEWS['person']['NNS' if many else 'NN'])
    added = [(random.choice(['the', 'a', 'the']), 'DET|DT', 'det', 'who')] if not many or random.random() < 0.2 else []
    added += [(noun, 'NOUN|NNS' if many else 'NOUN|NN', 'nsubj', 'verb')]
    if random.random() < 0.2:
        added += [('told', 'VERB|VBD', 'root', ''), random.choice([('AFP', 'PROPN|NNP', 'iobj', 'verb'), ('reporters', 'NOUN|NNS', 'iobj', 'verb'), ('Reuters', 'PROPN|NNP', 'iobj', 'verb')])]
    else:
        added += [('said', 'VERB|VBD', 'root', '')]
    if random.random() < 0.25:
        added += [('on', 'ADP|IN', 'case', 'day'), (random.choice(DAYS), 'PROPN|NNP', 'obl', 'verb')]
    base, kinds = n, [r for _, _, r, _ in added]
    place = {'who': base + kinds.index('nsubj') + 1, 'verb': base + kinds.index('root') + 1, 'day': base + len(added), '': 0}
    out = {'words': words[:-1] + [','] + [w for w, *_ in added] + ['.'], 'tags': tags[:-1] + ['PUNCT|,'] + [t for _, t, *_ in added] + ['PUNCT|.'],
           'heads': [place['verb'] if i == root else h for i, h in enumerate(heads[:-1])] + [root + 1] + [place[to] for *_, to in added] + [place['verb']],
           'rels': ['ccomp' if i == root else r for i, r in enumerate(rels[:-1])] + ['punct'] + kinds + ['punct'], 'names': s['names'] and s['names'][:-1] + ['O'] * (len(added) + 2)}
    return out


def recast(s):
    """The sentence, now and then in one of the orders in which news tells what is said."""
    if id(s) in TURNED and random.random() < 0.5:
        return TURNED[id(s)]
    return random.random() < ARGS.attributed and 'tags' in s and attributed(s) or s


def exchanged(s):
    """The words of a parsed sentence, some verbs and nouns exchanged for words of the news in the same form and construction."""
    words, tags, heads, rels = list(s['words']), [t.split('|')[1] for t in s['tags']], s['heads'], s['rels']
    under = [set() for _ in words]
    for i, head in enumerate(heads):
        if head > 0:
            under[head - 1].add(rels[i])
    for i, tag in enumerate(tags):
        if tag in NEWS['object'] and s['tags'][i].startswith('VERB'):
            if under[i] & {'xcomp', 'ccomp', 'iobj', 'compound:prt', 'obl:npmod'}:
                continue
            takes = 'obj' in under[i] or 'nsubj:pass' in under[i] or (tag == 'VBN' and rels[i] in ('acl', 'amod'))
            kind = 'object' if takes else 'none' if 'nsubj' in under[i] and random.random() < 0.5 else None
        elif tag in NEWS['person'] and s['tags'][i].startswith('NOUN') and 'compound' not in under[i]:
            kind = 'act' if 'nmod' in under[i] and random.random() < 0.3 else 'person' if rels[i] in ('nsubj', 'nsubj:pass', 'obj', 'obl:agent', 'conj', 'nmod', 'obl') and random.random() < 0.4 else None
        else:
            kind = None
        if kind is None or random.random() < 0.4:
            continue
        new = random.choice(NEWS[kind][tag])
        words[i] = new.upper() if words[i].isupper() and len(words[i]) > 1 else new.capitalize() if words[i][0].isupper() else new
    return words


UNKNOWN = torch.zeros(len(VOCABULARY) + 2)
for word, index in VOCABULARY.items():
    UNKNOWN[index] = 0.25 / (0.25 + counts[word])
net = Network()
print('weights', sum(p.numel() for p in net.parameters()), 'vocabulary', len(VOCABULARY), 'tags', len(TAGS), 'labels', len(RELS), 'named sentences', len(name_train), flush=True)


TURNED = {id(s): other for s in train if (other := turned(s)) is not None}
print('turned', len(TURNED), flush=True)


def tensors(batch, augment=False):
    if augment:
        batch = [recast(s) for s in batch]
    t, b = max(len(s['words']) for s in batch), len(batch)
    f, mask = torch.zeros(b, t, 6, dtype=torch.long), torch.zeros(b, t, dtype=torch.bool)
    tags, heads, rels, names = torch.full((b, t), -100), torch.zeros(b, t, dtype=torch.long), torch.full((b, t), -100), torch.full((b, t), -100)
    for k, s in enumerate(batch):
        n = len(s['words'])
        lower = augment and random.random() < ARGS.lower
        words = exchanged(s) if augment and 'tags' in s and random.random() < ARGS.exchanged else s['words']
        f[k, :n] = torch.tensor([cached(w.lower() if lower else w) for w in words])
        mask[k, :n] = True
        if 'tags' in s:
            tags[k, :n] = torch.tensor([TAG_INDEX.get(x, -100) for x in s['tags']])
            heads[k, :n] = torch.tensor(s['heads'])
            rels[k, :n] = torch.tensor([REL_INDEX.get(x, -100) for x in s['rels']])
        if s.get('names'):
            names[k, :n] = torch.tensor([NAME_INDEX[x] for x in s['names']])
    return f, mask, tags, heads, rels, names


def evaluate(sentences):
    net.eval()
    n = tag = arc_ok = lab_ok = 0
    with torch.no_grad():
        for k in range(0, len(sentences), 48):
            f, mask, tags, heads, rels, _ = tensors(sorted(sentences, key=lambda s: len(s['words']))[k:k + 48])
            y = net.encode(f, mask)
            arc, lh, ld = net.arcs(y, mask)
            best = arc.argmax(-1)
            lab = net.labels(lh, ld, best).argmax(-1)
            right = (best == heads) & mask
            base = torch.tensor([REL_INDEX.get(r.split(':')[0], i) for i, r in enumerate(RELS)])
            n += int(mask.sum())
            tag += int(((net.tag(y).argmax(-1) == tags) & mask).sum())
            arc_ok += int(right.sum())
            lab_ok += int((right & (base[lab] == base[rels.clamp(min=0)])).sum())
    net.train()
    return f'tags {100 * tag / n:.2f} UAS {100 * arc_ok / n:.2f} LAS {100 * lab_ok / n:.2f}'


def spans(labels):
    out, start = set(), None
    for i, label in enumerate(labels + ['O']):
        if start is not None and not label.startswith('I'):
            out.add((start, i, labels[start][2:]))
            start = None
        if label.startswith('B') or (label.startswith('I') and start is None):
            start = i
    return out


def evaluate_names(sentences):
    net.eval()
    tp = fp = fn = 0
    with torch.no_grad():
        for s in sentences:
            f, mask, *_ = tensors([s])
            guess = [NAMES[i] for i in net.names(net.encode(f, mask)).argmax(-1)[0].tolist()]
            a, b = spans(guess), spans(s['names'])
            tp, fp, fn = tp + len(a & b), fp + len(a - b), fn + len(b - a)
    net.train()
    return f'{200 * tp / max(1, 2 * tp + fp + fn):.1f}'


def batches(sentences, size):
    out, current, longest = [], [], 0
    for s in sorted(sentences, key=lambda s: len(s['words']) + random.random() * 3):
        if current and max(longest, len(s['words'])) * (len(current) + 1) > size:
            out.append(current)
            current, longest = [], 0
        current.append(s)
        longest = max(longest, len(s['words']))
    return out + [current]


SCORED = 6  # epochs from one scoring on the development files to the next


def main():
    parsed, named = batches(train, 900), batches(name_train, 900)
    steps = (len(parsed) + len(named)) * ARGS.epochs
    optimiser = torch.optim.Adam(net.parameters(), lr=ARGS.rate, betas=(0.9, 0.95))
    step, begun = 0, time.time()
    average = {name: value.clone() for name, value in net.state_dict().items()}
    for epoch in range(ARGS.epochs):
        order = [(b, True) for b in parsed] + [(b, False) for b in named]
        random.shuffle(order)
        total = 0.0
        for batch, full in order:
            f, mask, tags, heads, rels, names = tensors(batch, augment=True)
            y = net.encode(f, mask)
            loss = torch.zeros(())
            if bool((names[mask] >= 0).any()):
                loss = loss + 0.4 * F.cross_entropy(net.names(y)[mask], names[mask], ignore_index=-100)
            if full:
                arc, lh, ld = net.arcs(y, mask)
                loss = loss + 0.5 * F.cross_entropy(net.tag(y)[mask], tags[mask], ignore_index=-100) + F.cross_entropy(arc[mask], heads[mask]) \
                    + 0.5 * F.cross_entropy(net.labels(lh, ld, heads)[mask], rels[mask], ignore_index=-100)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            for group in optimiser.param_groups:
                group['lr'] = ARGS.rate * min(1, (step + 1) / 300) * max(0.02, 1 - step / steps)
            optimiser.step()
            step += 1
            decay = min(0.9985, step / (step + 20))
            with torch.no_grad():
                for name, value in net.named_parameters():
                    average[name].mul_(decay).add_(value, alpha=1 - decay)
            total += float(loss.detach())
        current = {name: value.clone() for name, value in net.state_dict().items()}
        net.load_state_dict(average)
        last = epoch == ARGS.epochs - 1
        print('epoch', epoch, f'loss {total / len(order):.3f} {time.time() - begun:.0f} s', *(['EWT', evaluate(dev['EWT']), 'GUM', evaluate(dev['GUM']), 'names', evaluate_names(name_dev)] if last or epoch % SCORED == 0 else []), flush=True)
        net.eval()
        with torch.no_grad():
            weights = {name: value for name, value in net.state_dict().items() if name not in ('vectors', 'project.weight')}
            weights['ew.weight'] = net.word(torch.arange(len(VOCABULARY) + 2))
        net.train()
        torch.save({'sd': weights, 'vocab': VOCABULARY, 'tags': TAGS, 'rels': RELS, 'names': NAMES, 'args': vars(ARGS)}, ARGS.out)
        net.load_state_dict(current)


main()
