// Decides the facts with json-rules-engine, one row after the other.
//
//   node json_rules_peer.mjs RULES FACTS ROWS ANSWERS
import { readFileSync, writeFileSync } from 'node:fs';
import { Engine } from 'json-rules-engine';
import { bestSeconds, processorSeconds, readFacts, report, versionOf } from './measured.mjs';

const [rulesFile, factsFile, rows, answersFile] = process.argv.slice(2);
const { conditions, rules, covers, covered_by_panel: coveredByPanel } = JSON.parse(readFileSync(rulesFile, 'utf8'));
const panel = 4;

const start = processorSeconds();
const facts = await readFacts(factsFile, Number(rows));
const loadSeconds = processorSeconds() - start;

const engine = new Engine(rules);
for (const [name, condition] of Object.entries(conditions)) engine.setCondition(name, condition);
engine.addFact('yes_count+unanswered_count', async (_, almanac) =>
  (await almanac.factValue('yes_count')) + (await almanac.factValue('unanswered_count')));

let answer;
engine.on('success', async ({ params }, almanac) => {
  answer.duties |= params.duties;
  if (params.rule === undefined) return;
  answer.reasons += 2 ** params.rule;
  const grade = typeof params.grade === 'string' ? await almanac.factValue(params.grade) : params.grade;
  if (grade > answer.grade) almanac.addFact('grade', (answer.grade = grade));
  if (params.route > answer.route) almanac.addFact('route', (answer.route = params.route));
});

async function decide(row) {
  answer = { grade: 0, route: 0, duties: 0, reasons: 0 };
  await engine.run({ ...row, grade: 0, route: 0 });
  for (const { covered, by } of covers) if (answer.duties & by) answer.duties &= ~covered;
  if (answer.route === panel) answer.duties &= ~coveredByPanel;
  return answer;
}

const answers = new Array(facts.length);
const best = await bestSeconds(async () => {
  for (let i = 0; i < facts.length; ++i) answers[i] = await decide(facts[i]);
});
report(`json-rules-engine ${versionOf('json-rules-engine')}`, facts.length, loadSeconds, best);
writeFileSync(answersFile, answers.map((a) => `${a.grade} ${a.route} ${a.duties} ${a.reasons}\n`).join(''));
