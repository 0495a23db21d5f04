import { performance } from 'node:perf_hooks';
import { readCriteria } from '../../src/catalog/criteria/read-criteria.ts';
import { renderReport } from '../../src/features/reports/report.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { reportDossier, wideCriteria } from '../support/report-dossier.ts';

// A process of its own: writes the report of so many clauses with notes once, and prints how long it took, what came out and the
// most memory that the process ever held.
const { criteria } = await readCriteria('criteria/after-sales-maturity.yaml');
if (!criteria) throw new Error('The criteria cannot be read.');
const dossier = reportDossier(wideCriteria(criteria, Number(process.argv[2])));
const result = resultOf(dossier);
const begun = performance.now();
const bytes = await renderReport(dossier, result, 'zh-CN');
const took = performance.now() - begun;
console.log(JSON.stringify({ took, bytes: bytes.length, peak: process.resourceUsage().maxRSS * 1024 }));
