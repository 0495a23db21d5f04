import { message } from '../../i18n/translate.ts';
import { type Gathering, isMapping, type Mapping, named, nameIn, push, take, within } from './gather-frame.ts';
import type { TableRow } from './read-table.ts';
import type { SheetFindings } from './sheet-findings.ts';

/** The clauses of a workbook, and which of them each line of the other sheets is about. */
export interface GatheredClauses {
  readonly clauses: readonly Mapping[];
  readonly owners: ReadonlyMap<TableRow, Mapping>;
}

const plainFields = [
  'id',
  'number',
  'points',
  'only_in',
  'weight',
  'aggregate',
  'rate_by',
  'scale',
  'step',
  'not_applicable',
  'at_sites',
  'maturity',
  'method',
];
const textFields = ['title', 'requirement', 'guidance'];

/** Puts the tree together from its lines: each names the clause above it; the order of lines is that of siblings. */
export function gatherClauses(gathering: Gathering): GatheredClauses {
  const made = gathering.tables.clauses.map((row) => ({ row, clause: makeClause(gathering, row) }));
  const known = clausesByName(made);
  const parents = findParents(made, known, gathering.findings);
  const clauses: Mapping[] = [];
  for (const { row, clause } of made) {
    const parent = parents.get(clause);
    if (parent) push(gathering, parent, 'clauses', clause, row);
    else clauses.push(clause);
    gathering.places.mark(clause, row.fields.get('id')?.place ?? row.place);
  }
  return { clauses, owners: gatherParts(gathering, known) };
}

interface MadeClause {
  readonly row: TableRow;
  readonly clause: Mapping;
}

/** More than a tree may have: no walk upwards takes longer, whatever the lines say. */
const highestWalk = 64;

/** Clause → the clause above it; lines that would stand below themselves are reported and stay at the top. */
function findParents(
  made: readonly MadeClause[],
  known: ReadonlyMap<string, Mapping>,
  findings: SheetFindings,
): Map<Mapping, Mapping> {
  const parents = new Map<Mapping, Mapping>();
  for (const { row, clause } of made) {
    const field = row.fields.get('parent');
    const parent = field && named(row, 'parent', known, (name) => message('sheets.parentUnknown', { name }), findings);
    if (!field || !parent) continue;
    const fault = faultOfParent(parent, clause, parents);
    if (fault === null) parents.set(clause, parent);
    else if (fault === 'circle') findings.refuse(field.place, message('sheets.parentCircle', { name: nameIn(row, 'parent') }));
    else findings.refuse(field.place, message('catalog.clausesTooDeep', { most: 32 }));
  }
  return parents;
}

/** Whether the parent is the clause itself, or stands somewhere below it, or is too far down for any tree. */
function faultOfParent(parent: Mapping, clause: Mapping, parents: ReadonlyMap<Mapping, Mapping>): 'circle' | 'depth' | null {
  let steps = 0;
  for (let at: Mapping | undefined = parent; at; at = parents.get(at)) {
    if (at === clause) return 'circle';
    steps += 1;
    if (steps > highestWalk) return 'depth';
  }
  return null;
}

/** By id and by number; of equal ones the first. */
function clausesByName(made: readonly MadeClause[]): Map<string, Mapping> {
  const known = new Map<string, Mapping>();
  for (const key of ['id', 'number']) {
    for (const { clause } of made) {
      const name = clause[key];
      if (typeof name === 'string' && !known.has(name)) known.set(name, clause);
    }
  }
  return known;
}

function makeClause(gathering: Gathering, row: TableRow): Mapping {
  const { own } = gathering;
  const clause = take(gathering, {}, row, Object.fromEntries(plainFields.map((field) => [field, field])));
  take(gathering, clause, row, Object.fromEntries(textFields.map((field) => [`${field}@${own}`, field])));
  takeBlock(gathering, clause, row, 'sample', { sample_at_least: 'at_least' });
  takeBlock(gathering, clause, row, 'measure', {
    [`unit@${own}`]: 'unit',
    better: 'better',
    between: 'between',
    measure_from: 'from',
    measure_to: 'to',
  });
  takeBlock(gathering, clause, row, 'checklist', { need: 'need', full_at: 'full_at' });
  return clause;
}

/** A map of the clause that is there when one of its fields is. */
function takeBlock(
  gathering: Gathering,
  clause: Mapping,
  row: TableRow,
  key: string,
  fields: Readonly<Record<string, string>>,
): void {
  const block = take(gathering, {}, row, fields);
  const first = Object.keys(fields).find((field) => row.fields.has(field));
  const place = first === undefined ? undefined : row.fields.get(first)?.place;
  if (!place) return;
  gathering.places.put(clause, key, block, place);
  gathering.places.mark(block, place);
}

function gatherParts(gathering: Gathering, known: ReadonlyMap<string, Mapping>): Map<TableRow, Mapping> {
  const { tables, findings, own } = gathering;
  const owners = new Map<TableRow, Mapping>();
  const each = (rows: readonly TableRow[], add: (clause: Mapping, row: TableRow) => void) => {
    for (const row of rows) {
      const clause = named(row, 'clause', known, (id) => message('criteria.clauseUnknown', { id }), findings);
      if (!clause) continue;
      owners.set(row, clause);
      add(clause, row);
    }
  };
  each(tables.checklists, (clause, row) => {
    const fields = { id: 'id', [`label@${own}`]: 'label', weight: 'weight' };
    push(gathering, within(gathering, clause, 'checklist', row), 'items', take(gathering, {}, row, fields), row);
  });
  each(tables.variant_points, (clause, row) => {
    const where = nameIn(row, 'where');
    const points = row.fields.get('points');
    const known = within(gathering, clause, 'points_in', row);
    if (Object.hasOwn(known, where)) findings.refuse(row.place, message('sheets.rowDoubled', { name: where }));
    else if (points) gathering.places.put(known, where, points.value, points.place);
    else findings.refuse(row.place, message('sheets.cellEmpty', { column: 'points' }));
  });
  each(tables.bands, (clause, row) => {
    push(
      gathering,
      within(gathering, clause, 'measure', row),
      'bands',
      take(gathering, {}, row, { at: 'at', share: 'share' }),
      row,
    );
  });
  each(tables.evidence, (clause, row) => {
    const fields = { kind: 'kind', [`title@${own}`]: 'title', required: 'required' };
    push(gathering, clause, 'evidence', take(gathering, {}, row, fields), row);
  });
  each(
    tables.scales.filter((row) => !row.fields.has('scale')),
    (clause, row) => {
      const { scale } = clause;
      if (scale !== undefined && !isMapping(scale))
        findings.refuse(row.place, message('sheets.scaleTwice', { name: String(scale) }));
      else push(gathering, within(gathering, clause, 'scale', row), 'levels', takeLevel(gathering, row), row);
    },
  );
  return owners;
}

/** One level of a scale. */
export function takeLevel(gathering: Gathering, row: TableRow): Mapping {
  const { own } = gathering;
  return take(gathering, {}, row, { level: 'value', share: 'share', [`label@${own}`]: 'label', [`anchor@${own}`]: 'anchor' });
}
