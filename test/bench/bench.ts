import { cpus, totalmem } from 'node:os';
import { type Figure, megabytes } from './figures.ts';
import { measureCertificates } from './measure-certificates.ts';
import { measureCriteriaCheck } from './measure-criteria-check.ts';
import { measureCriteriaTools } from './measure-criteria-tools.ts';
import { measureDocuments } from './measure-documents.ts';
import { measureEngine } from './measure-engine.ts';
import { measurePackage } from './measure-package.ts';
import { measureReport } from './measure-report.ts';
import { measureServedDocuments } from './measure-served-documents.ts';
import { measureServer } from './measure-server.ts';
import { measureSurveys } from './measure-surveys.ts';
import { measureTrail } from './measure-trail.ts';

/** Each part makes its own data, takes at most a minute or two and cleans up behind itself. */
const parts: readonly (readonly [name: string, measure: () => Promise<Figure[]>])[] = [
  ['engine', measureEngine],
  ['criteria-check', measureCriteriaCheck],
  ['criteria-tools', measureCriteriaTools],
  ['report', measureReport],
  ['documents', measureDocuments],
  ['served-documents', measureServedDocuments],
  ['package', measurePackage],
  ['surveys', measureSurveys],
  ['certificates', measureCertificates],
  ['trail', measureTrail],
  ['server', measureServer],
];

const wanted = process.argv.slice(2);
const memory = megabytes(totalmem());

console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${memory} of memory\n`);
console.log('| What | Measured | Target | Against a baseline of the same run |');
console.log('| --- | ---: | ---: | --- |');
for (const [name, measure] of parts) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const { what, value, target, ratio } of await measure()) console.log(`| ${what} | ${value} | ${target} | ${ratio} |`);
}
