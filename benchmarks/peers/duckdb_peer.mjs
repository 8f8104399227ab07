// Decides the facts with DuckDB, in memory, on one thread.
//
//   node duckdb_peer.mjs QUERY FACTS ROWS ANSWERS
import { readFileSync } from 'node:fs';
import { DuckDBInstance, version } from '@duckdb/node-api';
import { bestSeconds, processorSeconds, report } from './measured.mjs';

const [queryFile, facts, rows, answers] = process.argv.slice(2);
const query = readFileSync(queryFile, 'utf8');
const start = processorSeconds();
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
await connection.run('SET threads = 1');
await connection.run(`CREATE TABLE facts AS
  SELECT COLUMNS(name -> name <> 'reported_on')::TINYINT, reported_on::SMALLINT AS reported_on
  FROM read_csv('${facts}') LIMIT ${rows}`);
const loadSeconds = processorSeconds() - start;

const folded = `SELECT max(grade), max(route), max(duties), max(reasons) FROM (${query})`;
const best = await bestSeconds(() => connection.runAndReadAll(folded));
report(`DuckDB ${version()}`, Number(rows), loadSeconds, best);
await connection.run(`COPY (${query}) TO '${answers}' (HEADER false, DELIMITER ' ')`);
