/** The words at the head of docs/scoreboard.md: how to run it, how to read it, and what is held out. */
export const PREFACE = `# Scoreboard

What Casus scores on public corpora that no one here wrote, each by the corpus's own metric, beside what others published. This page is written by \`npm run score\`; the figures stand in \`scoreboard/scores.json\`.

## Running it

\`\`\`
npm run score                                every corpus that is there
npm run score -- --corpora DIR               another folder of the same layout (or set CASUS_CORPORA)
npm run score -- --only NAME --split test    one board, one split
npm run score -- --only NAME --errors 50     the misses and false alarms, with their text and rules
npm run score -- --gold DIR                  other gold reports
npm run score -- --only muc4 --output FILE   measure another system's raw output
npm run score -- --check                     fail where a figure fell
\`\`\`

The corpora are not part of this package. A corpus that is not in the folder is a line that says so. Nothing is cached: each run reads the corpora and codes them anew.

## Reading it

- A document on which the engine throws, or that it skips, counts as no output.
- The interval is a percentile bootstrap over documents (1,000 drawings, seeded). Where it is wide, the corpus is small.
- Peers' figures are those they printed, on the data named below; most are on test halves that we do not tune on. Where a source says "quoted at second hand" we have the figure from a list of corpora and did not check it in the paper.
- \`--check\` compares with \`scores.json\` and fails when a figure falls by more than its noise: half a bootstrap standard error, at least 0.1 and at most 1 point. Large corpora are checked on an evenly spaced sample, the same each time; \`scores.json\` holds the sample's own figure.

## Held out

- Weights are learned only from what \`models/\` and \`data/LICENCES.md\` name. The parser, the lemmas and the sentence splitter see the training halves of UD treebanks; the event and claim weights see our own gold reports and those of \`training/reports\`, so that the figure on those reports is a figure on training data (their cross-validation is in \`training/\`). Nothing is learned from PLV, ISAF, IndiaPoliceEvents, CASE-2021, ConfliBERT's corpora, WikiEvents or RAMS. From MUC-4's development texts the scoreboard's own mapping to templates learns (\`training/muc-roles.ts\`); Casus itself does not.
- Rules and tables are written while reading development halves. No test half (\`test.*\`, \`tst3\`, \`tst4\`) is read by anyone who writes them: they are scored on what has landed. One exception: the first five messages of TST3 were seen on 2026-11-27 in a peer's published output, while looking for it to check the metric; nothing was written from them.
- ConfliBERT's classes (\`cameo_class\`) hold sentences that also stand in PLV, perhaps of its test half: nothing is learned from either, and their sentences are not read.
- Each board says below what was learned or tuned on it, and which peers were trained on the training half of the same corpus while Casus was not.`
