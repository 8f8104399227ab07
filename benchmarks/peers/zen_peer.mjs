// Decides the facts with @gorules/zen-engine, one row after the other.
//
//   node zen_peer.mjs DECISION FACTS ROWS ANSWERS
import { readFileSync, writeFileSync } from 'node:fs';
import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';
import { bestSeconds, processorSeconds, readFacts, report, versionOf } from './measured.mjs';

const [decisionFile, factsFile, rows, answersFile] = process.argv.slice(2);
const start = processorSeconds();
const facts = await readFacts(factsFile, Number(rows));
const loadSeconds = processorSeconds() - start;

const decision = new ZenEngine().createDecision(new ZenDecisionContent(readFileSync(decisionFile)));
const answers = new Array(facts.length);
const best = await bestSeconds(async () => {
  for (let i = 0; i < facts.length; ++i) answers[i] = (await decision.evaluate(facts[i])).result;
});
report(`zen-engine ${versionOf('@gorules/zen-engine')}`, facts.length, loadSeconds, best);
writeFileSync(answersFile, answers.map((a) => `${a.grade} ${a.route} ${a.duties} ${a.reasons}\n`).join(''));
