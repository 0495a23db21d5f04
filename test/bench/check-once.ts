import { performance } from 'node:perf_hooks';
import { readCriteria } from '../../src/catalog/criteria/read-criteria.ts';

// A process of its own: reads and checks one file once, as the command does, and prints how long it took and the most memory that
// it ever held.
process.env = { ...process.env };
const begun = performance.now();
const { problems } = await readCriteria(process.argv[2] ?? '');
const took = performance.now() - begun;
console.log(JSON.stringify({ took, problems: problems.length, peak: process.resourceUsage().maxRSS * 1024 }));
